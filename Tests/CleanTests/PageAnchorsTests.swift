import JSON
import Testing

@testable import CleanPlugin

/// What the classifier sees of where a block stands: from the title, the byline, headings, lines that announce other
/// articles.
@Suite struct PageAnchorsTests {
  private struct Numbers {
    var anchors: [[Float]] = []
    var sections: [[Float]] = []
    var title: Int?

    init(_ html: String, _ metadata: JSONObject) {
      let bytes = html.utf8.span
      let page = Page(bytes)
      let measures = PageMeasures(page)
      let anchors = PageAnchors(page, measures, SharedWords(page, metadata, bytes))
      let marks = page.blocks.map { LineMarks(of: $0, in: page, bytes) }
      let sections = PageSections(page, measures, title: anchors.title, marks)
      title = anchors.title
      for index in page.blocks.indices {
        var row: [Float] = []
        anchors.add(index, to: &row)
        self.anchors.append(row)
        row = []
        sections.add(index, to: &row)
        self.sections.append(row)
      }
    }
  }

  private static let html = """
    <body><ul><li>Harbour bridge closed</li></ul><main><h1>Harbour bridge closed</h1><p>By Anna Berg</p>
    <p>The harbour bridge was closed on Monday, and ferries carry the passengers of four buses since.</p>
    <h2>Why</h2><p>Rust was found.</p></main><aside><h3>More news</h3><p>Bridge opens <time>Monday</time></p></aside>
    """

  private static let numbers = Numbers(html, ["title": "Harbour bridge closed", "byline": "Anna Berg"])

  @Test func theTitleIsTheHeadingNotTheMenu() {
    #expect(Self.numbers.title == 1)
  }

  @Test func blocksAreSeenFromTheBylineAndTheTitle() {
    let rows = Self.numbers.anchors
    #expect(Set(rows.map(\.count)) == [9])
    #expect(rows.map { $0[0] } == [-2, -1, 0, 1, 2, 3, 4, 5])
    #expect(rows.map { $0[1] } == [-1, 0, 1, 2, 3, 4, 5, 6])
    // Prose since the title: the long paragraph has it all but for the sentence behind it.
    #expect(rows[3][2] == 0)
    #expect(rows[4][2] > 70)
    // How far out the element is that lies beside the title: the menu's list is one above its item.
    #expect(rows.map { $0[3] } == [1, 0, 0, 0, 0, 0, 1, 1])
    // All prose is in the article's element; none beside it.
    #expect(rows[3][4] == 1)
    #expect(rows[7][5] == 0)
  }

  @Test func headingsAnnouncementsAndDatesArePassed() {
    let rows = Self.numbers.sections
    #expect(Set(rows.map(\.count)) == [11])
    #expect(rows.map { $0[0] } == [0, 0, 1, 1, 1, 1, 1, 1])
    #expect(rows.map { $0[1] } == [0, 0, 0, 0, 0, 0, 0, 1])
    #expect(rows.map { $0[2] } == [-1, -1, -1, -1, -1, -1, -1, 1])
    // The level of the last heading, and how far before it is.
    #expect(rows.map { $0[3] } == [0, 0, 1, 1, 1, 2, 2, 3])
    #expect(rows.map { $0[4] } == [-1, -1, 1, 2, 3, 1, 2, 1])
    #expect(rows[7][7...] == [1, 1, 1, 1])
  }

  @Test(
    arguments: [
      ("no metadata", "<h1>Quay</h1><p>Word</p>", [:]),
      ("a title that stands nowhere", "<h1>Quay</h1><p>Word</p>", ["title": "Ferries between islands"]),
      ("a title of one word", "<p>Quay</p>", ["title": "Quay"]),
      ("an empty title", "<p>…</p>", ["title": "", "byline": ""]),
      ("text outside elements", "harbour", ["title": "harbour", "byline": "harbour"]),
      ("nothing", "", ["title": "Quay"]),
    ] as [(String, String, JSONObject)])
  func smallPages(name: String, html: String, metadata: JSONObject) {
    let numbers = Numbers(html, metadata)
    #expect(numbers.anchors.joined().allSatisfy { $0.isFinite })
    #expect(numbers.sections.joined().allSatisfy { $0.isFinite })
    #expect(Set(numbers.anchors.map(\.count)).isSubset(of: [9]))
  }
}
