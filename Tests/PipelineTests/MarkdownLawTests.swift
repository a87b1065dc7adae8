import CleanPlugin
import DocumentModel
import ExportPlugin
import JSON
import SectionSplitPlugin
import StageKit
import StageTesting
import Testing

/// A page that `export` has written says to `clean` and `section-split` what the document said: the same kinds of
/// paragraph with the same levels and words. Written once more, it has the same bytes.
@Suite struct MarkdownLawTests {
  struct Block: Sendable {
    var kind: Paragraph.Kind
    var level: Int?
    var text: String
    /// What stands before it in the text.
    var gap = "\n\n"

    /// What is compared: `list-item 2: - a`, white space in the lines aside.
    var fact: String {
      let lines = text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
      return "\(kind.rawValue)\(level.map { " \($0)" } ?? ""): \(lines.joined(separator: "\n"))"
    }
  }

  private static func heading(_ text: String, _ level: Int) -> Block { Block(kind: .heading, level: level, text: text) }
  private static func text(_ text: String) -> Block { Block(kind: .text, text: text) }
  private static func quote(_ text: String) -> Block { Block(kind: .quote, text: text) }
  private static func quotedItem(_ text: String, _ level: Int = 1) -> Block {
    Block(kind: .quote, level: level, text: text, gap: "\n")
  }
  private static func code(_ text: String) -> Block { Block(kind: .preformatted, text: text) }
  private static func row(_ text: String) -> Block { Block(kind: .tableRow, text: text, gap: "\n") }
  private static func item(_ text: String, _ level: Int = 1) -> Block {
    Block(kind: .listItem, level: level, text: text, gap: "\n")
  }

  private static let cases: [(name: String, blocks: [Block], page: String)] = [
    ("an address", [text("Harbour Office\nQuay 1\n5003 Bergen")], "Harbour Office\\\nQuay 1\\\n5003 Bergen\n"),
    (
      "verse in a quotation", [quote("The tide\nis out"), quote("and\n- in")],
      "> The tide\\\n> is out\n>\n> and\\\n> \\- in\n"
    ),
    ("code", [code("if x < 1 {\nprint(\"*\")\n}")], "```\nif x < 1 {\nprint(\"*\")\n}\n```\n"),
    ("code about code", [code("```sh\nmake\n```"), code("# a")], "````\n```sh\nmake\n```\n````\n\n```\n# a\n```\n"),
    (
      "lists in lists", [item("1. Pack"), item("- tent", 2), item("- rope", 2), item("2. Leave"), item("1. early", 2)],
      "1. Pack\n   - tent\n   - rope\n2. Leave\n   1. early\n"
    ),
    (
      "a list that begins at 9", [item("9. a"), item("- x", 2), item("10. b"), item("- y", 2)],
      "9. a\n   - x\n10. b\n    - y\n"
    ),
    ("a list in a list that begins at 5", [item("- a"), item("5. b", 2), item("- c")], "- a\n\n  5. b\n- c\n"),
    ("lists of two kinds", [item("- a"), item("2. b"), item("- c")], "- a\n\n2. b\n\n- c\n"),
    ("a list after a list", [item("1. a"), item("2. b"), item("1. c")], "1. a\n2. b\n\n<!-- -->\n\n1. c\n"),
    ("a countdown", [item("- a"), item("3. b", 2), item("2. c", 2)], "- a\n\n  3. b\n\n  <!-- -->\n\n  2. c\n"),
    ("lines of an item", [item("10. a\n# b"), item("- c\nd", 2)], "10. a\\\n    \\# b\n    - c\\\n      d\n"),
    ("marks alone", [item("- a"), item("- -", 2), item("- 1.", 2)], "- a\n  - \\-\n  - 1\\.\n"),
    ("a paragraph after a list", [item("- a"), text("b"), item("2. c")], "- a\n\nb\n\n2. c\n"),
    (
      "a list in a quotation", [quote("a"), quotedItem("- b"), quotedItem("2. c\nd", 2), quote("e"), item("- f")],
      "> a\n>\n> - b\n>\n>   2. c\\\n>      d\n>\n> e\n\n- f\n"
    ),
    (
      "lists in quotations alone", [quotedItem("1. a"), quotedItem("1. b"), text("c"), quotedItem("- d")],
      "> 1. a\n>\n> <!-- -->\n>\n> 1. b\n\nc\n\n> - d\n"
    ),
    ("a table", [row("Year | Cost"), row("2026 | 5|6")], "| Year | Cost |\n| --- | --- |\n| 2026 | 5\\|6 |\n"),
    ("a row", [row("--- | # 1. *a*")], "| --- | # 1. \\*a\\* |\n| --- | --- |\n"),
    (
      "two tables", [row("a | b"), Block(kind: .tableRow, text: "c | d")],
      "| a | b |\n| --- | --- |\n\n| c | d |\n| --- | --- |\n"
    ),
    ("a table after a list", [item("- a"), row("b | c"), text("d")], "- a\n\n| b | c |\n| --- | --- |\n\nd\n"),
    (
      "lines that look like marks", [text("a\n- b\n1. c\n===\n---\n> d\n# e\n+ f\n``` g\n| h")],
      "a\\\n\\- b\\\n1\\. c\\\n\\===\\\n\\---\\\n\\> d\\\n\\# e\\\n\\+ f\\\n\\`\\`\\` g\\\n| h\n"
    ),
    ("a strike that is none", [text("a ~b\n>~")], "a ~b\\\n\\>\\~\n"),
    ("a table that is none", [text("a | b\n--- | ---")], "a | b\\\n\\--- | ---\n"),
    ("an address behind a backslash", [text("\\http://a.example/_b_")], "\\http\\://a.example/\\_b\\_\n"),
    (
      "elements and references", [text("<div>\n&amp; <https://a.example/_b_>")],
      "\\<div>\\\n\\&amp; \\<<https://a.example/_b_>>\n"
    ),
  ]

