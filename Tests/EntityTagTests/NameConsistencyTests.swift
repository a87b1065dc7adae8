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
