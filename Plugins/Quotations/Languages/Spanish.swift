/// Spanish words.
enum Spanish {
  static let lists: [(words: String, traits: Token.Traits)] = [
    (
      """
      dijo dice dicen dijeron afirmó afirma afirmaron explicó explica explicaron añadió añade añadieron agregó agrega
      declaró declara declararon señaló señala señalaron aseguró asegura aseguraron indicó indica indicaron respondió
      responde escribió escribe preguntó pregunta anunció anuncia anunciaron advirtió advierte contó cuenta subrayó
      subraya insistió insiste recordó recuerda sostuvo sostiene precisó concluyó reconoció apuntó comentó manifestó
      """, .cue
    ),
    ("él ella ellos ellas yo nosotros quien", .pronoun),
    ("el la los las un una unos unas su sus este esta ese esa", .determiner),
    ("de del a al en por para con sin contra desde según sobre durante tras", .preposition),
    ("y e pero o u sino", .conjunction),
    ("que cuando porque si como", .subordinator),
    ("ha han había habían es son era fue fueron será está puede debe", .auxiliary),
    ("también además luego después entonces", .adverb),
    ("lunes martes miércoles jueves viernes sábado domingo ayer hoy", .time),
  ]
}