  @Test(arguments: cases) func holds(name: String, blocks: [Block], page: String) throws {
    let document = document(blocks)
    #expect(try written(document) == page)
    #expect(try broken(document) == [])
  }

  /// What Markdown has no words for, and what becomes of it.
  private static let unsaid: [(name: String, blocks: [Block], type: String, read: [Block])] = [
    ("a level that none led to", [item("- a"), item("- b", 3)], "text/html", [item("- a"), item("- b", 2)]),
    (
      "an item below a paragraph", [item("- a"), text("b"), item("- c", 2)], "text/html",
      [item("- a"), text("b"), item("- c")]
    ),
    ("a mark with a bracket", [item("1) a")], "text/plain", [item("1. a")]),
    ("a mark of another kind", [item("• a"), item("(b) c")], "text/plain", [item("- a"), item("- (b) c")]),
    ("an item without a level", [Block(kind: .listItem, text: "- a")], "text/plain", [item("- a")]),
    (
      "headings without a title", [heading("a", 1), heading("b", 1)], "text/html", [heading("a", 1), heading("b", 2)]
    ),
    ("lines of a cell", [row("Quay | North *\n* ~ South")], "text/html", [row("Quay | North * * ~ South")]),
    ("a wrap of plain text", [text("a\nb")], "text/plain", [text("a b")]),
  ]

  @Test(arguments: unsaid) func saysTheRestAsItCan(name: String, blocks: [Block], type: String, read: [Block]) throws {
    let page = try written(document(blocks, type))
    let again = try self.read(page)
    #expect(facts(again) == facts(document(read)))
    #expect(try broken(again) == [])
  }

  @Test(arguments: 0..<40 as Range<UInt64>) func holdsOnDrawnDocuments(seed: UInt64) throws {
    var source = BlockSource(random: SplitMix64(seed: seed))
    for _ in 0..<50 {
      let document = document(source.blocks())
      let broken = try broken(document)
      #expect(broken == [], "\(broken)")
    }
  }

  // MARK: - Documents

  /// A document as `clean` hands it on from markup, below a title, gone through `section-split`.
  private func document(_ blocks: [Block], _ type: String = "text/html") -> Document {
    var text = ""
    var paragraphs: [Paragraph] = []
    for block in blocks {
      if !text.isEmpty { text += block.gap }
      let start = text.utf8.count
      text += block.text
      paragraphs.append(
        Paragraph(range: TextRange(start, text.utf8.count), kind: block.kind, level: block.level, by: "clean"))
    }
    var document = Document(id: "a", text: text, source: Source(mediaType: type))
    document.paragraphs = paragraphs
    guard document.hasReadMarkup else { return document }
    return (try? run(SectionSplitStage.self, on: document)) ?? document
  }

