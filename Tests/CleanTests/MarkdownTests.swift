import DocumentModel
import JSON
import StageKit
import StageTesting
import Testing

@testable import CleanPlugin

func markdown(_ text: String) -> Document {
  Document(id: "markdown", text: text, source: Source(mediaType: "text/markdown"))
}

@Suite struct MarkdownTests {
  static let texts: [(name: String, text: String, blocks: [String])] = [
    ("headings", "# The *New* Quay\n\nSub\n---\n\ntext", ["heading 1: The New Quay", "heading 2: Sub", "text: text"]),
    (
      "words", "It **rai**ned on [Tuesday](/x \"t\") and\nsnowed \\*hard\\*, `a  b`.",
      ["text: It rained on Tuesday and snowed *hard*, a b."]
    ),
    ("references", "A &eacute;l &amp; b &copy;", ["text: A él & b ©"]),
    (
      "bold lines alone", "# A\n\n**The *first* part**\n\none\n\n__Two__\n\n- x",
      ["heading 1: A", "heading 2: The first part", "text: one", "heading 2: Two", "list-item 1: - x"]
    ),
    ("a bold line that has no other", "# A\n\n**Part one**\n\none", ["heading 1: A", "text: Part one", "text: one"]),
    (
      "bold lines that head nothing",
      "**One**\n\nx\n\n**Wait here!**\n\nx\n\n**[Two](/x)**\n\nx\n\n**Three**\n\n**Four**\n\n---\n\n> **Five**\n\n> x\n\n**Six**",
      [
        "text: One", "text: x", "text: Wait here!", "text: x", "text: Two", "text: x", "text: Three", "text: Four",
        "quote: Five", "quote: x", "text: Six",
      ]
    ),
    (
      "bold lines below figures, of figures and of days",
      "**Part one**\n\nx\n\n**Figure 2: The quay**\n\nx\n\n**$5,000**\n\nx\n\n**May 4, 2026**\n\nx\n\n**2. Part two**\n\nx",
      [
        "heading 1: Part one", "text: x", "text: Figure 2: The quay", "text: x", "text: $5,000", "text: x",
        "text: May 4, 2026", "text: x", "heading 1: 2. Part two", "text: x",
      ]
    ),
    (
      "bold lines beside headings in quotations", "# A\n\n> ### B\n\n**One**\n\nx\n\n**Two**\n\nx",
      ["heading 1: A", "heading 3: B", "heading 2: One", "text: x", "heading 2: Two", "text: x"]
    ),
    ("images", "See ![the quay](quay.png) here.", ["text: See here."]),
    ("line breaks", "one  \ntwo", ["text: one\ntwo"]),
    ("elements of line breaks", "one<br> two <BR />six<b>th</b>", ["text: one\ntwo\nsixth"]),
    (
      "lists", "- one\n- two\n  - three\n\n3. c\n4. d",
      ["list-item 1: - one", "list-item 1: - two", "list-item 2: - three", "list-item 1: 3. c", "list-item 1: 4. d"]
    ),
    ("quotes", "> so it\n> goes", ["quote: so it goes"]),
    ("code", "```swift\nlet swift = 1\n```", ["preformatted: let swift = 1"]),
    (
      "lines of code", "```\n\n  if a:\n\n\treturn  b\n```\n\n        c\n\n      d\n",
      ["preformatted:   if a:\n\n\treturn  b", "preformatted:     c\n\n  d"]
    ),
    (
      "code in items and quotations", "- a\n\n  ```\n  if b:\n    c\n  ```\n\n> ~~~\n>   d\n>\n> e\n> ~~~",
      ["list-item 1: - a", "preformatted: if b:\n  c", "preformatted:   d\n\ne"]
    ),
    ("HTML", "<div>x</div>\n\nA <b>word</b>.", ["text: x", "text: A word."]), ("nothing", "", []),
    (
      "HTML blocks",
      "<h1 align=center>A <i>Quay</i></h1>\n<p>One &amp;\ntwo.</p>tail\n\n<ul><li>a<li>b</ul>\n\n<pre>\nx\n\n  y</pre>\nend",
      [
        "heading 1: A Quay", "text: One & two.", "text: tail", "list-item 1: - a", "list-item 1: - b",
        "preformatted: x\n\n  y", "text: end",
      ]
    ),
    (
      "HTML in a quotation", "> <div>a\n> > b\n> </div>\n>\n> c",
      ["quote: a > b", "quote: c"]
    ),
    (
      "HTML tables", "<table>\n<tr><td>a<td>b</tr>\n<tr><td>c<td>d</tr>\n</table>",
      ["table-row: a | b", "table-row: c | d"]
    ),
    (
      "HTML around Markdown",
      "<details>\n<summary>More</summary>\n\n*Text*.\n\n</details>\n\n<!-- x\n\ny -->\n<script>z</script>",
      ["text: More", "text: Text."]
    ),
    (
      "line breaks of HTML", "a<br>b<BR />c\n\n| d |\n|---|\n| e<br>f |",
      ["text: a\nb\nc", "table-row: d", "table-row: e f"]
    ),
    (
      "footnotes", "One[^1] and[^x].\n\n[^1]: A *note*.\n\n    More.\n\nTwo[^b].\n\n[^b]: Last.",
      ["text: One and[^x].", "text: A note.", "text: More.", "text: Two.", "text: Last."]
    ),
    (
      "items without words of their own", "- ```\n  a\n  ```\n  b\n- # C\n\n  d\n- e",
      ["preformatted: a", "text: b", "heading 1: C", "text: d", "list-item 1: - e"]
    ),
    (
      "bars in cells", "| a | b |\n|---|---|\n| x \\| y | `u \\| v` |",
      ["table-row: a | b", "table-row: x| y | u| v"]
    ),
    ("rules", "***\n\na", ["text: a"]),
    (
      "tables", "| *Port* | Ships |\n|---|--:|\n| Turku | 4 |\n| a\\|b | |\n\nEnd ~~of~~ it.",
      ["table-row: Port | Ships", "table-row: Turku | 4", "table-row: a|b |", "text: End of it."]
    ),
    (
      "empty cells",
      "| Port | 2019 | 2023 |\n|---|---|---|\n| Turku | | 12 |\n| Vaasa | 30 | |\n| | | 7 |\n| | | |\n| ![x](y) | b",
      [
        "table-row: Port | 2019 | 2023", "table-row: Turku | | 12", "table-row: Vaasa | 30 |", "table-row: | | 7",
        "table-row: | b |",
      ]
    ),
    (
      "carriage returns", "# é\r\ründ\r- é\r\n\rb",
      ["heading 1: é", "text: ünd", "list-item 1: - é", "text: b"]
    ),
    ("items without a list", "<div><li>a</li><li>b</li></div>", ["list-item 1: - a", "list-item 1: - b"]),
    ("no table", "a | b\nc", ["text: a | b c"]),
  ]

