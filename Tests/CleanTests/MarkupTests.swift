import DocumentModel
import StageKit
import StageTesting
import Testing

@testable import CleanPlugin

/// The tree and the characters of pages, whatever state they are in.
@Suite struct MarkupTests {
  static let references: [(written: String, text: String?, count: Int)] = [
    ("&amp;", "&", 5), ("&amp", "&", 4), ("&ampx", "&", 4), ("&notit;", "¬", 4), ("&notin;", "∉", 7), ("&#65;", "A", 5),
    ("&#x41", "A", 5), ("&#150;", "–", 6), ("&#0;", "\u{FFFD}", 4), ("&#x110000;", "\u{FFFD}", 10), ("&", nil, 0),
    ("& ", nil, 0), ("&#;", nil, 0), ("&#x;", nil, 0), ("&hellip", nil, 0), ("&hellip;", "…", 8), ("&bogus;", nil, 0),
    ("&NotEqualTilde;", "≂̸", 15), ("&#99999999999999999999;", "\u{FFFD}", 23),
  ]

  @Test(arguments: references) func referencesAreDecoded(written: String, text: String?, count: Int) {
    let bytes = written.utf8.span
    let reference = CharacterReference(at: 0, in: bytes, before: bytes.count)
    #expect(reference?.text == text)
    #expect((reference?.count ?? 0) == count)
  }

  static let values: [(written: String, text: String)] = [
    ("?id=1&copy=2&currency=eur&timestamp=9&region=x", "?id=1&copy=2&currency=eur&timestamp=9&region=x"),
    ("?id=1&amp;copy=2&amp;region=x", "?id=1&copy=2&region=x"), ("&copy 2026 &AMP", "© 2026 &"),
    ("&copyx &copy;x", "&copyx ©x"),
    ("&notit; &notin; &#38;amp=1", "&notit; ∉ &amp=1"),
  ]

  @Test(arguments: values) func valuesOfAttributesAreDecoded(written: String, text: String) {
    #expect(written.utf8.span.decodedValue(0..<written.utf8.count) == text)
  }

  static let pages: [(html: String, tree: String)] = [
    ("<p>a<p>b", "p(a) p(b)"), ("<ul><li>a<li>b</ul>c", "ul(li(a) li(b)) c"),
    ("<ul><li>a<ul><li>b</ul><li>c</ul>", "ul(li(a ul(li(b))) li(c))"),
    ("<table><tr><td>a<td>b<tr><td>c</table>d", "table(tr(td(a) td(b)) tr(td(c))) d"),
    ("<div><b>a</div>b", "div(b(a)) b"), ("<b><p>a</b>b</p>c", "b(p(a b) c)"), ("</p>a</div>b", "p a b"),
    ("a<!-- <p>x</p> -->b", "a b"), ("<!-->a", "a"), ("<?php x ?>a", "a"),
    ("<script><p>x</p></script>a", "script(<p>x</p>) a"),
    ("<style>x</style>a", "style a"), ("a < b", "a < b"), ("<p title='>'>a", "p(a)"), ("<p title=\">a", ""),
    ("<br/>a", "br a"), ("<div/>a", "div(a)"), ("<select><option>a<option>b</select>", "select(option(a) option(b))"),
    ("<h2>a</h3>b", "h2(a) b"), ("<a href=x>a<a href=y>b", "a(a) a(b)"), ("<title>a</title>b", "title(a) b"),
    ("<table><td><p>a</table>b", "table(td(p(a))) b"), ("<", "<"), ("", ""),
    ("<dl><dt>a<dd>b<dt>c</dl>", "dl(dt(a) dd(b) dt(c))"),
  ]

  @Test(arguments: pages) func pagesAreTrees(html: String, tree: String) {
    let bytes = html.utf8.span
    let built = HTMLTreeBuilder.tree(of: bytes)
    #expect(draw(built, 0..<built.nodes.count, Array(html.utf8)) == tree)
  }

  private func draw(_ tree: HTMLTree, _ range: Range<Int>, _ bytes: [UInt8]) -> String {
    var parts: [String] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let node = tree.nodes[index]
      if node.tag == .text {
        let text = String(decoding: bytes[node.source], as: UTF8.self).singleSpaced
        if !text.isEmpty { parts.append(text) }
      } else {
        let inside = draw(tree, tree.inside(index), bytes)
        parts.append(inside.isEmpty ? node.tag.name : "\(node.tag.name)(\(inside))")
      }
      index = Int(node.end)
    }
    return parts.joined(separator: " ")
  }

  static let hostile: [(name: String, html: String)] = [
    ("open tags", String(repeating: "<div>", count: 8_000)),
    ("end tags", String(repeating: "</div>", count: 8_000)),
    ("formatting", String(repeating: "<b><i>", count: 4_000)),
    ("paragraphs in tables", String(repeating: "<p><table><td>", count: 2_400)),
    ("tables torn", String(repeating: "<div><table></div></table>", count: 1_600)),
    ("lists", String(repeating: "<ul><li>a", count: 4_000)),
    ("links", String(repeating: "<a href=x>", count: 4_000)),
    ("comments", String(repeating: "<!---->", count: 6_000)),
    ("open comment", "<!--" + String(repeating: "-", count: 36_000)),
    ("attributes", "<p " + String(repeating: "class=a ", count: 4_800) + ">x"),
    ("one attribute", "<p class=\"" + String(repeating: "share-nav ", count: 4_000) + "\">x"),
    ("open quote", String(repeating: "<p title=\"", count: 3_600)),
    ("ampersands", String(repeating: "&", count: 36_000)),
    ("references", String(repeating: "&notit", count: 6_000)),
    ("less-than signs", String(repeating: "<", count: 36_000)),
    ("cells", String(repeating: "<tr><td>a", count: 4_000)), ("headings", String(repeating: "<h1>a", count: 7_200)),
    ("scripts", String(repeating: "<script>", count: 4_400)),
    ("NULs", String(repeating: "a\u{0}<p>", count: 7_200)),
    ("white space", String(repeating: " ", count: 36_000)),
    ("line breaks", String(repeating: "<br>a", count: 7_200)),
    ("preformatted", "<pre>" + String(repeating: "<b>a</b>", count: 4_500)),
  ]

  /// Pages that have brought other readers down.
  @Test(.timeLimit(.minutes(2)), arguments: hostile) func hostilePagesAreRead(name: String, html: String) throws {
    let document = try run(CleanStage.self, on: page(html))
    #expect(document.paragraphs != nil)
    #expect(document.defects == [])
  }
}
