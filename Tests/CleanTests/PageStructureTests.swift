import DocumentModel
import JSON
import StageKit
import StageTesting
import Testing

@testable import CleanPlugin

/// What becomes of tables, lists, code and line breaks of a page.
@Suite struct PageStructureTests {
  private static let before = "The harbour board met on Tuesday, and it voted for the new quay by nine votes to two."
  private static let after = "Work will begin in May, the chairwoman said, and should be finished within three years."

  /// The blocks between two paragraphs of an article.
  static func blocks(_ html: String, with options: JSONObject = [:]) throws -> [String] {
    let document = try run(
      CleanStage.self, with: options,
      on: page(
        "<html><head><title>New Quay</title></head><body><article><p>\(before)</p>\n\(html)\n<p>\(after)</p></article>")
    )
    #expect(document.defects == [])
    let blocks = drawn(document)
    #expect(blocks.first == "text: \(before)" && blocks.last == "text: \(after)")
    return Array(blocks.dropFirst().dropLast())
  }

  static let tables: [(name: String, html: String, rows: [String])] = [
    (
      "empty cells",
      "<tr><th>Port<th>2019<th>2023<tr><td>Turku<td><td>12<tr><td><td> <td>7<tr><td>Vaasa<td>30<td>&nbsp;</td>",
      ["Port | 2019 | 2023", "Turku | | 12", "| | 7", "Vaasa | 30 |"]
    ),
    ("no text", "<tr><td>a<td>b<tr><td><td><tr><td>&nbsp;<td>&#160;<tr><td>c<td>d", ["a | b", "c | d"]),
    (
      "breaks in cells", "<tr><td>2026<br><br>late<td>3<br>million<tr><td>2027<br>&nbsp;<br>early<td>5",
      ["2026 late | 3 million", "2027 early | 5"]
    ),
    (
      "over columns",
      "<tr><th>Port<th colspan=2>Ships<th>Year<tr><td>Turku<td>1<td>2<td>2026<tr><td>a<td colspan='9'>b",
      ["Port | Ships | | Year", "Turku | 1 | 2 | 2026", "a | b | |"]
    ),
    (
      "over rows", "<tr><td rowspan=2>Turku<td>a<td>1<tr><td>b<td>2<tr><td>Vaasa<td>c<td rowspan=0>3<tr><td>d<td>e",
      ["Turku | a | 1", "| b | 2", "Vaasa | c | 3", "d | e |"]
    ),
    ("senseless spans", "<tr><td colspan=0>a<td colspan=x rowspan=-1>b<tr><td>c<td>d", ["a | b", "c | d"]),
    (
      "blocks in cells",
      "<tr><td><p>Year</p><td><p>Cost</p><tr><td><p>2026</p><p>late</p><td><ul><li>3<li>4</ul><tr><td>2027<td><div>5</div>",
      ["Year | Cost", "2026 late | 3 4", "2027 | 5"]
    ),
    (
      "a row that another reaches into",
      "<tr><th>Year<th>Quay<tr><td rowspan=2>2025<td>North<tr><td>South<tr><td>2026<td>West",
      ["Year | Quay", "2025 | North", "| South", "2026 | West"]
    ),
    ("bars in cells", "<tr><td>a | b<td>c |d<tr><td>e<i> |</i> f<td>g", ["a| b | c|d", "e| f | g"]),
    ("hidden cells", "<tr><td>a<td hidden>b<td>c", ["a | | c"]),
  ]

  @Test(arguments: tables) func rowsKeepTheirColumns(name: String, html: String, rows: [String]) throws {
    #expect(try Self.blocks("<table>\(html)</table>") == rows.map { "table-row: \($0)" })
  }

  static let layouts: [(name: String, html: String)] = [
    ("one row", "<tr><td><p>one</p><td><p>two</p>"),
    ("headings", "<tr><td><h3>one</h3><td><p>two</p><tr><td><p>three</p><td><p>four</p>"),
    (
      "long texts",
      "<tr><td><p>one</p><td><p>\(String(repeating: after, count: 6))</p><tr><td><p>three</p><td><p>four</p>"
    ),
    ("tables within", "<tr><td><p>one</p><td><table><tr><td>two</table><tr><td><p>three</p><td><p>four</p>"),
    ("one column", "<tr><td><td><p>one</p><tr><td><td><p>two</p><tr><td><td><p>three</p>"),
    ("rows of any length", "<tr><td><p>one</p><td><p>2</p><tr><td><p>3</p><td><p>4</p><td><p>5</p>"),
  ]

  @Test(arguments: layouts) func layoutIsNoTable(name: String, html: String) throws {
    #expect(try Self.blocks("<table>\(html)</table>").contains { $0.hasPrefix("table-row") } == false)
  }

