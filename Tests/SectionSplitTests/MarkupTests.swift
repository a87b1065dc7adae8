import DocumentModel
import JSON
import StageTesting
import Testing

@testable import SectionSplitPlugin

/// What a stage that read markup hands on is taken as it is.
@Suite struct MarkupTests {
  private static func document(_ blocks: [(text: String, kind: Paragraph.Kind, level: Int?)]) -> Document {
    var text = ""
    var paragraphs: [Paragraph] = []
    for block in blocks {
      if !text.isEmpty { text += "\n\n" }
      let start = text.utf8.count
      text += block.text
      paragraphs.append(
        Paragraph(range: TextRange(start, text.utf8.count), kind: block.kind, level: block.level, by: "clean"))
    }
    var document = Document(
      text: text, source: Source(mediaType: "text/html"), metadata: Metadata(["title": "A Title"]))
    document.paragraphs = paragraphs
    return document
  }

  private static let blocks: [(text: String, kind: Paragraph.Kind, level: Int?)] = [
    ("A Title", .heading, 1), ("It rained. It snowed.", .text, nil),
    ("No Heading Though It Looks Like One", .text, nil),
    ("a small heading that ends in a stop.", .heading, 2), ("- one", .listItem, 1), ("below", .heading, 3),
    ("No. 3 | Closed in May. | Open. It rained.", .tableRow, nil), ("if a. B. then\n  c. D", .preformatted, nil),
    ("another", .heading, 2), ("So it goes.", .quote, nil),
  ]

  @Test func headingsAreFacts() throws {
    let result = try run(SectionSplitStage.self, on: Self.document(Self.blocks))
    let sections = try #require(result.sections)
    #expect(
      sections.map {
        "\($0.level) \($0.heading.map { String(result[$0]) } ?? "-") \($0.parent.map(String.init) ?? "-")"
      } == [
        "1 A Title -", "2 a small heading that ends in a stop. 0", "3 below 1", "2 another 0",
      ])
    #expect(result.paragraphs?.map(\.kind) == [.text, .text, .listItem, .tableRow, .preformatted, .quote])
    #expect(
      result.sentences?.map { String(result[$0.range]) } == [
        "It rained.", "It snowed.", "No Heading Though It Looks Like One", "- one",
        "No. 3 | Closed in May. | Open. It rained.", "So it goes.",
      ])
  }

  /// Letters and Roman numbers of items are marks where markup tells the items, however long they are.
  @Test(arguments: ["xviii. ", "AB. ", "ii. "]) func marksAreFacts(mark: String) throws {
    let result = try run(
      SectionSplitStage.self, on: Self.document([("\(mark)Bread was sold. It was good.", .listItem, 1)]))
    #expect(result.sentences?.map { String(result[$0.range]) } == ["\(mark)Bread was sold.", "It was good."])
  }

  /// The format has no deeper ones, and the title is above the deepest.
  @Test func headingsBelowTheDeepestAreAsDeep() throws {
    let headings = [("A Title", .heading, 1)] + Section.levels.map { ("h\($0)", Paragraph.Kind.heading, Optional($0)) }
    let result = try run(SectionSplitStage.self, on: Self.document(headings))
    #expect(result.sections?.map(\.level) == Array(Section.levels) + [255])
    #expect(result.sections?.last?.parent == 254)
    #expect(try Document(json: JSON(parsing: result.json())) == result)
  }

  @Test(arguments: [
    "Idempotence | A task can run twice. | Each is logged.", "As follows: | 1. Canada | 2. Denmark | 10. Spain",
    "Harbour Office | Main Street 14 | 26899 Rhede", "It was broken by hand before\nits end. | It went on.",
    "The letter was sent to\nJohn Smith of\nLondon by the\nPresident.",
    "Dr.\nJones did not (see\nFigure 2). | A.\nSmith did",
    "He said:\n“Ask them to wait. Then go.” | Log in | Sign up | Read on | More",
    "It is on\np. 23 of the book by\nA. Smith, who was\nb. 1964 in Hale",
    "The mayor said: “Ask them to wait.\nThen go.” | “It rained. | Then it went.” | He left.",
    "It opened in May\n2019 and closed. | 2021 | It is gone.",
    "This is a line that was broken at its width by a program which the\nauthor had in his old office, where he wrote letters to Anna van\nKesteren and Ben. | He was glad.",
    "A sad day :( | And a better one (now)", "他说：\n我们走\n吧。 | 然后", "王明 | 李华 | 张伟", "다음 정부는\n국민주권 정부다.",
    "Open: | (1) Monday | (2) Tuesday",
    "The river runs | And I run too,\nDown to the sea", "What we do: | a) milk, | b) cheese",
  ])
  func linesAreFacts(_ text: String) throws {
    let expected = text.split(separator: " | ").map(String.init)
    let result = try run(SectionSplitStage.self, on: Self.document([(expected.joined(separator: "\n"), .text, nil)]))
    #expect(result.sentences?.map { String(result[$0.range]) } == expected)
  }

  @Test(arguments: [
    ("de", "Viele Betriebe,\nz. B. die Werft und die am\n1. Mai eröffnete Halle, waren dagegen,\nd. h. alle"),
    ("de", "Ein Display mit\nBeleuchtung und\nRahmen, 20 Jahre nach ihrer\nErrichtung | Halle, die | Bau"),
    ("fr", "La lettre de\nJean Petit à la\nMairie | Merci"), ("pl", "List do\nJana | Dobry"),
  ])
  func linesGoOnBehindWordsThatLeadOn(language: String, text: String) throws {
    let expected = text.split(separator: " | ").map(String.init)
    var document = Self.document([(expected.joined(separator: "\n"), .text, nil)])
    document.metadata.language = language
    let result = try run(SectionSplitStage.self, on: document)
    #expect(result.sentences?.map { String(result[$0.range]) } == expected)
  }

  @Test func splittingAgainChangesNothing() throws {
    let once = try run(SectionSplitStage.self, on: Self.document(Self.blocks))
    #expect(try run(SectionSplitStage.self, on: once) == once)
  }

  @Test func headingsCanBeTurnedOff() throws {
    let result = try run(SectionSplitStage.self, with: ["headings": []], on: Self.document(Self.blocks))
    #expect(result.sections?.map(\.heading) == [nil])
    #expect(result.paragraphs?.count == Self.blocks.count)
  }

  @Test func promisesAreKept() throws {
    #expect(try brokenPromises(of: SectionSplitStage.self, on: [Self.document(Self.blocks), Self.document([])]) == [])
  }
}
