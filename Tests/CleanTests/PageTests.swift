import DocumentModel
import JSON
import StageKit
import StageTesting
import Testing

@testable import CleanPlugin

/// A document of a page as the reader hands it on.
func page(_ html: String) -> Document {
  Document(id: "page", text: html, source: Source(uri: "page.html", mediaType: "text/html"))
}

/// What is found in a page with `head` in its head, and `body` above its first paragraph.
func metadata(_ head: String, body: String = "", language: String? = nil) throws -> Metadata {
  let attribute = language.map { " lang='\($0)'" } ?? ""
  let article = "<article>\(body)<p>\(PageTests.first)</p></article>"
  let html = "<html\(attribute)><head>\(head)</head><body>\(article)</body></html>"
  return try run(CleanStage.self, on: page(html)).metadata
}

/// JSON-LD as pages have it in their heads.
func linked(_ json: String) -> String { "<script type='application/ld+json'>\(json)</script>" }

/// What `clean` makes of a page, drawn block by block.
func drawn(_ document: Document) -> [String] {
  (document.paragraphs ?? []).map { block in
    "\(block.kind.rawValue)\(block.level.map { " \($0)" } ?? ""): \(document[block.range])"
  }
}

@Suite struct PageTests {
  static let first = "The harbour board met on Tuesday, and it voted for the new quay by nine votes to two."
  private static let second = "Work will begin in May, the chairwoman said, and should be finished within three years."

  static let article = """
    <!DOCTYPE html>
    <html lang="en"><head><title>New Quay Approved | Harbour Herald</title>
    <meta property="og:site_name" content="Harbour Herald"><meta name="author" content="Ida Holm">
    <script>var a = "<p>not text</p>";</script></head>
    <body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
    <article><header><h1>New Quay Approved</h1><p class="standfirst">A vote that took the town eleven years has gone through.</p></header>
    <div class="share-bar"><a href="#">Share this</a> <a href="#">Tweet</a></div>
    <div class="article-body"><p>\(first)</p>
    <h2>What it costs</h2><p>\(second) It costs 12&nbsp;million &amp; more.</p>
    <ul><li>Quay: 9 million, of which the state pays a third</li><li>Cranes: 3 million, paid by the port itself</li></ul>
    <blockquote><p>We have waited for this since I was a girl, and now we begin.</p></blockquote>
    <table><tr><th>Year</th><th>Ships</th></tr><tr><td>2024</td><td>311</td></tr></table>
    <aside class="related"><h3>Related</h3><a href="/x">Old quay closes</a></aside>
    <p>The board meets again in <b>Sep</b>tember<br>in the old customs house.</p></div>
    <footer>Tags: harbour</footer></article>
    <div id="comments"><p>I was there, and I have to say that it was a very long evening for everyone.</p></div>
    <footer><p>© Harbour Herald, all rights reserved, and many more words in a footer.</p></footer></body></html>
    """

