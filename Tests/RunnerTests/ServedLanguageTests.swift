import DocumentModel
import JSON
import StageKit
import Testing

@testable import Runner

@Suite struct ServedLanguageTests {
  /// The document after a stage that tells its language and one that serves English.
  private func document(in language: String, when languages: [String] = []) throws -> Document {
    try withTemporaryFolder { folder in
      try folder.write("in/a.txt", "text")
      let tell = ClosureStage("tell", provides: [.metadata]) { $0.metadata.language = language }
      var split = ClosureStage("split", provides: [.sentences]) {
        $0.sentences = [Sentence(range: $0.textRange, by: "split")]
      }
      split.contract.languages = ["en"]
      let pipeline = Pipeline(
        name: "test",
        steps: [
          Step(stage: tell, optionsFingerprint: "sha256:0"),
          Step(stage: split, optionsFingerprint: "sha256:0", condition: Condition(languages: languages)),
        ])
      var result: Document?
      let delivery = ClosureDelivery { delivered, _ in result = delivered.document }
      var settings = RunSettings()
      settings.checksContracts = true
      let inputs = try InputSelection(paths: ["\(folder.path)/in"]).list()
      _ = try Run(pipeline, on: inputs, settings: settings).start(into: delivery)
      return try #require(result)
    }
  }

  @Test func servesItsLanguage() throws {
    let document = try document(in: "en-GB")
    #expect(document.sentences?.count == 1)
    #expect(document.diagnostics.isEmpty)
  }

  @Test func passesOthersBy() throws {
    let document = try document(in: "de")
    #expect(document.sentences == [])
    #expect(document.diagnostics.map(\.code) == ["language-not-served"])
    #expect(document.trace.map(\.skipped) == [nil, "serves en, and the document is in 'de'"])
  }

  @Test func thePipelinesWordGoesFirst() throws {
    #expect(try document(in: "de", when: ["de"]).sentences?.count == 1)
  }
}
