import Testing

@testable import CleanPlugin

/// What trafilatura's cascade makes of a page.
@Suite struct CascadeTests {
  private func kept(_ html: String) -> [String] { ShipPages.kept(html) { Cascade($0, $1).isKept } }

  private static let words = ShipPages.words
  private static let paragraphs = ShipPages.paragraphs
  private static let links = (1...6).map { "<a href=/\($0)>The ship number \($0)</a> " }.joined()

  static let pages: [(name: String, html: String)] = [
    ("a frame by its class", "<div class=entry-content>\(paragraphs)</div><div><p>Other words are here.</p></div>"),
    ("a frame by its id", "<div id=story-body>\(paragraphs)</div><p>Other words are here.</p>"),
    ("a frame by its role", "<div role=article>\(paragraphs)</div><p>Other words are here.</p>"),
    ("a frame by its whole class", "<div class=story>\(paragraphs)</div><div class=stories><p>Other words.</p></div>"),
    ("surer names first", "<article><p>Other words.</p><div itemprop=articleBody>\(paragraphs)</div></article>"),
    ("an empty frame", "<div class=post-body></div><article>\(paragraphs)</article>"),
    ("a heading at the end", "<article>\(paragraphs)<h2>More of it</h2></article>"),
    ("loose words beside paragraphs", "<article>\(paragraphs)<div>Loose words</div></article>"),
    ("an aside inside", "<article>\(paragraphs)<aside>Ships are long.</aside></article>"),
    ("a small form inside", "<article>\(paragraphs)<form><p>Your name <input></p></form></article>"),
    ("a form around it", "<form><article>\(paragraphs)</article></form>"),
    ("a figure inside", "<article><figure>A ship.</figure>\(paragraphs)</article>"),
    ("a teaser inside", "<article>\(paragraphs)<div class=TeaserBox><p>Ships are long.</p></div></article>"),
    ("names of other things", "<article>\(paragraphs)<div class=author><p>Ida Holm writes.</p></div></article>"),
    ("the id of other things", "<article>\(paragraphs)<div id=site-footer><p>All rights.</p></div></article>"),
    ("hidden words", "<article>\(paragraphs)<p style='display: none'>Ships are long.</p></article>"),
    ("comments", "<article>\(paragraphs)<ul class=comments><li>I was there.</li></ul></article>"),
    ("a list of links", "<article>\(paragraphs)<ul><li><a href=/x>One</a><li><a href=/y>Two</a></ul><p></p></article>"),
    ("many links", "<article>\(paragraphs)<div>\(links)</div></article>"),
    ("a paragraph of one link", "<article><p><a href=/x>Ships of the year</a></p>\(paragraphs)</article>"),
    ("paragraphs without a frame", "<div class=x>\(paragraphs)<span>Other words</span></div>"),
    ("a name around nearly all", "<article><div class=social>\(paragraphs)</div></article>"),
  ]

  @Test(arguments: pages) func keepsTheArticle(name: String, html: String) {
    #expect(kept("<html><body>\(html)</body></html>") == Self.words)
  }

  @Test func headingsListsQuotesAndTablesAreText() {
    let found = kept(
      """
      <article>\(Self.paragraphs)<h2>Quays</h2><ul><li>One of stone</li></ul><blockquote>Long ago.</blockquote>
      <table><tr><td>1</td><td>2</td></tr></table></article>
      """)
    #expect(found == Self.words + ["Quays", "One of stone", "Long ago.", "1", "2"])
  }

  @Test func looseWordsAreTextWhereParagraphsAreFew() {
    let lines = Self.words.joined(separator: "<br>")
    #expect(kept("<article><div>\(lines)</div></article>") == Self.words)
  }

  @Test(arguments: ["", "<html>", "<p>", "<body></body>", "Loose words.", "<form><form>", "<figure><table>"])
  func survives(html: String) {
    #expect(kept(html).count <= 1)
  }
}