  @Test func takesTheArticleOutOfThePage() throws {
    let document = try run(CleanStage.self, on: page(Self.article))
    #expect(
      drawn(document) == [
        "text: A vote that took the town eleven years has gone through.",
        "text: \(Self.first)",
        "heading 2: What it costs",
        "text: \(Self.second) It costs 12 million & more.",
        "list-item 1: - Quay: 9 million, of which the state pays a third",
        "list-item 1: - Cranes: 3 million, paid by the port itself",
        "quote: We have waited for this since I was a girl, and now we begin.",
        "table-row: Year | Ships",
        "table-row: 2024 | 311",
        "text: The board meets again in September\nin the old customs house.",
      ])
    #expect(document.metadata.title == "New Quay Approved")
    #expect(document.metadata.byline == "Ida Holm")
    #expect(document.metadata.language == "en")
    #expect(document.metadata["site"] == "Harbour Herald")
    #expect(document.metadata["description"] == "A vote that took the town eleven years has gone through.")
    #expect(document.extensions["metadata-origins"]?["byline"]?.string == "meta")
  }

  @Test func titleIsKeptOnDemand() throws {
    let document = try run(CleanStage.self, with: ["title": "keep"], on: page(Self.article))
    #expect(drawn(document).first == "heading 1: New Quay Approved")
    #expect(document.metadata.title == "New Quay Approved")
  }

  /// Names that are no Swift identifiers as well.
  @Test(arguments: [("aria-hidden='true'", false), ("ARIA-HIDDEN=true", false), ("aria-hidden='false'", true)])
  func hiddenWordsAreNoneOfTheArticle(attribute: String, isShown: Bool) throws {
    let html = Self.article.replacing(
      "<p>\(Self.first)</p>", with: "<p>\(Self.first)</p><p \(attribute)>Not for all to see.</p>")
    #expect(try run(CleanStage.self, on: page(html)).text.contains("Not for all to see.") == isShown)
  }

  /// In the middle of a paragraph, inside a word, and where nothing else stands.
  @Test(arguments: [
    "hidden", "style='display: none'", "style=\"color:red;DISPLAY:none\"", "style='/* none; */display:none'",
    "style='border:0;clip:rect(0 0 0 0);clip-path:inset(50%);height:1px;position:absolute;width:1px'",
    "style='position:absolute; left: -9999px'", "style='text-indent:-9999px'",
  ])
  func hiddenWordsOfAParagraphAreNoneOfTheArticle(attribute: String) throws {
    let html = Self.article.replacing(
      "nine votes to two", with: "nine <b \(attribute)>(9) <i>or</i> ten</b> votes to two"
    )
    .replacing("three years", with: "th<span \(attribute)>&#8203;XX</span>ree years")
    .replacing(
      "<h2>What it costs</h2>", with: "<p><span \(attribute)>Saved to your list.</span></p><h2>What it costs</h2>")
    let document = try run(CleanStage.self, on: page(html))
    #expect(drawn(document) == drawn(try run(CleanStage.self, on: page(Self.article))))
    #expect(document.alignment.edits.count { $0.rule == "hidden" } == 3)
    #expect(try markup(of: "three", in: document) == "th<span \(attribute)>&#8203;XX</span>ree")
  }

  /// Three paragraphs that stand twice may be meant to.
  @Test(arguments: [(3, true), (4, false), (6, false)])
  func anArticleThatStandsTwiceIsTakenOnce(count: Int, staysTwice: Bool) throws {
    let sentences = [
      "The harbour board met on Tuesday, and it voted for the new quay by nine votes to two.",
      "Work will begin in May, the chairwoman said, and should be finished within three years.",
      "Fishermen had asked for a ramp, which the board will look at again before the summer.",
      "Two members left the room before the vote, and said later that they had been ill.",
      "The last quay was built in 1911, in two summers, and at a twelfth of the price.",
      "Ships of up to ninety metres can moor at it, as long as the tide is with them.",
    ]
    let paragraphs = sentences.prefix(count).map { "<p>\($0)</p>" }.joined()
    let html = """
      <!DOCTYPE html><html><head><title>New Quay Approved</title></head><body><main><h1>New Quay Approved</h1>
      <article class="wide"><h2>What it costs</h2>\(paragraphs)</article>
      <article class="narrow"><h2>What it costs</h2>\(paragraphs)</article></main></body></html>
      """
    let once = ["heading 2: What it costs"] + sentences.prefix(count).map { "text: \($0)" }
    #expect(drawn(try run(CleanStage.self, on: page(html))) == (staysTwice ? once + once : once))
  }

  @Test func recallTakesMoreThanPrecision() throws {
    let box = "The quay of 1911 was built in two summers by four hundred men, for a twelfth of what the new one costs."
    let html = Self.article.replacing(
      "</article>", with: "</article><aside class=sidebar><h4>More</h4><p>\(box)</p><p>\(box)</p></aside>")
    func text(_ extract: String) throws -> String {
      try run(CleanStage.self, with: ["extract": .string(extract)], on: page(html)).text
    }
    let (precise, balanced, full) = try (text("precision"), text("balanced"), text("recall"))
    #expect(precise.utf8.count < balanced.utf8.count && balanced.utf8.count < full.utf8.count)
    #expect(precise.contains(Self.first) && full.contains(Self.first))
  }

  @Test func tablesAndCommentsAreOptions() throws {
    let bare = try run(CleanStage.self, with: ["tables": false], on: page(Self.article))
    #expect(!drawn(bare).contains { $0.hasPrefix("table-row") })
    let full = try run(CleanStage.self, with: ["comments": true], on: page(Self.article))
    #expect(full.text.contains("a very long evening"))
  }

  /// Of a fragment, words in no element are paragraphs, and no part of the heading before them.
  @Test func fragmentsAreRead() throws {
    let html = "<h1>New Quay Approved</h1>\n\(Self.first)\n<p>\(Self.second)</p>\nIt was \(Self.first)"
    #expect(
      drawn(try run(CleanStage.self, on: page(html)))
        == ["text: \(Self.first)", "text: \(Self.second)", "text: It was \(Self.first)"])
  }

  /// As WordPress keeps articles: paragraphs are marked only when they are shown.
  @Test func blankLinesOfFragmentsPartParagraphs() throws {
    let html = """
      <em>\(Self.first)</em> <strong>It rained.</strong>\r\n\r\n\(Self.second) <b>It\n\n\(Self.first)</b>
      <h2>Costs</h2>
      \(Self.second)
      It rained.
      <blockquote>\(Self.first)

      \(Self.second)</blockquote>

      <pre>a

      b</pre>
      \(Self.first)
      """
    let paragraphs = [
      "text: \(Self.first) It rained.", "text: \(Self.second) It", "text: \(Self.first)", "heading 2: Costs",
      "text: \(Self.second) It rained.", "quote: \(Self.first)", "quote: \(Self.second)", "preformatted: a\n\nb",
      "text: \(Self.first)",
    ]
    #expect(drawn(try run(CleanStage.self, on: page(html))) == paragraphs)
    let sentence = "It rained in the town and\n\n<a href=/f>the ferry</a>\n\n<b>was</b>\n\nlate."
    #expect(
      drawn(try run(CleanStage.self, on: page("\(Self.first)\n\n\(sentence)\n\n\(Self.second)")))
        == ["text: \(Self.first)", "text: It rained in the town and the ferry was late.", "text: \(Self.second)"])
    let whole = "<title>Quay</title>\(Self.first)\n\n\(Self.second)"
    #expect(drawn(try run(CleanStage.self, on: page(whole))) == ["text: \(Self.first) \(Self.second)"])
  }

  @Test func commentsAreWhatReadersWrote() throws {
    let comments = """
      <section id="comments"><ol><li class="comment"><cite>Ola</cite><p>Great news, thanks</p></li>
      <li class="comment" style="display:none"><p>Buy cheap watches at our shop, they are the best in the world.</p></li></ol>
      <form><p>Your email address will not be published. Required fields are marked in red letters.</p></form>
      <noscript>Please enable scripts to view the comments of this page, which are many, and long.</noscript></section>
      """
    let html = Self.article.replacing("<div id=\"comments\">", with: comments + "<div id=\"comments\">")
    let full = try run(CleanStage.self, with: ["comments": true], on: page(html))
    #expect(
      drawn(full).suffix(2) == [
        "list-item 1: 1. Great news, thanks",
        "text: I was there, and I have to say that it was a very long evening for everyone.",
      ])
  }

  @Test func cleaningAgainChangesNothing() throws {
    let once = try run(CleanStage.self, on: page(Self.article))
    #expect(try run(CleanStage.self, on: once) == once)
  }

  @Test func rangesLeadBackIntoThePage() throws {
    let document = try run(CleanStage.self, on: page(Self.article))
    for (words, markup) in [("September", "Sep</b>tember"), ("12 million & more", "12&nbsp;million &amp; more")] {
      #expect(try self.markup(of: words, in: document) == markup)
    }
  }

  /// What the page has where the text has `words`.
  private func markup(of words: String, in document: Document) throws -> String {
    let source = try #require(document.sourceText)
    let start = try #require(document.text.utf8.firstRange(of: words.utf8))
    let offset = document.text.utf8.distance(from: document.text.utf8.startIndex, to: start.lowerBound)
    let range = try #require(document.sourceRange(of: TextRange(offset, offset + words.utf8.count)))
    return String(Document(text: source)[range])
  }

  static let dates: [(written: String, iso: String?)] = [
    ("2026-03-14T09:05:00Z", "2026-03-14T09:05:00Z"), ("2026-03-14 09:05:00 +0100", "2026-03-14T09:05:00+01:00"),
    ("2026-03-14T09:05:00.123+01:00", "2026-03-14T09:05:00+01:00"), ("2026-03-14", "2026-03-14"),
    ("20260314", "2026-03-14"), ("2026-03", "2026-03"), ("March 14, 2026", "2026-03-14"), ("2026-13-14", nil),
    ("2026-02-30", nil), ("2028-02-29", "2028-02-29"), ("2026-04-31T24:30:00", nil),
    ("yesterday", nil), ("", nil),
  ]

  @Test(arguments: dates) func datesAreISO(written: String, iso: String?) {
    #expect(ISODate.text(of: written) == iso)
  }

  /// What a site calls a series is no reason to lose what a part of it is called.
  @Test func aHeadingInOtherWordsThanTheTitleStays() throws {
    let html = """
      <html><head><title>Port Notes: Part Six</title></head><body><article><h1>The Old Customs House</h1>
      \(String(repeating: "<p>\(Self.first) \(Self.second)</p>", count: 6))</article></body></html>
      """
    let document = try run(CleanStage.self, on: page(html))
    #expect(document.metadata.title == "Port Notes: Part Six")
    #expect(drawn(document).first == "heading 1: The Old Customs House")
    let same = html.replacing("Part Six", with: "The Old Customs House")
    #expect(try drawn(run(CleanStage.self, on: page(same))).first == "text: \(Self.first) \(Self.second)")
  }

  @Test func aHeadingOfASentenceBeforeTheFirstParagraphIsText() throws {
    let standfirst = "A vote that took the town eleven years has gone through, and work is to begin in the month of May"
    let html = """
      <html><head><title>New Quay Approved</title></head><body><article><h1>New Quay Approved</h1><h2>\(standfirst)</h2>
      <p>\(Self.first)</p><h2>\(standfirst.uppercased())</h2><p>\(Self.second)</p></article></body></html>
      """
    #expect(
      drawn(try run(CleanStage.self, on: page(html))) == [
        "text: \(standfirst)", "text: \(Self.first)", "heading 2: \(standfirst.uppercased())", "text: \(Self.second)",
      ])
  }

  /// What a page moves, clips or turns for other reasons is shown.
  @Test(arguments: [
    "clip: rect(0, 600px, 400px, 0)", "left:-1px", "backface-visibility: hidden", "color:red/*;display:none*/",
  ])
  func stylesThatHideNothingAreRead(style: String) throws {
    let html = Self.article.replacing("nine votes to two", with: "nine <b style='\(style)'>votes</b> to two")
    #expect(try drawn(run(CleanStage.self, on: page(html))) == drawn(run(CleanStage.self, on: page(Self.article))))
  }

  private static let paragraphs = [
    "The harbour board met on Tuesday, and it voted for the new quay by nine votes to two.",
    "Work will begin in May, the chairwoman said, and should be finished within three years.",
    "Fishermen had asked for a ramp, which the board will look at again before the summer.",
    "Two members left the room before the vote, and said later that they had been ill.",
  ]

  /// The blocks of a page's article, besides its paragraphs.
  private static func blocksBesideText(_ body: String) throws -> [String] {
    let title = "Harbour board votes for a new quay"
    let html = "<html><head><title>\(title)</title></head><body>\(body)</body></html>"
    let blocks = drawn(try run(CleanStage.self, on: page(html)))
    #expect(Self.paragraphs.allSatisfy { blocks.contains("text: \($0)") })
    return blocks.filter { block in !Self.paragraphs.contains { block == "text: \($0)" } }
  }

  private static let text = paragraphs.map { "<p>\($0)</p>" }

  private static let line =
    "No one in the stadium had seen such a thing, and the visitors least of all, who sang."
  private static let lines = String(repeating: "<p>\(line)</p>", count: 3)

  static let boxes: [(name: String, body: String, blocks: [String])] = [
    (
      "the title as another heading",
      """
      <nav><h1>Harbour board votes for a new quay</h1></nav>
      <article><h2>Harbour board votes for a new quay</h2>\(text.joined())
      """, []
    ),
    (
      "the title as a line", "<article><h1>A new quay</h1><p>Harbour board: votes for a new quay</p>\(text.joined())",
      []
    ),
    (
      "the title further down",
      "<article>\(text[0])\(text[1])<h2>Harbour board votes for a new quay</h2>\(text[2])\(text[3])",
      ["heading 2: Harbour board votes for a new quay"]
    ),
    (
      "labels to be read out",
      """
      <article><h1>Harbour board votes for a new quay</h1>\(text[0])<section><h2>Who voted</h2></section>
      <div class="visually-hidden">Article content</div>\(text[1])<p class="sr-only">Use the left and right arrow keys to move
      between the pictures of this gallery.</p>\(text[2])\(text[3])
      """, ["heading 2: Who voted"]
    ),
    (
      "what subscribers read",
      "<article>\(text[0])\(text[1].replacing("<p>", with: "<p class=paywall aria-hidden=true>"))\(text[2])\(text[3])",
      []
    ),
    (
      "what readers see who have not signed in",
      """
      <article>\(text[0])\(text[1])<div class="article__sign-in-group hidden"><div class="intro"><ul><li>Access articles from across
      the country with one account.</li><li>Share your thoughts and join the conversation.</li></ul></div></div>
      \(text[2])\(text[3])
      """, []
    ),
    (
      "captions",
      """
      <article>\(text[0])<div class="pic-box"><img src="a.jpg"><p>The old quay on the morning of the vote, from the north</p></div>
      \(text[1])<div><img src="b.jpg"><span class="newsCaption">Two members on their way out of the hall, late on Tuesday</span></div>
      \(text[2])\(text[3])
      """, []
    ),
    (
      "labels and notices",
      """
      <article>\(text[0])<div>REKLAM</div>\(text[1])<div><p>Empfohlener redaktioneller Inhalt</p><p>Ich bin damit einverstanden,
      dass mir der externe Inhalt angezeigt wird.</p></div>\(text[2])<p>- Anzeige -</p>\(text[3])
      """, []
    ),
    (
      "the next article",
      """
      <main><article><h1>Harbour board votes for a new quay</h1>\(text.joined())</article>
      <article><h1>Twelve goals in one half</h1>
      \(lines)</article></main>
      """, []
    ),
    (
      "the text in an article beside the title's",
      """
      <article><header><h1>Harbour board votes for a new quay</h1></header></article>
      <article class="body"><h1>How it began</h1>\(text.joined())</article>
      """, ["heading 1: How it began"]
    ),
    (
      "articles that are parts of the page",
      """
      <main><article><h1>Harbour board votes for a new quay</h1>\(text.joined())</article>
      <article><h1>Twelve goals in one half</h1>\(lines)</article><article><h1>Rain until Sunday</h1>\(lines)</article></main>
      """,
      ["heading 1: Twelve goals in one half", "text: \(line)", "text: \(line)", "text: \(line)"]
        + ["heading 1: Rain until Sunday", "text: \(line)", "text: \(line)", "text: \(line)"]
    ),
    (
      "an entry with its time",
      """
      <main><article><h1>Harbour board votes for a new quay</h1>\(text.joined())</article>
      <article><header><time>21:10</time><h1>Twelve goals in one half</h1></header>\(lines)</article></main>
      """, ["text: 21:10", "heading 1: Twelve goals in one half", "text: \(line)", "text: \(line)", "text: \(line)"]
    ),
    (
      "captions of tables",
      """
      <article>\(text[0])\(text[1])<figure><table><tr><td>one</td><td>two</td></tr><tr><td>three</td><td>four</td></tr></table>
      <figcaption>Table 1: Numbers</figcaption></figure>\(text[2])\(text[3])
      """, ["table-row: one | two", "table-row: three | four", "text: Table 1: Numbers"]
    ),
    (
      "headings, items and cells in formatting that is called a caption",
      """
      <article>\(text[0])<h2><span class="caption-subject">What the berths are worth</span></h2>\(text[1])<table>
      <tr><th>Berth</th><th><span class="credits">Credits</span></th></tr>
      <tr><td>The old one</td><td><span class="credits">6 points</span></td></tr></table>\(text[2])
      <ul><li><span class="caption">The first item of this list</span></li><li><span class="caption">The second item of
      it</span></li></ul>\(text[3])
      """,
      [
        "heading 2: What the berths are worth", "table-row: Berth | Credits", "table-row: The old one | 6 points",
        "list-item 1: - The first item of this list", "list-item 1: - The second item of it",
      ]
    ),
    (
      "a section that is called like a picture's box",
      "<article>\(text[0])\(text[1])<div class=pic-box><h2>How it was made</h2>\(text[2])\(text[3])</div>",
      ["heading 2: How it was made"]
    ),
    (
      "quotations once more, for the eye",
      """
      <article>\(text[0])<blockquote class="pull" aria-hidden="true">Work will begin in May, the chairwoman said, and should be
      finished within three years.</blockquote>\(text[1])\(text[2])\(text[3])
      """, []
    ),
    (
      "words of advertisements as items and terms",
      """
      <article>\(text[0])\(text[1])<ul><li>Advertising</li><li>Marketing</li><li>Selling and buying of goods</li></ul>\(text[2])
      <h2>Words</h2><dl><dt>Advertising</dt><dd>\(line)</dd><dt>Marketing</dt><dd>\(line)</dd></dl>\(text[3])
      """,
      [
        "list-item 1: - Advertising", "list-item 1: - Marketing", "list-item 1: - Selling and buying of goods",
        "heading 2: Words", "text: Advertising", "text: \(line)", "text: Marketing", "text: \(line)",
      ]
    ),
    (
      "the title below a standfirst",
      "<article><div>\(line)</div><h1>Harbour board votes for a new quay</h1>\(text.joined())", ["text: \(line)"]
    ),
    (
      "the title as a cell",
      """
      <article><table><tr><td>Harbour board votes for a new quay</td><td>Page 1</td></tr><tr><td>Twelve goals in one half</td>
      <td>Page 9</td></tr></table>\(text.joined())
      """,
      ["table-row: Harbour board votes for a new quay | Page 1", "table-row: Twelve goals in one half | Page 9"]
    ),
    (
      "the title as an item",
      """
      <article><ul><li>Harbour board votes for a new quay</li><li>Twelve goals in one half</li></ul>\(text.joined())
      """, ["list-item 1: - Harbour board votes for a new quay", "list-item 1: - Twelve goals in one half"]
    ),
    (
      "the title as a quotation",
      "<article><h1>A new quay</h1><blockquote><p>Harbour board votes for a new quay</p></blockquote>\(text.joined())",
      ["quote: Harbour board votes for a new quay"]
    ),
    (
      "the title in quotation marks",
      "<article><h1>A new quay</h1><p>“Harbour board votes for a new quay”</p>\(text.joined())",
      ["text: “Harbour board votes for a new quay”"]
    ),
    (
      "the title as a question behind the first paragraph",
      "<article>\(text[0])<p><b>Harbour board votes for a new quay</b></p>\(text[1])\(text[2])\(text[3])",
      ["heading 2: Harbour board votes for a new quay"]
    ),
  ]

  @Test(arguments: boxes) func whatStandsBesideTheTextIsTold(name: String, body: String, blocks: [String]) throws {
    #expect(try Self.blocksBesideText(body) == blocks)
  }

  /// A page of one line is that line.
  @Test func aTitleAloneIsText() throws {
    let html = "<title>New Quay Approved at Holm</title><p>New Quay Approved at Holm</p>"
    #expect(drawn(try run(CleanStage.self, on: page(html))) == ["text: New Quay Approved at Holm"])
  }

  @Test(arguments: [
    ["The old bridge is closed", "More soon"],
    [
      "The old bridge at Holm,", "Rage, rage against the dying of the light.", "Old age should burn at close of day;",
      "The old bridge at Holm,",
    ],
  ])
  func theTitleAmongShortLinesIsText(lines: [String]) throws {
    let html = "<title>\(lines[0])</title><article>\(lines.map { "<p>\($0)</p>" }.joined())</article>"
    #expect(drawn(try run(CleanStage.self, on: page(html))) == lines.map { "text: \($0)" })
  }

  @Test(arguments: ["hidden", "style='display: none'", "style='visibility:hidden'"])
  func hiddenParagraphsAreNoArticle(attribute: String) throws {
    let html = "<html><body><h1>New Quay</h1><p>\(Self.first)</p><p \(attribute)>\(Self.second)</p></body></html>"
    #expect(drawn(try run(CleanStage.self, on: page(html))) == ["text: \(Self.first)"])
  }
}
