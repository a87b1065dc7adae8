import Testing

@testable import EntityTagPlugin

@Suite struct NameVariantTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var chains: [[String]]
    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(
      name: "the end of a name", text: "The [ORG Velden Red Otters] won. The [ORG Red Otters] sang.",
      chains: [["Velden Red Otters", "Red Otters"]]),
    Case(
      name: "its beginning", text: "[ORG Brightwater Group] grew. [ORG Brightwater] paid.",
      chains: [["Brightwater Group", "Brightwater"]]),
    Case(
      name: "what two names begin with is neither's",
      text: "[ORG Brightwater Group] met [ORG Brightwater Holdings]. [ORG Brightwater] paid.",
      chains: [["Brightwater Group"], ["Brightwater Holdings"], ["Brightwater"]]),
    Case(
      name: "an ordinary word is no short name", text: "[ORG Velden University] called. [ORG University] closed.",
      chains: [["Velden University"], ["University"]]),
    Case(
      name: "a country in a name", text: "[ORG Bank of Norway] called. [ORG Norway] came.",
      chains: [["Bank of Norway"], ["Norway"]]),
    Case(
      name: "an initial", text: "[PERSON Anna Berg] spoke. [PERSON A. Berg] wrote.", chains: [["Anna Berg", "A. Berg"]]),
    Case(
      name: "an initial of another", text: "[PERSON Anna Berg] spoke. [PERSON P. Berg] wrote.",
      chains: [["Anna Berg"], ["P. Berg"]]),
    Case(
      name: "the family name first", text: "[PERSON Ichiyo Higuchi] wrote. [PERSON Higuchi Ichiyo] died.",
      chains: [["Ichiyo Higuchi", "Higuchi Ichiyo"]]),
    Case(
      name: "letters after a name", text: "[PERSON Anna Maria Berg OBE] spoke. Then [PERSON Berg] left.",
      chains: [["Anna Maria Berg OBE", "Berg"]]),
    Case(
      name: "where somebody is from", text: "[PERSON Bertram of Velden] spoke. Then [PERSON Bertram] left.",
      chains: [["Bertram of Velden", "Bertram"]]),
    Case(
      name: "a saint", text: "[PERSON St. Jerome] wrote. [PERSON Jerome] slept.", chains: [["St. Jerome", "Jerome"]]),
    Case(
      name: "a city by its whole name", text: "The [GPE City of Morrin] paid. [GPE Morrin] is small.",
      chains: [["City of Morrin", "Morrin"]]),
    Case(
      name: "an island", text: "[LOC Qurmala Island] is dry. We saw [GPE Qurmala].",
      chains: [["Qurmala Island", "Qurmala"]]),
    Case(
      name: "a capital that is called like its country", text: "[GPE Mexico City] is large. [GPE Mexico] is larger.",
      chains: [["Mexico City"], ["Mexico"]]),
    Case(
      name: "islands for short", text: "The [LOC Velden Islands] are far. We like the [LOC Veldens].",
      chains: [["Velden Islands", "Veldens"]]),
    Case(
      name: "an organization by what it is", text: "The [ORG Church of Velden] sang. The [ORG Church] is old.",
      chains: [["Church of Velden", "Church"]]),
    Case(
      name: "what two organizations are",
      text: "The [ORG Bank of Velden] paid the [ORG Bank of Morrin]. The [ORG Bank] is old.",
      chains: [["Bank of Velden"], ["Bank of Morrin"], ["Bank"]]),
    Case(
      name: "half a country", text: "[GPE North Velden] called. Nobody in the [GPE North] heard.",
      chains: [["North Velden", "North"]]),
    Case(
      name: "halves of two countries",
      text: "[GPE North Velden] called [GPE North Morrin]. Later the [GPE North] called.",
      chains: [["North Velden"], ["North Morrin"], ["North"]]),
    Case(
      name: "the end of a person's name", text: "[PERSON Anna Parker Rulk] came. Then Mrs. [PERSON Parker Rulk] left.",
      chains: [["Anna Parker Rulk", "Parker Rulk"]]),
    Case(
      name: "another name", text: "[PERSON Jane Rulk], better known as [PERSON Ulmira], sang. [PERSON Ulmira] left.",
      chains: [["Jane Rulk", "Ulmira", "Ulmira"]]),
    Case(
      name: "another name that was there before",
      text: "[PERSON Ulmira] sang. [PERSON Jane Rulk] (born 1970), known by her stage name [PERSON Ulmira], left.",
      chains: [["Ulmira", "Jane Rulk", "Ulmira"]]),
    Case(
      name: "a former name", text: "[GPE Velden] ([GPE Morrin]) and [GPE Arrak] (formerly [GPE Tolm]) are far.",
      chains: [["Velden"], ["Morrin"], ["Arrak", "Tolm"]]),
    Case(
      name: "the name of what a name has",
      text: "[ORG Velden Corp]'s new software, known as [ORG Ulmira], sells.", chains: [["Velden Corp"], ["Ulmira"]]),
    Case(
      name: "what the next sentence is about",
      text: "We saw [GPE Velden]. A town, known as [GPE Morrin], is near.", chains: [["Velden"], ["Morrin"]]),
    Case(
      name: "another name after a bracket",
      text: "[PERSON Jane Rulk] (born 1970), also known as [PERSON Ulmira], sang. [PERSON Ulmira] left.",
      chains: [["Jane Rulk", "Ulmira", "Ulmira"]]),
    Case(
      name: "what somebody is called",
      text: "[PERSON Jane Rulk], also called [PERSON Ulmira], sang. [GPE Velden], nicknamed [GPE Tolm], is far.",
      chains: [["Jane Rulk", "Ulmira"], ["Velden", "Tolm"]]),
    Case(
      name: "whom somebody called",
      text: "[PERSON Jane Rulk] called [PERSON Ulmira]. They met.", chains: [["Jane Rulk"], ["Ulmira"]]),
    Case(
      name: "what somebody calls herself",
      text: "[PERSON Jane Rulk], self-identified as [PERSON Ulmira], sang.", chains: [["Jane Rulk", "Ulmira"]]),
    Case(
      name: "names in other languages",
      text:
        "[PERSON Rulk] ([NORP Latin]: [PERSON Vettus Rulkus]; [NORP Greek]: [PERSON Vettos]) wrote. [PERSON Vettos] slept.",
      chains: [["Rulk", "Vettus Rulkus", "Vettos", "Vettos"], ["Latin"], ["Greek"]]),
    Case(
      name: "what a language is not said of",
      text: "[PERSON Rulk] (in short: [PERSON Vettus]) wrote.", chains: [["Rulk"], ["Vettus"]]),
    Case(
      name: "letters with and without their marks",
      text: "[PERSON Évra Rulkṓ] wrote. [GPE Méldrin] is far. [PERSON Evra Rulko] slept in [GPE Meldrin].",
      chains: [["Évra Rulkṓ", "Evra Rulko"], ["Méldrin", "Meldrin"]]),
    Case(
      name: "a first name that is spelled otherwise",
      text: "[PERSON Kirsten Rulk] wrote. [PERSON Kirstin Rulk] slept.", chains: [["Kirsten Rulk", "Kirstin Rulk"]]),
    Case(
      name: "a first name that ends otherwise",
      text: "[PERSON Daniel Rulk] wrote. [PERSON Daniela Rulk] slept. [PERSON Mario Dahl] met [PERSON Maria Dahl].",
      chains: [["Daniel Rulk"], ["Daniela Rulk"], ["Mario Dahl"], ["Maria Dahl"]]),
    Case(
      name: "a middle name in common",
      text: "[PERSON Peter Quendo Rulk] wrote. [PERSON Piet Quendo Rulk] slept.",
      chains: [["Peter Quendo Rulk", "Piet Quendo Rulk"]]),
    Case(
      name: "more letters after a name",
      text: "[PERSON Anna Berg OBE QXA] spoke. Then [PERSON Berg] left.", chains: [["Anna Berg OBE QXA", "Berg"]]),
    Case(
      name: "a short name before the long one",
      text: "The [ORG School of Quendo] met. The [ORG School of Quendo Velden] sang.",
      chains: [["School of Quendo", "School of Quendo Velden"]]),
    Case(
      name: "a short name before two long ones",
      text: "The [ORG School of Quendo] met. [ORG School of Quendo Velden] and [ORG School of Quendo Morrin] sang.",
      chains: [["School of Quendo"], ["School of Quendo Velden"], ["School of Quendo Morrin"]]),
    Case(
      name: "an acronym is no short name", text: "[ORG QXD] paid. The [ORG QXD Authority] met.",
      chains: [["QXD"], ["QXD Authority"]]),
    Case(
      name: "a state's code", text: "They left Tulsa, [GPE OK]. [GPE Oklahoma] is flat.", chains: [["OK", "Oklahoma"]]),
    Case(
      name: "a people and its adjective stay apart",
      text: "The [NORP Norwegian] ship took [NORP Norwegians] home to [GPE Norway].",
      chains: [["Norwegian"], ["Norwegians"], ["Norway"]]),
    Case(
      name: "an acronym whose name has another label",
      text: "The [EVENT Deep Water Study] ([ORG DWS]) began. The [ORG DWS] ended.",
      chains: [["Deep Water Study", "DWS", "DWS"]]),
  ])
  func joins(_ example: Case) throws {
    #expect(try MarkedEntities(example.text).chains() == example.chains)
  }

  @Test(arguments: [
    Case(
      name: "a person in a foundation",
      text: "[PERSON Anna Rulk] died. The [ORG Anna Rulk Foundation] and [FAC Rulk Hall] stay. [PERSON Rulk] wrote.",
      chains: [["Anna Rulk", "Anna Rulk", "Rulk", "Rulk"], ["Anna Rulk Foundation"], ["Rulk Hall"]]),
    Case(
      name: "a country by another name", text: "The [GPE United States] paid the [ORG U.S. Quendo Agency].",
      chains: [["United States", "U.S."], ["U.S. Quendo Agency"]]),
    Case(
      name: "a country that is named nowhere else", text: "They paid the [ORG U.S. Quendo Agency].",
      chains: [["U.S. Quendo Agency"]]),
    Case(
      name: "the short name of an organization", text: "[ORG Brightwater Group] grew. [ORG Brightwater] paid.",
      chains: [["Brightwater Group", "Brightwater"]]),
  ])
  func findsInnerNames(_ example: Case) throws {
    #expect(try MarkedEntities(example.text).chains(.inner) == example.chains)
  }

  @Test(arguments: [
    Case(
      name: "a county", text: "[GPE Rulk County] grew. Nobody in the County saw it.",
      chains: [["Rulk County", "the County"]]),
    Case(
      name: "two counties", text: "[GPE Rulk County] and [GPE Velden County] grew. Nobody in the County saw it.",
      chains: [["Rulk County"], ["Velden County"]]),
    Case(
      name: "the nation that is spoken of",
      text: "[GPE Norway] is at peace. [GPE Norway] met [GPE Peru]. We love our Nation.",
      chains: [["Norway", "Norway", "our Nation"], ["Peru"]]),
    Case(
      name: "a nation among two", text: "[GPE Norway] met [GPE Peru]. We love our Nation.",
      chains: [["Norway"], ["Peru"]]),
    Case(
      name: "a city is no nation", text: "[GPE Oslo] is far. [GPE Oslo] is old. We love our Nation.",
      chains: [["Oslo", "Oslo"]]),
    Case(
      name: "a name of more words", text: "[GPE Rulk County] grew. The County Fair began; the County of Morrin paid.",
      chains: [["Rulk County"]]),
  ])
  func findsPlacesByKind(_ example: Case) throws {
    #expect(try MarkedEntities(example.text).chains(.roles) == example.chains)
  }

  @Test(arguments: [
    Case(
      name: "a role before the name",
      text: "We met Norwegian Minister [PERSON Anna Berg]. Then the minister left.",
      chains: [["Anna Berg", "the minister"]]),
    Case(
      name: "a role after the name",
      text: "[PERSON Anna Berg], the Norwegian president, came. The Norwegian president spoke.",
      chains: [["Anna Berg", "the Norwegian president", "The Norwegian president"]]),
    Case(
      name: "a role of two people",
      text: "Minister [PERSON Anna Berg] met Minister [PERSON Olaf Dahl]. Then the minister left.",
      chains: [["Anna Berg"], ["Olaf Dahl"]]),
    Case(
      name: "two presidents told apart",
      text:
        "Russian President [PERSON Ivan Berg] met French President [PERSON Paul Dahl]. The French president left; the president stayed.",
      chains: [["Ivan Berg"], ["Paul Dahl", "The French president"]]),
    Case(
      name: "another country's", text: "Russian President [PERSON Ivan Berg] spoke. The French president left.",
      chains: [["Ivan Berg"]]),
    Case(
      name: "a role before the name is none of another",
      text: "President [PERSON Ivan Berg] spoke. Then the president Paul Dahl left.", chains: [["Ivan Berg"]]),
    Case(
      name: "a role that comes before it is given", text: "The minister left. Minister [PERSON Anna Berg] stayed.",
      chains: [["Anna Berg"]]),
  ])
  func findsRoles(_ example: Case) throws {
    #expect(try MarkedEntities(example.text).chains(.roles) == example.chains)
  }

  @Test(arguments: [
    Case(
      name: "one person", text: "[PERSON Anna Berg] came. She sat and read her letter.",
      chains: [["Anna Berg", "She", "her"]]),
    Case(
      name: "two people", text: "[PERSON Anna Berg] met [PERSON Eva Dahl]. She sat.",
      chains: [["Anna Berg"], ["Eva Dahl"]]),
    Case(
      name: "two genders", text: "[PERSON Anna Berg] came. She saw that he slept; then she left.",
      chains: [["Anna Berg", "She"]]),
    Case(
      name: "another paragraph", text: "[PERSON Anna Berg] came.\n\nShe sat.", chains: [["Anna Berg"]]),
  ])
  func findsPronouns(_ example: Case) throws {
    #expect(try MarkedEntities(example.text).chains(.pronouns) == example.chains)
  }
}
