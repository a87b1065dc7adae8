import DocumentModel
import JSON
import Testing

@testable import ExportPlugin

/// A document whose lines are blocks: `1:` and so on begin a heading of that level, anything else is a paragraph.
private func document(_ lines: [String], title: String? = nil) -> Document {
  var text = ""
  var sections: [Section] = []
  var paragraphs: [Paragraph] = []
  for line in lines {
    let level = line.dropFirst().first == ":" ? line.first?.wholeNumberValue : nil
    let start = text.utf8.count
    text += level == nil ? line : String(line.dropFirst(2))
    let range = TextRange(start, text.utf8.count)
    text += "\n\n"
    if let level {
      let body = TextRange(range.end, range.end)
      sections.append(Section(range: range, level: level, heading: range, body: body, by: "test"))
    } else {
      paragraphs.append(Paragraph(range: range, by: "test"))
    }
  }
  var document = Document(id: "a", text: text)
  document.metadata.title = title
  document.sections = sections
  document.paragraphs = paragraphs
  return document
}

private func body(_ document: Document) throws -> String {
  try output(["format": "markdown", "parts": ["body"]], of: document)
}

@Suite struct MarkdownPageTests {
  private static let pages: [(lines: [String], title: String?, page: String)] = [
    (["1:Plans", "One.", "2:Later", "Two."], "Plans", "# Plans\n\nOne.\n\n## Later\n\nTwo.\n"),
    (["1:Plans", "1:Later", "2:Last"], "Plans", "# Plans\n\n## Later\n\n### Last\n"),
    (["One.", "1:Later"], "Plans", "# Plans\n\nOne.\n\n## Later\n"),
    (["1:PLANS", "One."], "Plans", "# Plans\n\nOne.\n"),
    (["Plans", "One.", "2:Later"], "Plans", "# Plans\n\nOne.\n\n## Later\n"),
    (["One.", "Plans"], "Plans", "# Plans\n\nOne.\n\nPlans\n"),
    (["1:Plans", "One.", "2:Later"], nil, "# Plans\n\nOne.\n\n## Later\n"),
    (["1:Plans", "1:Later"], nil, "# Plans\n\n# Later\n"),
    (["One.", "2:Later"], nil, "One.\n\n## Later\n"),
    (["9:Deep"], "Plans", "# Plans\n\n###### Deep\n"),
    ([], "Plans", "# Plans\n"),
    ([], nil, ""),
  ]

  @Test(arguments: pages)
  func hasItsTitleOnceAndHeadingsBelowIt(lines: [String], title: String?, page: String) throws {
    #expect(try body(document(lines, title: title)) == page)
  }

  @Test func isTheTextAsItIsWhereNobodyLookedForParagraphs() throws {
    var bare = Document(id: "a", text: "Plans\n\nOne,\n  two.\n\n\n- Three\n")
    #expect(try body(bare) == "Plans\n\nOne,\ntwo.\n\n\\- Three\n")
    bare.metadata.title = "plans"
    #expect(try body(bare) == "# plans\n\nOne,\ntwo.\n\n\\- Three\n")
  }

  @Test func saysWhatATextIsAboutInOneBlockEach() throws {
    var document = document(["1:Plans"])
    document.summary = Summary(text: "It *rains*.\nIt pours.", sentences: [], by: "test")
    document.keyphrases = [
      Keyphrase(text: "rain", score: 1, by: "test"), Keyphrase(text: "wind", score: 1, by: "test"),
    ]
    let page = try output(["format": "markdown", "parts": ["keyphrases", "summary"]], of: document)
    #expect(page == "# Plans\n\n> **Summary.** It \\*rains\\*. It pours.\n\n**Keywords:** rain; wind\n")
  }

  @Test func countsMentionsWithoutChainsByTheirWords() throws {
    var document = Document(id: "a", text: "NATO, EU, NATO; 5%, 5%, 3%")
    let ranges = [
      (0, 4, EntityLabel.org), (6, 8, .org), (10, 14, .org), (16, 18, .percent), (20, 22, .percent), (24, 26, .percent),
    ]
    document.entities = ranges.map { Entity(range: TextRange($0, $1), label: $2, by: "test") }
    let page = try output(["format": "markdown", "parts": ["entities"]], of: document)
    #expect(page == "## Entities\n\n### Organizations\n\n- NATO (2×)\n- EU\n\n### Percentages\n\n5%; 3%\n")
  }