  @Test(arguments: texts) func blocksAreTold(name: String, text: String, blocks: [String]) throws {
    let document = try run(CleanStage.self, on: markdown(text))
    #expect(drawn(document) == blocks)
    #expect(document.defects == [])
  }

  @Test func itemsBelowTheDeepestAreAsDeep() throws {
    let document = try run(CleanStage.self, on: markdown(String(repeating: "- ", count: 300) + "a\n- b"))
    #expect(drawn(document) == ["list-item 255: - a", "list-item 1: - b"])
    #expect(document.defects == [])
  }

  @Test func tablesCanBeLeftOut() throws {
    let table = "| a | b |\n|---|---|\n| c | d |\n\n<table><tr><td>e<td>f</table>"
    let text = "Before.\n\n\(table)\n\nAfter."
    #expect(try run(CleanStage.self, with: ["tables": false], on: markdown(text)).text == "Before.\n\nAfter.")
  }

  @Test func htmlIsAligned() throws {
    let source = "Turku.\n\n> <p title=Turku>In <b>T&uuml;rku</b>\n> and <a href=/x>Turku</a></p>"
    let document = try run(CleanStage.self, with: ["links": true], on: markdown(source))
    #expect(document.text == "Turku.\n\nIn T\u{FC}rku and Turku")
    let link = try #require(document.links?.first)
    #expect(link.target == "/x")
    let place = try #require(document.sourceRange(of: link.range))
    #expect(Document(text: source)[place] == "Turku" && source.utf8.count - place.end == "</a></p>".utf8.count)
  }

