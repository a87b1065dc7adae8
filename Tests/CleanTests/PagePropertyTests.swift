import DocumentModel
import JSON
import StageKit
import StageTesting
import Testing

@testable import CleanPlugin

/// Laws that hold for every page.
@Suite struct PagePropertyTests {
  private static let pieces = [
    "<p>", "</p>", "<div>", "</div>", "<div class=\"article-body\">", "<b>", "</b>", "<a href=\"/x\">", "</a>",
    "<ul><li>",
    "</li></ul>", "<h2>", "</h2>", "<br>", "<table><tr><td>", "</td><td>", "</table>", "<!-- x -->", "&amp;", "&nbsp;",
    "&eacute;", "&copy", "&", "<", "<pre>", "</pre>", "<blockquote>", "</blockquote>", "<script>x</script>", "\n", "  ",
    "<nav>", "</nav>", "<footer>", "</footer>", "<p class=share>", "\u{AD}", "e\u{301}", "\u{0}", "日本語、", "<img alt=x>",
    "The board met on Tuesday, and it voted for the quay. ", "Work begins in May, she said. ", "Ships of all sizes, ",
    "<span style=\"display: none\">", "</span>", "<title>", "</title>", "<li>", "<td>", "<form>", "</form>",
  ]

  static func page(seed: UInt64) -> String {
    var generator = SplitMix64(seed: seed)
    return (0..<Int.random(in: 1...80, using: &generator)).map { _ in
      pieces[Int.random(in: 0..<pieces.count, using: &generator)]
    }.joined()
  }

  @Test func promisesAreKept() throws {
    let pages = (UInt64(0)..<150).map { seed in
      var document = CleanTests.page(Self.page(seed: seed))
      document.id = "\(seed)"
      return document
    }
    #expect(try brokenPromises(of: CleanStage.self, on: pages) == [])
  }

  /// What stands between two edits is the source's, byte for byte, and every block leads back to the page.
  @Test func textIsTheSourcesBetweenEdits() throws {
    for seed in UInt64(1000)..<1400 {
      let html = Self.page(seed: seed)
      let document = try run(CleanStage.self, on: CleanTests.page(html))
      let source = Document(text: html)
      var textAt = 0
      var sourceAt = 0
      for edit in document.alignment.edits + [
        Alignment.Edit(
          source: TextRange(html.utf8.count, html.utf8.count),
          text: TextRange(document.text.utf8.count, document.text.utf8.count),
          by: "", rule: "")
      ] {
        try #require(
          String(document[TextRange(textAt, edit.text.start)])
            == String(source[TextRange(sourceAt, edit.source.start)]),
          "\(html.debugDescription)")
        (textAt, sourceAt) = (edit.text.end, edit.source.end)
      }
      try #require(document.defects == [], "\(html.debugDescription)")
    }
  }

  /// The source of a word, with its tags taken off and its references decoded, is the word.
  @Test func wordsLeadBackToThePage() throws {
    var found = 0
    for seed in UInt64(2000)..<2300 {
      let html = Self.page(seed: seed)
      let document = try run(CleanStage.self, with: ["normalize": "none"], on: CleanTests.page(html))
      let source = Document(text: html)
      for word in words(of: document.text) {
        // A list's mark comes from no character of the page.
        guard let range = document.sourceRange(of: word), document[word] != "-" else { continue }
        found += 1
        let written = plainText(String(source[range]))
        // Before the first character, what was left out can't be told from the reference that it is written as.
        let isFirst = word.start == 0 && written.hasSuffix(String(document[word]))
        try #require(isFirst || written == String(document[word]), "\(html.debugDescription)")
      }
    }
    #expect(found > 1000)
  }

  /// The words of a link come from inside one element that is a link.
  @Test func linksLeadBackToTheirElements() throws {
    var found = 0
    for seed in UInt64(4000)..<4400 {
      let html = Self.page(seed: seed)
      let options: JSONObject = ["normalize": "none", "links": true, "extract": "recall"]
      let document = try run(CleanStage.self, with: options, on: CleanTests.page(html))
      let page = Page(html.utf8.span)
      for link in document.links ?? [] {
        guard let range = document.sourceRange(of: link.range) else { continue }
        let texts = page.tree.nodes.indices.filter { index in
          let node = page.tree.nodes[index]
          return node.tag == .text && !node.isBlank && node.source.overlaps(range.start..<range.end)
            && !page.ancestors(of: index).contains { PageBlockReader.unread.contains(page.tree.nodes[$0].tag) }
        }
        // Before a first character that is written as a reference, what was left out can't be told from it.
        let elements = texts.map { text in page.ancestors(of: text).first { page.tree.nodes[$0].tag == .a } }
          .drop { $0 == nil }
        try #require(!elements.isEmpty && Set(elements).count == 1, "\(html.debugDescription)")
        #expect(link.target == "/x")
        found += 1
      }
    }
    #expect(found > 50)
  }

  /// Blocks are in order, apart from each other, and cover every character of the text that is no white space.
  @Test func blocksCoverTheText() throws {
    for seed in UInt64(3000)..<3300 {
      let document = try run(CleanStage.self, on: CleanTests.page(Self.page(seed: seed)))
      let bytes = Array(document.text.utf8)
      var end = 0
      for block in document.paragraphs ?? [] {
        try #require(block.range.start >= end && !block.range.isEmpty)
        try #require(bytes[end..<block.range.start].allSatisfy { $0 <= 0x20 }, "seed \(seed)")
        end = block.range.end
      }
      try #require(bytes[end...].allSatisfy { $0 <= 0x20 }, "seed \(seed)")
    }
  }

  /// `html` without its tags, comments, scripts and hidden words, its references decoded, and without the characters
  /// that have no width.
  private func plainText(_ html: String) -> String {
    let bytes = html.utf8.span
    let page = Page(bytes)
    var text = ""
    var index = 0
    while index < page.tree.nodes.count {
      let node = page.tree.nodes[index]
      if PageBlockReader.unread.contains(node.tag) {
        index = Int(node.end)
        continue
      }
      if node.tag == .text, !page.isUnread(index) { text += bytes.decodedText(node.source) }
      index += 1
    }
    let dropped: Set<Unicode.Scalar> = ["\u{AD}", "\u{0}", "\u{A0}", " ", "\n"]
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !dropped.contains($0) }))
  }

  private func words(of text: String) -> [TextRange] {
    let bytes = Array(text.utf8)
    var words: [TextRange] = []
    var start = 0
    for index in 0...bytes.count where index == bytes.count || bytes[index] <= 0x20 {
      if index > start { words.append(TextRange(start, index)) }
      start = index + 1
    }
    return words
  }
}
