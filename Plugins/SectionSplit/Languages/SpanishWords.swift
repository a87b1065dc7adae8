/// Spanish words, each with its classes; from general knowledge.
///
/// Only ASCII letters lose their capital before a word is looked up, so that first words with another stand here with it.
enum SpanishWords {
  static let lists: [(WordClasses, String)] = [
    (.leading, "el la los las un una unos unas de del al a y e o u en con por para sin su sus mi mis"),
    (
      .starter,
      """
      a actualmente además ahora ahí al algo alguien alguna algunas algunos algún allí ambas ambos ante
      anteriormente antes aquel aquella aquellos aquí asimismo así aun aunque ayer aún bajo bien cada casi como con
      contra cosas cual cualquier cuando cuatro cuánto de debido del desde después dice dijo donde dos durante el
      ella ellas ello ellos en entonces entre era eran es esa esas ese eso esos esta estaba estas este esto estos
      está están finalmente fue fueron gracias ha había han hasta hay hoy igualmente incluso la las le les lo los
      luego mas mañana me mi mientras mis mucha muchas mucho muchos muy más nada nadie ni ninguna ninguno ningún no
      nos nosotros nuestra nuestro nunca o otra otras otro otros para pero pocas poco pocos por porque
      posteriormente primero pues que quien quienes quizá quizás quién qué se según ser si siempre sin sino sobre
      solo son su sus sí sólo tal también tampoco tan tanto te tenemos tiene tienen toda todas todavía todo todos
      tras tres tu un una unas uno unos usted ustedes vamos varias varios y ya yo Él Ése Ésta Éstas Éste Éstos
      """
    ),
    (
      .title,
      """
      abg alm arq cap cnel cte dn dr dt dra dres dña excma excmo fr gral hna hno ilma ilmo ing lic mons mtra mtro pbro
      pdta pdte prof profa rvdo sgto sr sra sras sres srta sta sto tte ud uds vd vds
      """
    ),
    (
      .abbreviation,
      """
      abr admón ago ap apdo aprox art arts av avd avda bibl blvd cap caps cfr coord cta ctv cía cíf dcha dep depto
      dib dic dir doc ed edo eds ee ej esc esq etc ext fasc feb fig figs fund gob gr hab ibíd id il imp impr incl
      intr izda jul jun lib loc lug lám may min mr ms mss máx mín nn nov nro núm núms obs op pl pp ppal pral prov
      pról pza pág págs párr ref rev rte sec seg sept sig sigs sing sp ss tel tels teléf tom trad tít urb uu vda vid
      vol vols vs aa ff jj oo 1er 1ro 2do 3er 3ro 4to 5to
      """
    ),
    (.inner, "cfr ej incl pej vid"),
    (.beforeNumber, "art cap ene fig mar no n° nº oct sep"),
  ]
}
