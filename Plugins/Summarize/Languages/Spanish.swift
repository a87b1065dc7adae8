/// The Spanish words that `WordClasses` speaks of.
enum Spanish {
  static let function = """
    a al algo algunas alguno algunos ante antes aquel aquella así aun aún aunque cada casi como con contra cual cuales
    cuando de del desde después dice dijo donde dos durante e el él ella ellas ellos en entre era eran es esa esas ese
    eso esos esta está están estas este esto estos fue fueron ha había habían han hasta hay incluso la las le les lo los
    más me menos mi mientras mis mismo mucho muchos muy nada ni no nos nosotros nuestra nuestro o os otra otras otro
    otros para pero poco por porque pues puede pueden que qué quien quienes se sea según ser será si sí sido sin sino
    sobre son su sus también tan tanto te tenía tiene tienen todo todos toda todas tras tu tus u un una unas uno unos y
    ya yo
    """

  static let calendar = """
    lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre
    octubre noviembre diciembre ayer hoy
    """

  static let weak = """
    año años mes meses día días semana semanas hora horas vez veces fin parte ciento
    """

  static let openers = """
    él ella ellos ellas esto eso este esta estos estas ese esa su sus pero y e o así entonces además también sin
    embargo aunque por tanto después luego allí
    """
}
