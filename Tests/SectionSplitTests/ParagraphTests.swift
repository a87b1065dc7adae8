import DocumentModel
import JSON
import StageTesting
import Testing

@testable import SectionSplitPlugin

@Suite struct ParagraphTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String
    /// The paragraphs with the kinds of those that are not plain text.
    var paragraphs: [String]

    init(_ name: String, _ text: String, _ paragraphs: [String]) {
      testDescription = name
      self.text = text
      self.paragraphs = paragraphs
    }
  }

  static let wrapped = """
    The night train from Vienna stood for seven hours in the
    snow above Landeck before a plough could reach it, and the
    passengers sang. Nobody was hurt.
    """

  static let cases: [Case] = [
    Case("blank lines part them", "It rained.\n\nIt snowed.", ["It rained.", "It snowed."]),
    Case(
      "single line feeds part them", "It rained.\nIt snowed.\nIt froze.", ["It rained.", "It snowed.", "It froze."]),
    Case("CR LF and CR", "It rained.\r\n\r\nIt snowed.\rIt froze.", ["It rained.", "It snowed.", "It froze."]),
    Case("white space around them", " \t It rained.\u{A0}\n \n\u{3000}It snowed.  ", ["It rained.", "It snowed."]),
    Case("hard wrap", wrapped, [wrapped]),
    Case("hard wrap of two paragraphs", "\(wrapped)\n\n\(wrapped)", [wrapped, wrapped]),
    Case(
      "no list item joins wrapped lines", "\(wrapped)\n- bread\n- salt",
      [wrapped, "list-item - bread", "list-item - salt"]),
    Case(
      "lists", "- bread\n* salt\n• oil\n1. wash\n2) cut\n(a) boil\nb) eat",
      ["- bread", "* salt", "• oil", "1. wash", "2) cut", "(a) boil", "b) eat"].map { "list-item " + $0 }),
    Case(
      "an indented line goes on with its item", "- bread\n  and butter\n- salt",
      ["list-item - bread\n  and butter", "list-item - salt"]),
    Case("initials are no list", "A. Smith rowed.\n\nB. Jones swam.", ["A. Smith rowed.", "B. Jones swam."]),
    Case("quotations", "> It rained\n> all day.\n\nIt did.", ["quote It rained\n> all day.", "It did."]),
    Case("empty lines of a quotation", "> It rained.\n>\n> It snowed.\n>", ["quote It rained.", "quote It snowed."]),
    Case("a line of marks is none", "It rained.\n\n* * *\n\nIt snowed.\n=====\n", ["It rained.", "It snowed."]),
  ]

  @Test(arguments: cases)
  func partsText(_ item: Case) throws {
    let document = try run(SectionSplitStage.self, with: ["headings": []], on: item.text)
    let paragraphs = (document.paragraphs ?? []).map { paragraph in
      (paragraph.kind == .text ? "" : "\(paragraph.kind.rawValue) ") + document[paragraph.range]
    }
    #expect(paragraphs == item.paragraphs)
  }

  @Test func takesItemsForTextWhereListsAreOff() throws {
    let document = try run(SectionSplitStage.self, with: ["lists": false], on: "- bread\n- salt")
    #expect(document.paragraphs?.map(\.kind) == [.text, .text])
  }
}
