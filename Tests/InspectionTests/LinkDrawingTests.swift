import DocumentModel
import JSON
import Testing

@testable import Inspection

/// Links are shown with where they lead, and a link that leads elsewhere is a difference.
@Suite struct LinkDrawingTests {
  private static let document: Document = {
    var document = Document(id: "a", text: "See the report.")
    document.links = [Link(range: TextRange(4, 14), target: "https://example.org/r", by: "clean")]
    return document
  }()

  @Test func terminalAndPageShowThem() throws {
    let drawing = DocumentDrawing(Self.document, width: 80, hasColours: false).text
    #expect(drawing.contains("\nLinks\n  the report → https://example.org/r\n"))
    let article = try JSON(parsing: ViewArticle(Self.document, labels: [:]).json)
    #expect(article["links"] == [["the report", "https://example.org/r"]])
    #expect(article["places"]?["links"] == [4, 14])
  }

  @Test func anotherTargetIsADifference() {
    var changed = Self.document
    changed.links?[0].target = "https://example.org/s"
    let layers = AnnotationDiff(from: Self.document, to: changed).layers.filter { !$0.changes.isEmpty }
    #expect(layers.map(\.layer) == ["links"])
    #expect(layers.first?.changes.map(\.kind) == [.relabelled])
  }
}
