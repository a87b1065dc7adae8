import Testing

@testable import CleanPlugin

/// What Readability makes of a page.
@Suite struct ReadabilityTests {
  private func kept(_ html: String) -> [String] { ShipPages.kept(html) { Readability($0, $1).isKept } }

  private static let words = ShipPages.words
  private static let paragraphs = ShipPages.paragraphs

  static let pages: [(name: String, html: String)] = [
    ("a list of links beside it", "<div id=a>\(paragraphs)</div><div><a href=/x>One</a> <a href=/y>Two</a></div>"),
    (
      "an unlikely name beside it",
      "<div id=a>\(paragraphs)</div><div class=sidebar><p>Ships, quays, people, all of them, in a box.</p></div>"
    ),
    (
      "a fishy part inside",
      "<div id=a>\(paragraphs)<div class=promo><p>Buy our calendar.</p><p>It is large.</p></div></div>"
    ),
    (
      "links in a part inside",
      "<div id=a>\(paragraphs)<div><a href=/x>Ships of the year</a> and <a href=/y>more</a></div></div>"
    ),
    ("something to share inside", "<div id=a>\(paragraphs)<p class=share>Send it to a friend of yours</p></div>"),
    ("a form inside", "<div id=a>\(paragraphs)<form>Your name <input></form></div>"),
    ("an aside inside", "<div id=a>\(paragraphs)<aside>Ships are long.</aside></div>"),
    ("hidden words inside", "<div id=a>\(paragraphs)<p hidden>Ships are long.</p></div>"),
    ("the name of the author first", "<div id=a><p class=byline>Ida Holm</p>\(paragraphs)</div>"),
    ("loose words, line by line", "<div id=a>\(words.joined(separator: "<br><br>"))</div>"),
    ("each paragraph in a div", "<div id=a>\(words.map { "<div>\($0)</div>" }.joined())</div>"),
    (
      "a part of it beside",
      "<div class=x>\(words[..<4].map { "<p>\($0)</p>" }.joined())</div><div class=x>\(words[4...].map { "<p>\($0)</p>" }.joined())</div>"
    ),
    ("everything called unlikely", "<div class=sidebar>\(paragraphs)</div>"),
    ("a body alone", paragraphs),
  ]

  @Test(arguments: pages) func keepsTheArticle(name: String, html: String) {
    #expect(kept("<html><body>\(html)</body></html>") == Self.words)
  }

  @Test func tablesOfDataStay() {
    let rows = (1...12).map { "<tr><td>\($0)</td><td><a href=/\($0)>Ship \($0)</a></td></tr>" }.joined()
    let found = kept("<html><body><div>\(Self.paragraphs)<table>\(rows)</table></div></body></html>")
    #expect(found.count == Self.words.count + 24)
  }

  @Test(arguments: ["", "<html>", "<p>", "<body></body>", "Loose words."]) func survives(html: String) {
    #expect(kept(html).count <= 1)
  }
}
