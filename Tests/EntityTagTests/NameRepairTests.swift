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
      name: "a second complement that is an acronym", given: "the [ORG Council of Heads of SCO] there",
      mended: "the [ORG Council of Heads] of [ORG SCO] there"),
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
      name: "a party of a camp whose first word was cut", given: "Pro-[GPE Beijing QXD] candidates",
      mended: "Pro-[GPE Beijing] [ORG QXD] candidates"),
    Case(
      name: "heads of member states", given: "the [ORG Council of Heads of SCO] member states met",
      mended: "the [ORG Council of Heads of SCO member states] met"),
    Case(
      name: "two departments", given: "the [ORG Trade and Inner Safety Departments] met",
      mended: "the [ORG Trade] and [ORG Inner Safety Departments] met"),
    Case(
      name: "one ministry of two things", given: "the [ORG Trade and Inner Safety Department] met",
      mended: "the [ORG Trade and Inner Safety Department] met"),
    Case(
      name: "by whom a paper is", given: "a paper by [ORG QX Quendrik] in June",
      mended: "a paper by [PERSON QX Quendrik] in June"),
    Case(name: "a role alone", given: "Then [PERSON Senator] came", mended: "Then Senator came"),
    Case(
      name: "a role that is somebody's name", given: "[PERSON Anna Senator] came. Then [PERSON Senator] left",
      mended: "[PERSON Anna Senator] came. Then [PERSON Senator] left"),
    Case(
      name: "a role after an organization",
      given: "[ORG QXD Director] spoke, then a [ORG Velden Institute Spokesperson]",
      mended: "[ORG QXD] Director spoke, then a [ORG Velden Institute] Spokesperson"),
    Case(
      name: "a role after anything else", given: "the [ORG Velden Quendo Secretary] spoke",
      mended: "the [ORG Velden Quendo Secretary] spoke"),
    Case(
      name: "the branch of a country", given: "We asked Quendigo [GPE UK] today. [ORG Velden Corp] [GPE Norway] paid",
      mended: "We asked [ORG Quendigo UK] today. [ORG Velden Corp Norway] paid"),
    Case(
      name: "a country after a comma",
      given: "We asked Quendigo, [GPE UK] today. [ORG Velden Corp], [GPE Norway], paid",
      mended: "We asked Quendigo, [GPE UK] today. [ORG Velden Corp], [GPE Norway], paid"),
    Case(
      name: "islands for short", given: "the [LOC Quendo Islands]. We love the [ORG Quendos]",
      mended: "the [LOC Quendo Islands]. We love the [LOC Quendos]"),
    Case(
      name: "a country and what it owns", given: "[ORG Norway's Office of Fair Trading] met",
      mended: "[GPE Norway]'s [ORG Office of Fair Trading] met"),
    Case(
      name: "somebody's bank", given: "[ORG Quendo's Bank of Trade] met", mended: "[ORG Quendo's Bank of Trade] met"),
    Case(
      name: "a firm that is said to be one",
      given: "[PERSON Quendigo], the private firm which runs it, and the think-tank [GPE Velmos] met",
      mended: "[ORG Quendigo], the private firm which runs it, and the think-tank [ORG Velmos] met"),
    Case(
      name: "somebody who founded a firm", given: "[PERSON Quendigo], who runs the firm, met",
      mended: "[PERSON Quendigo], who runs the firm, met"),
    Case(
      name: "a player's team", given: "[GPE Velden] striker Rulk and [GPE England] striker Dahl",
      mended: "[ORG Velden] striker Rulk and [GPE England] striker Dahl"),
    Case(
      name: "half a place", given: "she won [GPE Velden] West and lost [GPE Morrin] East Side",
      mended: "she won [GPE Velden West] and lost [GPE Morrin] East Side"),
    Case(
      name: "half a place, taken for a name of its own", given: "she won [GPE Velden] [PERSON West] again",
      mended: "she won [GPE Velden West] again"),
    Case(
      name: "who is of a university",
      given: "a student at [ORG University of Velden Anna Rulk] came. [PERSON Rulk] left",
      mended: "a student at [ORG University of Velden] [PERSON Anna Rulk] came. [PERSON Rulk] left"),
    Case(
      name: "after whom a school is called", given: "a student at [ORG University of Velden Anna Rulk] came",
      mended: "a student at [ORG University of Velden Anna Rulk] came"),
    Case(
      name: "a minister of something", given: "Minister of [ORG Education Anna Rulk] came",
      mended: "Minister of Education [PERSON Anna Rulk] came"),
    Case(
      name: "the acronym of a law", given: "the [LAW Treaty on Quiet Days] ([ORG TQD]) is old",
      mended: "the [LAW Treaty on Quiet Days] ([LAW TQD]) is old"),
    Case(name: "one group of several", given: "top of [ORG Group E] now", mended: "top of Group E now"),
    Case(
      name: "of what kind a thing is", given: "the [ORG Social Welfare] constituency",
      mended: "the Social Welfare constituency"),
    Case(
      name: "a first name is no employer", given: "Today Peter's [PERSON Anna Rulk] left.",
      mended: "Today Peter's [PERSON Anna Rulk] left."),
  ])
  func mends(_ example: Case) throws {
    let given = try MarkedEntities(example.given)
    #expect(given.marking(NameRepair(given.entities, in: given.text).mended(given.entities)) == example.mended)
  }
}
