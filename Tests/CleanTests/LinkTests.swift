import DocumentModel
import JSON
import StageKit
import StageTesting
import Testing

@testable import CleanPlugin

/// Links are told on demand, and lead where the page says.
@Suite struct LinkTests {
  private static let address = "https://example.org/news/2026/ferry.html?from=mail"
  private static let references: [(written: String, target: String?)] = [
    ("harbour.html", "https://example.org/news/2026/harbour.html"), ("/pier", "https://example.org/pier"),
    ("../2025/budget?a=1#cost", "https://example.org/news/2025/budget?a=1#cost"),
    ("./", "https://example.org/news/2026/"), ("..", "https://example.org/news/"),
    ("../../../../x", "https://example.org/x"), ("a/./b/../c", "https://example.org/news/2026/a/c"),
    ("?page=2", "https://example.org/news/2026/ferry.html?page=2"),
    ("//cdn.example.net/costs", "https://cdn.example.net/costs"), ("HTTP://Example.com", "http://Example.com"),
    (" https://example.com/two words\n", "https://example.com/two%20words"),
    ("https://exa\nmple.com/", "https://example.com/"), ("mailto:post@example.org", "mailto:post@example.org"),
    ("tel:+4712", "tel:+4712"), ("https://example.com/å?q=ø", "https://example.com/å?q=ø"),
    ("a:b", "a:b"), ("1:b", "https://example.org/news/2026/1:b"), ("", nil), (" ", nil), ("#note-1", nil),
    ("javascript:alert(1)", nil), ("JavaScript:alert(1)", nil), ("java\nscript:alert(1)", nil),
    ("data:text/plain,x", nil), (String(repeating: "x", count: 9000), nil),
  ]

  @Test(arguments: references) func referencesAreMadeAbsolute(written: String, target: String?) {
    #expect(WebAddress.target(written, from: WebAddress(Self.address)) == target)
  }

  @Test(arguments: [("harbour.html", "harbour.html"), ("../x", "../x"), ("https://example.com", "https://example.com")])
  func withoutAnAddressReferencesStayAsTheyAre(written: String, target: String) {
    #expect(WebAddress.target(written, from: nil) == target)
    #expect(WebAddress.target(written, from: WebAddress("pages/ferry.html")) == target)
  }

  private static let story = """
    <html><head><link rel="canonical" href="https://example.org/news/ferry"></head><body>
    <nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>A ferry line opens</h1>
    <p>The <a href="harbour">harbour&amp;sea <b>auth</b>ority</a> opened the line on Monday, the council said, and it
    put <a href="/budget">the\n  costs</a> at nine million, of which <a name="x">half</a> is paid<a href="#n1">1</a>.</p>
    <a href="/pier"><p>The pier is new, and so are the two ships that call at it.</p><p>They were built in Gdansk, and
    they run on batteries that are charged in the harbour.</p></a>
    <h2>What it <a href="/costs">costs</a></h2>
    <ul><li>A ticket is two crowns, and it is sold <a href="mailto:post@example.org">by mail</a>.</li></ul>
    </article>
    <footer><a href="/about">About us</a></footer></body></html>
    """

  @Test func linksOfTheArticleAreTold() throws {
    let document = try run(CleanStage.self, with: ["links": true], on: page(Self.story))
    expectLinks(
      [
        "harbour&sea authority → https://example.org/news/harbour", "the costs → https://example.org/budget",
        "The pier is new, and so are the two ships that call at it. → https://example.org/pier",
        "They were built in Gdansk, and they run on batteries that are charged in the harbour. "
          + "→ https://example.org/pier", "costs → https://example.org/costs", "by mail → mailto:post@example.org",
      ], in: document)
  }

  @Test func withoutTheOptionThereAreNone() throws {
    let bare = try run(CleanStage.self, on: page(Self.story))
    #expect(bare.links == nil)
    #expect(try run(CleanStage.self, with: ["links": true], on: page(Self.story)).text == bare.text)
    #expect(try run(CleanStage.self, with: ["links": true], on: Document(text: "Plain [text](x).")).links == nil)
  }

  @Test func theBaseElementAndTheArchiveTellWhereThePageIs() throws {
    let html =
      "<base href='sub/'><article><p>The <a href=x>report</a> says, in all, that nothing was lost.</p></article>"
    var document = page(html)
    document.metadata["url"] = "https://example.org/a/b"
    let found = try run(CleanStage.self, with: ["links": true], on: document)
    expectLinks(["report → https://example.org/a/sub/x"], in: found)
  }

  /// Each link leads back to the words of its element in the page.
  @Test func linksLeadBackIntoThePage() throws {
    let document = try run(CleanStage.self, with: ["links": true], on: page(Self.story))
    let source = Document(text: Self.story)
    let first = try #require(document.links?.first)
    let range = try #require(document.sourceRange(of: first.range))
    #expect(String(source[range]) == "harbour&amp;sea <b>auth</b>ority")
    #expect(String(source[TextRange(range.start - 18, range.start)]) == "<a href=\"harbour\">")
  }

  @Test func markdownHasLinksToo() throws {
    let text = """
      ---
      url: https://example.org/notes/a.md
      ---
      # The [ferry](../ferry)

      See [the *long* report](report.pdf "A title"), [the `code`][c] and <https://example.com/x?y=1>; [nothing]() and
      ![a picture](p.png) are none, nor is [this](#top).

      - An [item](javascript:x) and [another
        one](/two).

      [c]: https://example.com/code
      """
    let source = Source(mediaType: "text/markdown")
    let document = try run(CleanStage.self, with: ["links": true], on: Document(text: text, source: source))
    expectLinks(
      [
        "ferry → https://example.org/ferry", "the long report → https://example.org/notes/report.pdf",
        "the code → https://example.com/code", "https://example.com/x?y=1 → https://example.com/x?y=1",
        "another one → https://example.org/two",
      ], in: document)
  }

  /// Whatever the page: links have words, are in order, lie in one block each, and change nothing else.
  @Test func linksLieInBlocks() throws {
    for seed in UInt64(0)..<300 {
      let html = PagePropertyTests.page(seed: seed)
      var document = try run(CleanStage.self, with: ["links": true, "extract": "recall"], on: page(html))
      try #require(document.defects == [], "\(html.debugDescription)")
      let links = try #require(document.links)
      let blocks = document.paragraphs ?? []
      var end = 0
      for link in links {
        try #require(link.range.start >= end && !link.range.isEmpty, "\(html.debugDescription)")
        let isInBlock = blocks.contains { $0.range.start <= link.range.start && link.range.end <= $0.range.end }
        try #require(isInBlock, "\(html.debugDescription)")
        end = link.range.end
      }
      document.links = nil
      document.trace = []
      var bare = try run(CleanStage.self, with: ["extract": "recall"], on: page(html))
      bare.trace = []
      try #require(document == bare, "\(html.debugDescription)")
    }
  }
}
