import DocumentModel
import JSON
import StageKit
import StageTesting
import Testing

@testable import ExportPlugin

/// Links stand in a Markdown page as Markdown has them, and what is beside them stays what it is.
@Suite struct MarkdownLinkTests {
  /// A text in which «words» are links, and its page.
  private static let cases: [(text: String, target: String, page: String)] = [
    ("See «the report» now.", "https://a.example/r", "See [the report](https://a.example/r) now."),
    ("«All of it»", "x", "[All of it](x)"), ("«a»«b»", "x", "[a](x)[b](x)"),
    ("«[sic]» is it", "x", "[\\[sic\\]](x) is it"), ("Wow!«here»", "x", "Wow\\![here](x)"),
    ("a]«b»", "x", "a\\][b](x)"), ("a\\«b\\»c", "x", "a\\\\[b\\\\](x)c"),
    ("foo_«bar»_baz", "x", "foo\\_[bar](x)\\_baz"),
    ("foo_bar «a_b»", "x", "foo_bar [a\\_b](x)"), ("«1. One»", "x", "[1. One](x)"), ("«# One»", "x", "[# One](x)"),
    ("- «one»", "x", "\\- [one](x)"), ("«two\nlines»", "x", "[two](x)\n[lines](x)"),
    ("«a»", "/b(c)d e<f>`", "[a](/b\\(c\\)d%20e%3Cf%3E%60)"), ("«a»", "?a=1&b=2&lt;", "[a](?a=1&b=2\\&lt;)"),
    ("http://a.example/«b»", "x", "http\\://a.example/[b](x)"), ("www.a.example/«b»", "x", "www\\.a.example/[b](x)"),
    ("«http://a.example/b_c»", "http://a.example/b_c", "[http://a.example/b\\_c](http://a.example/b_c)"),
    ("«a»: b", "x", "[a](x): b"), ("«a»", "", "a"),
  ]

  /// A document of `marked`, whose links stand between « and ».
  static func document(_ marked: String, _ target: String, _ kind: Paragraph.Kind? = nil) -> Document {
    var text = ""
    var starts = 0
    var links: [Link] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "«": starts = text.utf8.count
      case "»": links.append(Link(range: TextRange(starts, text.utf8.count), target: target, by: "clean"))
      default: text.unicodeScalars.append(scalar)
      }
    }
    var document = Document(id: "a", text: text)
    document.links = links
    if let kind {
      document.sections = []
      document.paragraphs = [Paragraph(range: document.textRange, kind: kind, by: "test")]
    }
    return document
  }

  private func page(_ document: Document) throws -> String {
    let options: JSONObject = ["format": "markdown", "parts": ["body"]]
    return try output(options, of: document)
  }

  @Test(arguments: cases) func linksStandAsMarkdownHasThem(text: String, target: String, page: String) throws {
    #expect(try self.page(Self.document(text, target)) == page + "\n")
    #expect(try self.page(Self.document(text, target, .text)) == page + "\n")
  }

  @Test func linksStandInItemsQuotesAndHeadings() throws {
    #expect(try page(Self.document("- The «one» item", "x", .listItem)) == "- The [one](x) item\n")
    #expect(try page(Self.document("> The «one\n> quote»", "x", .quote)) == "> The [one](x)\n> [quote](x)\n")
    var document = Self.document("What it «costs»", "x", .text)
    document.paragraphs = []
    document.sections = [
      Section(range: document.textRange, level: 2, heading: document.textRange, body: TextRange(15, 15), by: "test"),
      Section(range: TextRange(15, 15), level: 1, heading: nil, body: TextRange(15, 15), by: "test"),
    ]
    #expect(try page(document) == "## What it [costs](x)\n")
  }

  @Test func layersCanLeaveThemOut() throws {
    let document = Self.document("See «it».", "https://a.example/r")
    #expect(try output(["format": "json"], of: document).contains("\"target\": \"https://a.example/r\""))
    #expect(try !output(["format": "json", "layers": ["sections"]], of: document).contains("target"))
    let rows = try output(["format": "sqlite"], of: document)
    #expect(rows.contains("\"links\":[[\"it\",\"https://a.example/r\",4,6,\"clean\"]]"))
  }
}
