import DocumentModel
import JSON
import StageTesting
import Testing

@testable import Inspection

@Suite struct StageHistoryTests {
  /// Documents as `id stages text`, and the histories that they make: the texts of each, the earliest first.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let documents: [String]
    let histories: [[String]]

    init(_ name: String, _ documents: [String], _ histories: [[String]]) {
      (testDescription, self.documents, self.histories) = (name, documents, histories)
    }
  }

  @Test(arguments: [
    Case("nothing", [], []),
    Case("one document", ["a c one"], [["one"]]),
    Case("stages in any order", ["a cs two", "a  zero", "a c one"], [["zero", "one", "two"]]),
    Case("two documents", ["b c x", "a c one", "b cs y"], [["x", "y"], ["one"]]),
    Case("one id of two folders", ["a c one", "a c other"], [["one"], ["other"]]),
    Case("the same version twice", ["a c one", "a cs two", "a cs two"], [["one", "two"]]),
    Case("another pipeline's", ["a c one", "a cs two", "a x three"], [["one", "two"], ["three"]]),
  ])
  func versionsOfOneDocumentComeTogether(_ example: Case) {
    let documents = example.documents.map { line in
      let parts = line.split(separator: " ", omittingEmptySubsequences: false)
      var document = Document(id: String(parts[0]), text: String(parts[2]))
      document.trace = parts[1].map { TraceEntry(stage: String($0), version: "1.0.0", options: "sha256:0") }
      return document
    }
    #expect(StageHistory.histories(of: documents).map { $0.versions.map(\.text) } == example.histories)
  }

  /// A captured file has the text as it was read, the export of the same version has not.
  @Test func theSourceTextIsKept() throws {
    let export = Document(id: "a", text: "one")
    var captured = export
    captured.source.text = "one  "
    let history = try #require(StageHistory.histories(of: [export, captured]).first)
    #expect(history.versions.count == 1)
    #expect(history.document.source.text == "one  ")
  }
}

@Suite struct ViewPlacesTests {
  @Test func placesAreInUTF16AndInTheSource() throws {
    let source = "東京  is 👩‍👧 far."
    var document = Document(text: source)
    try document.rewrite([TextEdit(TextRange(6, 8), " ", rule: "spaces")], by: "clean")
    // "is", a range that begins within a character, and one behind the end.
    let words = TextRange(7, 9)
    document.entities = [words, TextRange(1, 3), TextRange(0, 99)].map { Entity(range: $0, label: .gpe, by: "x") }
    document.sentences = [Sentence(range: TextRange(0, document.text.utf8.count), by: "x")]

    let inText = ViewPlaces(document).json(in: nil)
    #expect(inText["entities"] == [3, 5, -1, -1, -1, -1])
    #expect(inText["sentences"] == [0, .integer(document.text.utf16.count)])
    let inSource = ViewPlaces(document).json(in: Document(text: source))
    #expect(inSource["entities"] == [4, 6, -1, -1, -1, -1])
    #expect(inSource["sentences"] == [0, .integer(source.utf16.count)])
  }
}