  @Test func captionsGoWithTheirTables() throws {
    let table = "<table><caption>Costs by year</caption><tr><td><p>a</p><td>b<tr><td>c<td>d</table>"
    let figure = "<figure><table><tr><td>a<td>b</table><figcaption>In crowns, from the board</figcaption></figure>"
    #expect(try Self.blocks(table + figure, with: ["tables": false, "extract": "recall"]) == [])
  }

  @Test func tablesStandApart() throws {
    let table = "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
    let html = "<html><body><article><p>\(Self.before)</p>\(table)\(table)<p>\(Self.after)</p></article>"
    let text = try run(CleanStage.self, on: page(html)).text
    #expect(text == "\(Self.before)\n\na | b\nc | d\n\na | b\nc | d\n\n\(Self.after)")
  }

  static let code: [(name: String, html: String, blocks: [String])] = [
    (
      "indentation", "<pre>\n  def f(x):\n\tif x:\n\n        return  1 \n</pre>",
      ["preformatted:   def f(x):\n\tif x:\n\n        return  1"]
    ),
    (
      "spans", "<pre><code>\n\n    <b>let</b> a\n    <i>let</i>  <i>b</i> = a &lt; 1 &amp;&amp; c\n  \n</code></pre>",
      ["preformatted:     let a\n    let  b = a < 1 && c"]
    ),
    ("line breaks", "<pre>a<br>  b<br><br>c</pre>", ["preformatted: a\n  b\n\nc"]),
    ("lines in elements", "<pre><div>a</div><div>  b</div>\n<div>c</div></pre>", ["preformatted: a\n  b\nc"]),
    ("foreign spaces", "<pre>a\r\n&nbsp;&#8203; b\u{2028}c</pre>", ["preformatted: a\n  b\nc"]),
    (
      "a heading within", "<pre>a\n  b\n<h3>Two</h3>\n  c</pre>",
      ["preformatted: a\n  b", "heading 3: Two", "preformatted:   c"]
    ),
    ("empty", "<pre>\n  &nbsp;\n</pre>", []),
  ]

  @Test(arguments: code) func codeKeepsItsLines(name: String, html: String, blocks: [String]) throws {
    #expect(try Self.blocks(html) == blocks)
  }

  static let lists: [(name: String, html: String, blocks: [String])] = [
    (
      "start and value", "<ol start=5><li>five<li>six<li value='9'>nine<li>ten</ol>",
      ["list-item 1: 5. five", "list-item 1: 6. six", "list-item 1: 9. nine", "list-item 1: 10. ten"]
    ),
    (
      "reversed", "<ol reversed><li>three<li>two<li>one</ol>",
      ["list-item 1: 3. three", "list-item 1: 2. two", "list-item 1: 1. one"]
    ),
    (
      "letters", "<ol type=a start=26><li>one<li>two</ol><ol type=A><li>A. one</ol>",
      ["list-item 1: z. one", "list-item 1: aa. two", "list-item 1: A. one"]
    ),
    (
      "Roman numbers",
      "<ol type=i start=3><li>a<li>b</ol><ol style='list-style-type:upper-roman' reversed><li value=1949>c<li value=0>d</ol>",
      ["list-item 1: iii. a", "list-item 1: iv. b", "list-item 1: MCMXLIX. c", "list-item 1: 0. d"]
    ),
    (
      "letters and Roman numbers by style",
      ["lower-alpha", "upper-alpha", "lower-latin", "upper-latin", "lower-roman"].map {
        "<ol style='list-style: \($0) inside'><li value=4>one</ol>"
      }.joined(),
      ["d", "D", "d", "D", "iv"].map { "list-item 1: \($0). one" }
    ),
    ("items left out", "<ol><li>one<li hidden>two<li><li>four</ol>", ["list-item 1: 1. one", "list-item 1: 4. four"]),
    (
      "text behind a list within", "<ol><li>one<ol><li>a<li>b</ol>still one<li>two</ol>",
      [
        "list-item 1: 1. one", "list-item 2: 1. a", "list-item 2: 2. b", "text: still one", "list-item 1: 2. two",
      ]
    ),
    ("blank items", "<ul><li>&nbsp;<li>a<li><p>&#8203;</p><p>b</p></ul>", ["list-item 1: - a", "list-item 1: - b"]),
    (
      "bare marks", "<ol><li><div>1</div><p>Stir.</p><li><p>•</p><p>Cook.</p><li><p>12</p><p>eggs</p></ol>",
      ["list-item 1: 1. Stir.", "list-item 1: 2. Cook.", "list-item 1: 3. 12", "text: eggs"]
    ),
    ("steps", "<ul><li><p>1</p><p>\(before)</p></ul>", ["list-item 1: - \(before)"]),
    ("amounts", "<ul><li><span>1</span><div>egg</div></ul>", ["list-item 1: - 1", "text: egg"]),
    (
      "lists in quotations",
      "<blockquote>a<ul><li>b<li>c<ol><li>d</ol><p>e</p></ul></blockquote><ul><li><blockquote>f</blockquote></ul>",
      ["quote: a", "quote 1: - b", "quote 1: - c", "quote 2: 1. d", "quote: e", "list-item 1: - f"]
    ),
    ("nothing but marks", "<ol><li>1<li>2</ol>", ["list-item 1: 1. 1", "list-item 1: 2. 2"]),
    (
      "numbers told twice", "<ol><li>1. Stir.<li><b>2)</b> Cook.<li>3.5 litres<li>9. May<li>5.</ol>",
      [
        "list-item 1: 1. Stir.", "list-item 1: 2. Cook.", "list-item 1: 3. 3.5 litres", "list-item 1: 4. 9. May",
        "list-item 1: 5. 5.",
      ]
    ),
  ]