  @Test(arguments: ["![a quay](quay.png)", "<!-- nothing -->", "---\ntitle: A\n---\n"])
  func nothingButMarkupIsTold(source: String) throws {
    #expect(try run(CleanStage.self, on: markdown(source)).diagnostics.map(\.code) == ["empty-text"])
  }

  @Test func bylineAndDateBehindTheTitleAreMetadata() throws {
    let source = "# A Quay\n\nA standfirst about it.\n\n*By Ida Holm*\n\nMarch 5, 2024\n\nThe board met.\n\nBy Per Lie"
    let document = try run(CleanStage.self, on: markdown(source))
    #expect(document.metadata.byline == "Ida Holm")
    #expect(document.metadata.published == "2024-03-05")
    #expect(document.extensions["metadata-origins"]?["byline"]?.string == "page")
    #expect(document.text == "A Quay\n\nA standfirst about it.\n\nThe board met.\n\nBy Per Lie")
    #expect(document.defects == [])
    let kept = try run(CleanStage.self, with: ["bylines": "keep", "dates": "keep"], on: markdown(source))
    #expect(kept.metadata == document.metadata)
    #expect(kept.text.contains("By Ida Holm\n\nMarch 5, 2024"))
  }

  @Test func titleIsTheFirstHeading() throws {
    #expect(try run(CleanStage.self, on: markdown("# A *Quay*\n\nText.")).metadata.title == "A Quay")
    #expect(try run(CleanStage.self, on: markdown("# ![Logo](x.png) A Quay\n\nText.")).metadata.title == "A Quay")
    #expect(try run(CleanStage.self, on: markdown("# A&nbsp;qu\u{AD}ay\n\nText.")).metadata.title == "A quay")
    #expect(try run(CleanStage.self, on: markdown("# A cafÃ©\n\nText.")).metadata.title == "A café")
  }

  @Test func promisesAreKept() throws {
    let pieces = [
      "# ", "## ", "- ", "1. ", "> ", "```\n", "*", "**", "_", "[a](b)", "![c](d)", "&amp;", "&eacute;", "\\*", "`",
      "\n", "\n\n", "    ",
      "It rained. ", "é", "<b>", "---\n", "| a | b |\n", "|---|---|\n", "| c | ~~d~~ |\n", "\u{0}", "\r", "éé",
      "key: value\n",
      "  \n", "]", "(", "<div>", "</p>\n", "<pre>", "<td>", "<br>", "[^1]", "[^1]: ", "[a]: b\n", "~~~\n",
    ]
    let documents = (UInt64(0)..<200).map { seed in
      var generator = SplitMix64(seed: seed)
      var document = markdown(
        (0..<30).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined())
      document.id = "\(seed)"
      return document
    }
    #expect(try brokenPromises(of: CleanStage.self, on: documents) == [])
  }

  @Test func severalThreadsReadTheSame() async throws {
    let source = String(repeating: "The ferry was ~~late~~ on time, and the | was ~~full~~.\n\n", count: 200)
    let expected = try run(CleanStage.self, on: markdown(source)).text
    #expect(!expected.contains("~"))
    let others = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<40 { group.addTask { try run(CleanStage.self, on: markdown(source)).text } }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(others == [expected])
  }

  /// Letters that the source has no byte of.
  @Test func everyReferenceIsRead() throws {
    let document = try run(CleanStage.self, on: markdown(String(repeating: "&eacute;\n", count: 10_000)))
    #expect(document.text == Array(repeating: "é", count: 10_000).joined(separator: " "))
  }
}
