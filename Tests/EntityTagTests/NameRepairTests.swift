import Testing

@testable import EntityTagPlugin

@Suite struct NameRepairTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var given: String
    var mended: String
    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(
      name: "two peoples", given: "with the [ORG Gabonese and Estonian] teams",
      mended: "with the [NORP Gabonese] and [NORP Estonian] teams"),
    Case(name: "a camp", given: "the [ORG Pro-Beijing] camp", mended: "the Pro-[GPE Beijing] camp"),
    Case(
      name: "a party of a camp", given: "the [GPE Pro-Beijing QXD] camp",
      mended: "the Pro-[GPE Beijing] [ORG QXD] camp"),
    Case(
      name: "a saint who is about", given: "[PERSON Rulkus] wrote. We like [GPE Saint Rulkus].",
      mended: "[PERSON Rulkus] wrote. We like [PERSON Saint Rulkus]."),
    Case(
      name: "a place called after a saint", given: "[PERSON Rulkus] wrote. We like [GPE Saint Morrin].",
      mended: "[PERSON Rulkus] wrote. We like [GPE Saint Morrin]."),
    Case(
      name: "nothing after a saint", given: "[PERSON Rulkus] wrote. We like [GPE St].",
      mended: "[PERSON Rulkus] wrote. We like [GPE St]."),
    Case(
      name: "a building called after somebody", given: "the [PERSON Anna Rulk Bridge] fell",
      mended: "the [FAC Anna Rulk Bridge] fell"),
    Case(name: "initials of nobody", given: "a man of [PERSON QXD] spoke", mended: "a man of [ORG QXD] spoke"),
    Case(
      name: "somebody in capitals", given: "[PERSON Anna Qxd] came. [PERSON QXD] spoke",
      mended: "[PERSON Anna Qxd] came. [PERSON QXD] spoke"),
    Case(
      name: "a person after a country",
      given: "Ambassador to the [GPE United States Anna Rulk] came. Later [PERSON Anna Rulk] left.",
      mended: "Ambassador to the [GPE United States] [PERSON Anna Rulk] came. Later [PERSON Anna Rulk] left."),
    Case(
      name: "a person after whom she works for",
      given: "[ORG Quendon's Anna Rulk] came. Later [PERSON Anna Rulk] left.",
      mended: "[ORG Quendon]'s [PERSON Anna Rulk] came. Later [PERSON Anna Rulk] left."),
    Case(
      name: "a second complement", given: "the [ORG University of Sheffield of the UK] said",
      mended: "the [ORG University of Sheffield] of the [GPE UK] said"),
    Case(
      name: "a second complement that is an acronym", given: "the [ORG Council of Heads of SCO] member states",
      mended: "the [ORG Council of Heads] of [ORG SCO] member states"),
    Case(
      name: "a name with a complement inside", given: "the [ORG Ministry of Foreign Affairs of the State]",
      mended: "the [ORG Ministry of Foreign Affairs of the State]"),
    Case(name: "a summit", given: "at the [ORG Velden Summit] today", mended: "at the [EVENT Velden Summit] today"),
    Case(name: "an acronym of nothing known", given: "a man of [GPE QXD] spoke", mended: "a man of [ORG QXD] spoke"),
    Case(name: "an acronym after in", given: "a man in [GPE QXD] spoke", mended: "a man in [GPE QXD] spoke"),
    Case(
      name: "whom somebody is of", given: "with [PERSON Anna Rulk] of QXD.",
      mended: "with [PERSON Anna Rulk] of [ORG QXD]."),
    Case(
      name: "whose somebody is", given: "We saw Quendosto's [PERSON Anna Rulk] leave.",
      mended: "We saw [ORG Quendosto]'s [PERSON Anna Rulk] leave."),
    Case(
      name: "whose somebody is, taken for a person", given: "We saw [PERSON Quendosto]'s [PERSON Anna Rulk] leave.",
      mended: "We saw [ORG Quendosto]'s [PERSON Anna Rulk] leave."),
    Case(
      name: "a score", given: "[ORG Velden] 3 [GPE Morrin] 1", mended: "[ORG Velden] 3 [ORG Morrin] 1"),
    Case(
      name: "the score of two countries", given: "[GPE Norway] 3 [GPE Peru] 1", mended: "[GPE Norway] 3 [GPE Peru] 1"),
    Case(
      name: "a title", given: "[PERSON Anna Rulk] came. [ORG Ambassador Rulk] left.",
      mended: "[PERSON Anna Rulk] came. Ambassador [PERSON Rulk] left."),
    Case(
      name: "a first name is no employer", given: "Today Peter's [PERSON Anna Rulk] left.",
      mended: "Today Peter's [PERSON Anna Rulk] left."),
  ])
  func mends(_ example: Case) throws {
    let given = try MarkedEntities(example.given)
    #expect(given.marking(NameRepair(given.entities, in: given.text).mended(given.entities)) == example.mended)
  }
}