  private func written(_ document: Document) throws -> String {
    let stage = try ExportStage(with: ["format": "markdown", "parts": ["body"]], resources: Resources())
    return String(decoding: try stage.render(document).bytes, as: UTF8.self)
  }

  private func read(_ page: String) throws -> Document {
    var document = Document(id: "a", text: page)
    document.source.mediaType = "text/markdown"
    return try run(SectionSplitStage.self, on: run(CleanStage.self, on: document))
  }

  private func facts(_ document: Document) -> [String] {
    let headings = (document.sections ?? []).compactMap { section in
      section.heading.map { Block(kind: .heading, level: section.level, text: String(document[$0])).fact }
    }
    return headings
      + (document.paragraphs ?? []).map { Block(kind: $0.kind, level: $0.level, text: String(document[$0.range])).fact }
  }

  /// What does not come back as it was.
  private func broken(_ document: Document) throws -> [String] {
    let page = try written(document)
    let again = try read(page)
    var broken = zip(facts(document), facts(again)).filter { $0 != $1 }.map { "\($0) → \($1)" }
    if facts(document).count != facts(again).count { broken.append("\(facts(document)) → \(facts(again))") }
    let second = try written(again)
    if second != page { broken.append("written first: \(page)second: \(second)") }
    return broken
  }
}

/// Draws blocks of words and marks.
private struct BlockSource {
  var random: SplitMix64

  private static let pieces = [
    "quay", "Two words", "é", "😀", "漢", "*", "**", "_", "a_b", "`", "``", "~", "~~", "<b>", "</div>", "<!-- ", "<?",
    "&amp;", "&",
    "&#60;", "[", "]", "](", "![", "[^1]", "[a]: ", "a|b", "\\", "\\\\", "#", "##", ">", "1.", "2)", "10.", "+", "-",
    "---",
    "===", "```", "~~~", ":", "!", "$", "http://a.example/_b_", "https://a.example/~c?d=1&amp;e", "www.a.example/*f*",
    ".",
    "(https://a.example/g_).", "g@a.example", "<http://a.example/h>", "=", "***", "___", ":--", "\"", "'",
  ]

  mutating func below(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }

  mutating func line() -> String {
    var line = ""
    for _ in 0...below(5) {
      if below(2) == 0, !line.isEmpty { line += " " }
      line += Self.pieces[below(Self.pieces.count)]
    }
    let words = line.split(separator: " ").joined(separator: " ")
    return words.isEmpty ? "quay" : words
  }

  mutating func lines() -> String { (0...below(3)).map { _ in line() }.joined(separator: "\n") }

  mutating func blocks() -> [MarkdownLawTests.Block] {
    var blocks = [MarkdownLawTests.Block(kind: .heading, level: 1, text: "Notes from the harbour")]
    for _ in 0...below(6) {
      switch below(7) {
      case 0: blocks.append(.init(kind: .heading, level: 2, text: line()))
      case 1: blocks.append(.init(kind: .quote, text: lines()))
      case 2: blocks.append(.init(kind: .preformatted, text: lines()))
      case 3: addList(of: .listItem, to: &blocks)
      case 6: addList(of: .quote, to: &blocks)
      case 4: addTable(to: &blocks)
      default: blocks.append(.init(kind: .text, text: lines()))
      }
    }
    return blocks
  }

  private mutating func addList(of kind: Paragraph.Kind, to blocks: inout [MarkdownLawTests.Block]) {
    // An item goes at most one level deeper than the one before.
    var deepest = blocks.last.flatMap { $0.kind == kind ? $0.level : nil } ?? 0
    for _ in 0...below(5) {
      let level = 1 + below(deepest + 1)
      let mark = below(2) == 0 ? "-" : "\(below(12))."
      blocks.append(.init(kind: kind, level: level, text: "\(mark) \(lines())", gap: "\n"))
      deepest = level
    }
  }

  private mutating func addTable(to blocks: inout [MarkdownLawTests.Block]) {
    let columns = 1 + below(3)
    for number in 0...below(3) {
      let cells = (0..<columns).map { _ in line() }
      blocks.append(.init(kind: .tableRow, text: cells.joined(separator: " | "), gap: number == 0 ? "\n\n" : "\n"))
    }
  }
}
