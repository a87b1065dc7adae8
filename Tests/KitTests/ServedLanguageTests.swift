import DocumentModel
import JSON
import StageKit
import Testing

@Suite struct ServedLanguageTests {
  @Test(arguments: [
    (nil, true), ("", true), ("en", true), ("en-GB", true), ("EN", true), ("en_US", true), ("enm", false),
    ("de", false),
  ])
  func servesVarietiesAndTheUnknown(language: String?, isServed: Bool) {
    var document = Document(text: "a")
    document.metadata.language = language
    #expect(Contract("tag", version: "1", summary: "", languages: ["en", "fr"]).serves(document) == isServed)
    #expect(Contract("tag", version: "1", summary: "").serves(document))
  }

  /// Whatever layers a stage provides, its contract holds where it has passed a document by, and what is there stays.
  @Test(arguments: Layer.all + [.extension("n")])
  func keepsItsContractByEmptyLayers(layer: Layer) throws {
    let contract = Contract("tag", version: "1", summary: "", provides: [layer], languages: ["en"])
    let before = Document(text: "Hallo", metadata: Metadata(["language": "de"]))
    var after = before
    contract.passBy(&after)
    #expect(contract.violations(from: before, to: after) == [])
    #expect(after.diagnostics.map(\.message) == ["serves en, and the document is in 'de'"])
    let read = try Document(json: JSON(parsing: after.json()))
    #expect(read == after)
  }

  @Test func leavesWhatOthersFound() {
    let contract = Contract("tag", version: "1", summary: "", provides: [.keyphrases], languages: ["en"])
    var document = Document(text: "Hallo", metadata: Metadata(["language": "de"]))
    document.keyphrases = [Keyphrase(text: "Hallo", score: 1, by: "other")]
    contract.passBy(&document)
    #expect(document.keyphrases?.count == 1)
  }
}
