/// Dutch words, each with its classes; from general knowledge.
enum DutchWords {
  static let lists: [(WordClasses, String)] = [
    (.leading, "de het een van en of met te ten ter tot"),
    (
      .starter,
      """
      aan achter al alle alleen allen alles als alsof ander andere anders beide bij bijna bijvoorbeeld binnen boven
      bovendien daar daarbij daardoor daarin daarmee daarna daarnaast daarom daarvan daarvoor dan dat de desondanks
      deze dezelfde die dit doch doe door dus een eerst eigenlijk eindelijk elk elke en enige enkele er even eén
      geen gelukkig gisteren had heb hebben heeft heel hem hen het hier hierdoor hiervoor hij hoe hoewel hun
      iedereen iemand ik in inmiddels intussen is ja je jij jouw jullie kan kijk kom later maar meer meestal men met
      mijn misschien morgen na naar naast natuurlijk nee net niemand niet niets nog nooit nu of om omdat ondanks
      onder ondertussen ons onze ook op over overigens pas per rond sinds sindsdien slechts soms steeds straks tegen
      ten terwijl tevens tijdens toch toen tot totdat tussen twee uit uiteindelijk vaak van vanaf vandaag veel
      verder vervolgens via vlak volgens voor vooral voordat voorlopig vrijwel waar waarom wanneer want waren was
      wat we weer wel welke wie wij wordt ze zeker zelf zelfs zij zijn zo zoals zodra zolang zonder zou zowel
      """
    ),
    (.title, "dhr dr drs ds gen ing ir jhr kol kpt lt mevr mgr mr mrs mw prof st"),
    (
      .abbreviation,
      """
      aant afb afd afl alg amer ao apr artt aug bc bijl bijz blz bv bw ca co dec dwz ed eds eng enz etc ev excl fa
      feb febr fig gebr gem gr hfst hl incl inh inl ir jan jg jl jr jul jun kl lat max mej milj min mld mln mrt nl
      nov nr nrs nv oa obs okt op pag par pl plm pp prov red ref resp rom sec sep sept sr ss st str suppl tek tel
      temp tit tnv uitg univ vb vd vert vgl vnl vol vr vs wo zgn zog
      """
    ),
    (.inner, "bijv bv ca dmv dwz evt excl incl ipv mbt mn nav oa resp tav tov vgl vnl zgn"),
    (.beforeNumber, "art di do ma no vr wo za zo"),
  ]
}