  @Test(arguments: lists) func itemsHaveTheirMarks(name: String, html: String, blocks: [String]) throws {
    #expect(try Self.blocks(html) == blocks)
  }

  static let lines: [(name: String, html: String, block: String)] = [
    ("bold", "<p><strong>Protests in the north</strong></p>", "heading 2: Protests in the north"),
    ("bold in parts", "<div><b>What </b><span><strong>it costs</strong></span></div>", "heading 2: What it costs"),
    ("not all bold", "<p><b>Protests</b> in the north</p>", "text: Protests in the north"),
    ("a sentence", "<p><b>It rained all night.</b></p>", "text: It rained all night."),
    ("a label", "<p><b>Protests:</b></p>", "text: Protests:"),
    ("small letters", "<p><b>1) what it costs</b></p>", "text: 1) what it costs"),
    ("a byline", "<p><b>By Ida Holm</b></p>", "text: By Ida Holm"),
    ("a byline in another language", "<p><b>Por Agencia EFE</b></p>", "text: Por Agencia EFE"),
    ("an interviewer", "<p><b>Interview: Ida Holm</b></p>", "text: Interview: Ida Holm"),
    ("who wrote down what was said", "<p><b>Protokoll: Ida Holm</b></p>", "text: Protokoll: Ida Holm"),
    ("a theme", "<p><b>Von Kiel nach Oslo</b></p>", "heading 2: Von Kiel nach Oslo"),
    ("a source", "<p><b>Source: Reuters</b></p>", "text: Source: Reuters"),
    ("a change", "<p><b>Updated March 4, 2024</b></p>", "text: Updated March 4, 2024"),
    ("a paper and a day", "<p><b>Harbour Herald, 12 March 2024</b></p>", "text: Harbour Herald, 12 March 2024"),
    ("a day", "<p><b>12 March 2024</b></p>", "heading 2: 12 March 2024"),
    ("a salutation", "<p><b>Dear Editor</b></p>", "text: Dear Editor"),
    ("an item", "<ul><li><b>Protests in the north</b></ul>", "list-item 1: - Protests in the north"),
    ("a link", "<p><a href=/p><b>Protests in the north</b></a></p>", "text: Protests in the north"),
    ("two lines", "<p><b>Protests<br>In the north</b></p>", "text: Protests\nIn the north"),
  ]

  @Test(arguments: lines) func boldLinesAboveTextAreHeadings(name: String, html: String, block: String) throws {
    #expect(try Self.blocks(html) == [block])
  }

  /// Below the headings that the page has.
  @Test func boldLinesAreTheDeepestHeadings() throws {
    let html = PageTests.article.replacing(
      "<blockquote>", with: "<p><b>A ramp</b></p><p>Fishermen had asked for one. \(Self.after)</p><blockquote>")
    let blocks = drawn(try run(CleanStage.self, on: page(html)))
    #expect(blocks.filter { $0.hasPrefix("heading") } == ["heading 2: What it costs", "heading 3: A ramp"])
  }

  static let breaks: [(name: String, html: String, blocks: [String])] = [
    ("one", "<p>one<br>two</p>", ["text: one\ntwo"]),
    ("a blank line", "<p>one<br>&nbsp;<br>two</p>", ["text: one", "text: two"]),
    ("a blank line in a quotation", "<blockquote>one<br> &#160; <br>two</blockquote>", ["quote: one", "quote: two"]),
    ("a blank paragraph", "<p>one</p><p>&nbsp;</p><p>two</p>", ["text: one", "text: two"]),
  ]

  @Test(arguments: breaks) func blankLinesPartParagraphs(name: String, html: String, blocks: [String]) throws {
    #expect(try Self.blocks(html) == blocks)
  }
}
