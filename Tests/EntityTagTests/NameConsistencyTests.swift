import Testing

@testable import EntityTagPlugin

@Suite struct NameConsistencyTests {
  private func settled(_ marked: String, score: Double = 0.9) throws -> String {
    let given = try MarkedEntities(marked, score: score)
    return given.marking(NameConsistency(in: given.text).settled(given.entities))
  }

  @Test func findsANameEverywhere() throws {
    let text = "Quendon Opens Plant\n\nThe firm [ORG Quendon Corp] opened it. Nobody knew Quendon before."
    #expect(
      try settled(text)
        == "[ORG Quendon] Opens Plant\n\nThe firm [ORG Quendon Corp] opened it. Nobody knew [ORG Quendon] before.")
  }

  @Test func findsAFamilyNameAlone() throws {
    #expect(
      try settled("[PERSON Anna Rulk] came. Later Rulk left.") == "[PERSON Anna Rulk] came. Later [PERSON Rulk] left.")
  }

  @Test func mostMentionsDecide() throws {
    #expect(
      try settled("[ORG Quendon] paid. [ORG Quendon] grew. [PERSON Quendon] fell.")
        == "[ORG Quendon] paid. [ORG Quendon] grew. [ORG Quendon] fell.")
  }

  @Test func aLittleMoreDecides() throws {
    #expect(
      try settled(
        "[ORG Quendon] paid. [ORG Quendon] grew. [GPE Quendon] fell. The [GPE Quendon] deal. [ORG Quendon] sank.")
        == "[ORG Quendon] paid. [ORG Quendon] grew. [ORG Quendon] fell. The [ORG Quendon] deal. [ORG Quendon] sank.")
  }

  @Test func whatIsAsSureEitherWayStays() throws {
    let text = "[ORG Quendon] paid. [GPE Quendon] fell."
    #expect(try settled(text) == text)
  }

  @Test func aFirstNameSpeaksForAPerson() throws {
    #expect(
      try settled("[ORG Anna Rulk] came. [PERSON Anna Rulk] left.")
        == "[PERSON Anna Rulk] came. [PERSON Anna Rulk] left.")
    let text = "[ORG Anna Rulk] paid. [ORG Anna Rulk] grew. [PERSON Anna Rulk] left."
    #expect(try settled(text) == text.replacing("PERSON", with: "ORG"))
  }

  @Test func aCompanyIsNoPersonForALittle() throws {
    let text =
      "[ORG Quendon] paid. [PERSON Quendon] grew. [ORG Quendon] fell. [PERSON Quendon] sank. [PERSON Quendon] ended."
    #expect(try settled(text) == text)
  }

  @Test func aFamilyNameIsNoPlaceForALittle() throws {
    let text = "[PERSON Anna Rulk] came. [PERSON Rulk] sat. [GPE Rulk] left. [GPE Rulk] sang."
    #expect(try settled(text) == text)
  }

  @Test(arguments: [
    (
      "The [ORG Church of Velden] sang. In it the Church began.",
      "The [ORG Church of Velden] sang. In it the [ORG Church] began."
    ),
    (
      "The Church began. Soon the [ORG Church of Velden] sang.",
      "The Church began. Soon the [ORG Church of Velden] sang."
    ),
    (
      "The [ORG Church of Velden] sang. They saw the Church of Morrin.",
      "The [ORG Church of Velden] sang. They saw the Church of Morrin."
    ),
    (
      "The [ORG Bank of Velden] and the [ORG Bank of Morrin] sang. In it the Bank began.",
      "The [ORG Bank of Velden] and the [ORG Bank of Morrin] sang. In it the Bank began."
    ),
    (
      "The [ORG Oslo Otters] won. Nobody saw the Otters leave.",
      "The [ORG Oslo Otters] won. Nobody saw the [ORG Otters] leave."
    ),
    (
      "The [ORG Oslo Otters] won. Nobody saw Otters leave.", "The [ORG Oslo Otters] won. Nobody saw [ORG Otters] leave."
    ),
    ("The [ORG Oslo Otters] won. Otters swim well.", "The [ORG Oslo Otters] won. Otters swim well."),
    (
      "The [ORG New Quendon Party] won. A man of NQP sang.", "The [ORG New Quendon Party] won. A man of [ORG NQP] sang."
    ),
    (
      "The [ORG New Quendon Party] won. A man called Nqp sang.",
      "The [ORG New Quendon Party] won. A man called Nqp sang."
    ),
  ])
  func findsAnOrganizationForShort(_ text: String, _ settledText: String) throws {
    #expect(try settled(text) == settledText)
  }

  /// A word that the text has with a capital inside sentences, and never without, is a name at their beginnings too.
  @Test(arguments: [
    (
      "[PERSON Anna Banks] came. We saw [PERSON Banks] and [PERSON Banks] saw us. Banks lend money there.",
      "[PERSON Anna Banks] came. We saw [PERSON Banks] and [PERSON Banks] saw us. [PERSON Banks] lend money there."
    ),
    (
      "[PERSON Anna Banks] came. We saw [PERSON Banks] and [PERSON Banks] saw two banks. Banks lend money there.",
      "[PERSON Anna Banks] came. We saw [PERSON Banks] and [PERSON Banks] saw two banks. Banks lend money there."
    ),
    ("[PERSON Anna Banks] came. Banks lend money there.", "[PERSON Anna Banks] came. Banks lend money there."),
    (
      "[PERSON QXD Anna Rulk] came. The QXD is old, said [PERSON Rulk].",
      "[PERSON QXD Anna Rulk] came. The QXD is old, said [PERSON Rulk]."
    ),
  ])
  func knowsOrdinaryWordsThatAreNames(_ text: String, _ settledText: String) throws {
    #expect(try settled(text) == settledText)
  }

  /// The same where many words are asked for, and a table is made of the text.
  @Test func knowsManyOrdinaryWordsThatAreNames() throws {
    let words = [
      "Banks", "Field", "Winter", "Fields", "Green", "Park", "Lake", "Banks", "Abandon", "Ability", "Able", "About",
    ]
    let people = words.map { "We met [PERSON Anna \($0)] and [PERSON \($0)] met [PERSON \($0)]. " }.joined()
    let given = people + words.map { "\($0) lend money. " }.joined() + "They have two fields."
    let settled = try settled(given)
    #expect(settled.contains("[PERSON Banks] lend"))
    #expect(settled.contains("[PERSON Winter] lend"))
    #expect(settled.contains("[PERSON Ability] lend"))
    #expect(settled.contains(" Fields lend"))
  }

  @Test func aPersonsNameIsThePerson() throws {
    #expect(
      try settled("[PERSON Anna Rulk] came. [ORG Rulk] left.", score: 0.7)
        == "[PERSON Anna Rulk] came. [PERSON Rulk] left.")
  }

  @Test func whatIsSureStays() throws {
    let text = "[PERSON Anna Rulk] came. [ORG Rulk] left."
    #expect(try settled(text) == text)
  }

  @Test func whatStandsAfterInIsAPlace() throws {
    let text = "[PERSON Anna Rulk] came. They live in [GPE Rulk] now."
    #expect(try settled(text, score: 0.7) == text)
  }
}