  @Test func namesThatBeginAsListsAreNames() throws {
    var document = Document(id: "a", text: "1. FC Köln; 2. Mai")
    document.entities = [
      Entity(range: TextRange(0, 11), label: .org, by: "test"),
      Entity(range: TextRange(13, 19), label: .date, by: "test"),
    ]
    let page = try output(["format": "markdown", "parts": ["entities"]], of: document)
    #expect(page == "## Entities\n\n### Organizations\n\n- 1\\. FC Köln\n\n### Dates\n\n2\\. Mai\n")
  }

  /// The text of a web page's blocks, and the same of plain text, where a line feed is a wrap.
  @Test(arguments: [
    ("text/html", Paragraph.Kind.text, "Quay 1\nOslo", "Quay 1\\\nOslo\n"),
    ("text/plain", .text, "Quay 1\nOslo", "Quay 1\nOslo\n"),
    ("text/html", .quote, "> a\nb", "> \\> a\\\n> b\n"), ("text/plain", .quote, "a\n> b", "> a\n> b\n"),
    ("text/html", .listItem, "1. a\nb", "1. a\\\n   b\n"),
    ("text/html", .preformatted, "a\n\n  `b`", "```\na\n\n  `b`\n```\n"),
  ])
  func linesOfABlockStayLines(type: String, kind: Paragraph.Kind, text: String, page: String) throws {
    var document = Document(id: "a", text: text)
    document.source.mediaType = type
    document.sections = []
    document.paragraphs = [Paragraph(range: document.textRange, kind: kind, by: "test")]
    #expect(try body(document) == page)
  }

  @Test func codeKeepsTheIndentationBeforeItsFirstWord() throws {
    var document = Document(id: "a", text: "a:\n\n    b = 1\n  c\n")
    document.paragraphs = [
      Paragraph(range: TextRange(0, 2), by: "test"),
      Paragraph(range: TextRange(8, 17), kind: .preformatted, by: "test"),
    ]
    #expect(try body(document) == "a:\n\n```\n    b = 1\n  c\n```\n")
  }

  @Test func tablesWithABlankLineBetweenAreTwo() throws {
    var document = Document(id: "a", text: "a\nb\n\nc")
    document.paragraphs = [0, 2, 5].map { Paragraph(range: TextRange($0, $0 + 1), kind: .tableRow, by: "test") }
    #expect(try body(document) == "| a |\n| --- |\n| b |\n\n| c |\n| --- |\n")
  }

  private static let lines: [(text: String, canonical: String, line: String)] = [
    ("Ida Rask, Rask, Rask", "Ida Rask", "Ida Rask (3×, also Rask)"),
    ("Danes, Danes", "Dane", "Dane (2×, as Danes)"),
    ("Tide Mills Company", "Tide Mills", "Tide Mills (as Tide Mills Company)"),
    ("AARHUS", "Aarhus", "Aarhus"),
    ("Oslo, OSLO", "Oslo", "Oslo (2×)"),
  ]

  @Test(arguments: lines)
  func saysInWhichOtherWordsThingsAreNamed(text: String, canonical: String, line: String) throws {
    var document = Document(id: "a", text: text)
    var start = 0
    var entities: [Entity] = []
    for form in text.split(separator: ",") {
      let end = start + form.utf8.count
      let range = TextRange(form.first == " " ? start + 1 : start, end)
      entities.append(Entity(range: range, label: .person, chain: 0, by: "test"))
      start = end + 1
    }
    document.entities = entities
    document.chains = [
      Chain(canonical: canonical, label: .person, mentions: Array(entities.indices), by: "test")
    ]
    let page = try output(["format": "markdown", "parts": ["entities"]], of: document)
    #expect(page == "## Entities\n\n### People\n\n- \(line)\n")
  }
}
