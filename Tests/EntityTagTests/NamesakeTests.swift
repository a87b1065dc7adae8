import DocumentModel
import JSON
import StageTesting
import Testing

@testable import EntityTagPlugin

@Suite struct NamesakeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    /// For each chain the words of its mentions.
    var chains: [[String]]
    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(
      name: "a relative who comes up once",
      text: "We met Anna Berg. Then Mrs. Berg sang. We also met Peter Berg. Then Mrs. Berg left.",
      chains: [["Anna Berg", "Berg", "Berg"], ["Peter Berg"]]),
    Case(
      name: "the other one comes back",
      text: "We met Anna Berg. Then Mrs. Berg sang. We met Peter Berg. Soon Anna Berg left.",
      chains: [["Anna Berg", "Berg", "Anna Berg"], ["Peter Berg"]]),
    Case(
      name: "a first name that is another's family name",
      text: "We met Paul Simon. Then Mr. Simon sang. We met Simon Berg. Then Mr. Simon left.",
      chains: [["Paul Simon", "Simon", "Simon"], ["Simon Berg"]]),
    Case(
      name: "a middle name told once",
      text: "We met Anna Berg. We met Peter Berg. We met Peter Olaf Berg. Soon Anna Maria Berg left.",
      chains: [["Anna Berg", "Anna Maria Berg"], ["Peter Berg", "Peter Olaf Berg"]]),
    Case(
      name: "among equals the last one", text: "We met Anna Berg. We met Peter Berg. Then Mr. Berg left.",
      chains: [["Anna Berg"], ["Peter Berg", "Berg"]]),
  ])
  func shareAFamilyName(_ example: Case) throws {
    let document = try run(EntityTagStage.self, with: ["labels": ["PERSON"]], on: example.text)
    let chains = (document.chains ?? []).map { chain in
      chain.mentions.compactMap { document.entities?[$0].range }.map { String(document[$0]) }
    }
    #expect(chains == example.chains)
  }
}
