import DocumentModel
import JSON
import Testing

@testable import ExportPlugin

@Suite struct WritingTests {
  @Test(arguments: [
    ("Putin’s Plan: Çanakkale", "putins-plan-canakkale"), ("U.S. & EU -- talks!", "u-s-eu-talks"),
    ("Straße, Ærø, Þórr, Œuvre, Ĳssel", "strasse-aero-thorr-oeuvre-ijssel"), ("Nguyễn Văn Thiệu", "nguyen-van-thieu"),
    ("e\u{301}te\u{301}", "ete"), ("Łódź, Kraków", "lodz-krakow"), ("Путин 2024", "2024"), ("100% — sure?", "100-sure"),
  ])
  func slugs(title: String, expected: String) {
    #expect(slug(title) == expected)
  }

  @Test func slugsAreCutAfterAWordAndNothingMakesNone() {
    #expect(
      slug(String(repeating: "abcdefg ", count: 30)) == Array(repeating: "abcdefg", count: 10).joined(separator: "-"))
    let nineWords = Array(repeating: "abcdefgh", count: 9).joined(separator: "-")
    #expect(nineWords.utf8.count == 80)
    #expect(slug(nineWords) == nineWords)
    #expect(slug(nineWords + " i") == nineWords)
    #expect(slug(nineWords + "i") == String(nineWords.dropLast(9)))
    #expect(slug(String(repeating: "a", count: 300)) == String(repeating: "a", count: 80))
    #expect(slug("習近平") == nil)
    #expect(slug("") == nil)
  }

  @Test(arguments: [
    ("plain words", "plain words"), ("a_b", "a_b"), ("_a", "\"_a\""), ("GENEVA", "GENEVA"),
    ("2024/plans", "\"2024/plans\""), ("a/b.txt", "a/b.txt"),
    ("no", "\"no\""), ("True", "\"True\""), ("null", "\"null\""), ("~", "\"~\""), ("", "\"\""), (" a", "\" a\""),
    ("a ", "\"a \""), ("a: b", "\"a: b\""), ("a #b", "\"a #b\""), ("it's", "\"it's\""),
    ("say \"hi\"", "\"say \\\"hi\\\"\""),
    ("C:\\x", "\"C:\\\\x\""), ("1e3", "\"1e3\""), ("2024-05-04", "\"2024-05-04\""), ("0x1F", "\"0x1F\""),
    (".inf", "\".inf\""),
    ("- a", "\"- a\""), ("[a]", "\"[a]\""), ("{a}", "\"{a}\""), ("*a", "\"*a\""), ("&a", "\"&a\""), ("!a", "\"!a\""),
    ("%a", "\"%a\""), ("@a", "\"@a\""), ("`a`", "\"`a`\""), ("|", "\"|\""), (">", "\">\""), ("---", "\"---\""),
    ("a\nb\t\r", "\"a\\nb\\t\\r\""), ("a\u{0}\u{85}\u{2028}\u{FEFF}", "\"a\\u0000\\u0085\\u2028\\ufeff\""),
    ("Łódź", "\"Łódź\""),
  ])
  func yamlScalars(text: String, expected: String) {
    var bytes: [UInt8] = []
    bytes.appendYAML(text)
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test func yamlOfNestedMetadata() {
    var bytes: [UInt8] = []
    bytes.appendYAML(["a b": [1, 2.5, 1e20, 1.5e-7, true, nil, "no"], "c": [:]] as JSON)
    #expect(
      String(decoding: bytes, as: UTF8.self) == "{a b: [1, 2.5, 1.0e+20, 1.5e-07, true, null, \"no\"], c: {}}")
  }

  @Test(arguments: [
    ("plain", "plain"), ("# a", "\\# a"), ("#a", "#a"), ("####### a", "####### a"), ("- a", "\\- a"), ("-a", "-a"),
    ("+ a", "\\+ a"), ("* a", "\\* a"), ("---", "\\---"), ("===", "\\==="), ("= a", "= a"), ("* * *", "\\* * *"),
    ("_ _ _", "\\_ _ _"), ("___", "\\_\\_\\_"), ("> a", "\\> a"), ("1. a", "1\\. a"), ("1986) a", "1986\\) a"),
    ("1.5 a", "1.5 a"), ("1234567890. a", "1234567890. a"), ("12.", "12\\."), ("|--|:-:|", "\\|--|:-:|"),
    ("a | b", "a | b"),
    ("5 * 3 = 15", "5 * 3 = 15"), ("*a*", "\\*a\\*"), ("a_b_c", "a_b_c"), ("_a_", "\\_a\\_"), ("a ~ b", "a ~ b"),
    ("~5 to ~6", "~5 to ~6"), ("~~a~~", "~\\~a\\~\\~"), ("`a`", "\\`a\\`"), ("a < b", "a < b"), ("<b>", "\\<b>"),
    ("</b>", "\\</b>"), ("<!--", "\\<!--"), ("AT&T; R&D", "AT\\&T; R&D"), ("&amp;", "\\&amp;"), ("&#60;", "\\&#60;"),
    ("[sic]", "[sic]"), ("[a](b)", "[a\\](b)"), ("![a](b)", "![a\\](b)"), ("[a]: b", "[a\\]: b"),
    ("[a][b]", "[a\\][b]"), ("[^1]: a", "\\[^1\\]: a"), ("www.a.org/_b_", "www\\.a.org/\\_b\\_"),
    ("www.a.org/a_b", "www.a.org/a_b"),
    ("\\*", "\\\\\\*"), ("C:\\dir", "C:\\dir"), ("end\\", "end\\\\"), ("$5 and $6", "$5 and $6"),
    ("https://a.org/a_b?c", "https://a.org/a_b?c"), ("(http://a.org/*b*).", "(<http://a.org/*b*>)."),
    ("https://a.org/~x_y/_z_ _b_", "<https://a.org/~x_y/_z_> \\_b\\_"), ("[http://a](b)", "[<http://a](b>)"),
    ("http://a.org/?b=1&copy;2", "http\\://a.org/?b=1\\&copy;2"), ("<http://a.org/_b_>", "\\<<http://a.org/_b_>>"),
    ("http://a.org<b>", "<http://a.org>\\<b>"),
    ("    code", "code"), ("a  \n   b", "a\nb"), ("a\n\n\nb", "a\n\nb"), ("a\r\nb", "a\n\nb"), ("a\n# b", "a\n\\# b"),
  ])
  func markdown(text: String, expected: String) {
    var bytes: [UInt8] = []
    bytes.appendMarkdown(text[...])
    #expect(String(decoding: bytes, as: UTF8.self) == expected + "\n")
  }

  @Test(arguments: [
    ("a\nb", "a\\\nb"), ("a \n\n b", "a\\\nb"), ("a\\\nb", "a\\\\\\\nb"), ("a\n1. b", "a\\\n1\\. b"),
    ("a\n---", "a\\\n\\---"), ("www.a.org\nb", "www\\.a.org\\\nb"),
    ("see http://a.org/b.\nwww.a.org\n", "see <http://a.org/b>.\\\nwww.a.org"),
  ])
  func markdownWithBreaks(text: String, expected: String) {
    var bytes: [UInt8] = []
    bytes.appendMarkdown(text[...], breaks: .hard)
    #expect(String(decoding: bytes, as: UTF8.self) == expected + "\n")
  }

  @Test(arguments: [
    ("a = 1", "```\na = 1\n```\n"), ("  a\n\n*b*  c", "```\n  a\n\n*b*  c\n```\n"),
    ("a `b` ```c``", "````\na `b` ```c``\n````\n"),
  ])
  func markdownCode(text: String, expected: String) {
    var bytes: [UInt8] = []
    bytes.appendMarkdownCode(text[...])
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  private static let tables: [(rows: [String], table: String)] = [
    (["A | B", "1 | 2"], "| A | B |\n| --- | --- |\n| 1 | 2 |\n"),
    (
      ["Greens | | 12", "| | 7", "Labour | 30 |"],
      "| Greens |  | 12 |\n| --- | --- | --- |\n|  |  | 7 |\n| Labour | 30 |  |\n"
    ),
    (["A", "1 | 2"], "| A |  |\n| --- | --- |\n| 1 | 2 |\n"),
    (["a|b | c\\|d"], "| a\\|b | c\\\\\\|d |\n| --- | --- |\n"),
    (["Quay\nNorth | # 1. *x*"], "| Quay<br>North | # 1. \\*x\\* |\n| --- | --- |\n"),
    (["alone"], "| alone |\n| --- |\n"),
    (
      (["1 |" + String(repeating: " |", count: 999)] + Array(repeating: "2", count: 999)),
      "| 1 |" + String(repeating: "  |", count: 1000) + "\n|" + String(repeating: " --- |", count: 1001) + "\n"
        + String(repeating: "| 2 |\n", count: 999)
    ),
  ]

  @Test(arguments: tables) func markdownTables(rows: [String], table: String) {
    #expect(String(decoding: MarkdownTable(rows.map { ($0[...], []) }).bytes, as: UTF8.self) == table)
  }

  private static let lists: [(items: [(text: String, level: Int)], page: String)] = [
    ([("- a", 1), ("- b", 2), ("- c", 2), ("- d", 1)], "- a\n  - b\n  - c\n- d\n"),
    ([("9. a", 1), ("1. b", 2), ("10. c", 1), ("1. d", 2)], "9. a\n   1. b\n10. c\n    1. d\n"),
    ([("5. a", 1), ("6. b", 1)], "5. a\n6. b\n"), ([("- a", 1), ("1. b", 1), ("- c", 1)], "- a\n\n1. b\n\n- c\n"),
    ([("1. a", 1), ("2. b", 1), ("1. c", 1)], "1. a\n2. b\n\n<!-- -->\n\n1. c\n"),
    ([("1. a", 1), ("2) b", 1)], "1. a\n\n2) b\n"),
    ([("- a", 1), ("5. b", 2), ("7. c", 2)], "- a\n\n  5. b\n\n  <!-- -->\n\n  7. c\n"),
    ([("- a", 1), ("- b", 3), ("- c", 2), ("- d", 3)], "- a\n  - b\n  - c\n    - d\n"),
    ([("- a", 2), ("- b", 1)], "- a\n- b\n"), ([("- a", 0), ("- b", 1)], "- a\n  - b\n"),
  ]

  @Test(arguments: lists) func markdownLists(items: [(text: String, level: Int)], page: String) throws {
    #expect(try output(["format": "markdown", "parts": ["body"]], of: listed(items)) == page)
  }

  @Test func listsInListsEndSomewhere() throws {
    let items = (1...2000).map { (text: "- a", level: $0) }
    let page = try output(["format": "markdown", "parts": ["body"]], of: listed(items))
    #expect(page.split(separator: "\n").map(\.utf8.count).max() == 2 * 31 + 3)
  }

  private func listed(_ items: [(text: String, level: Int)]) -> Document {
    var document = Document(id: "a", text: items.map(\.text).joined(separator: "\n"))
    var start = 0
    document.paragraphs = items.map { item in
      defer { start += item.text.utf8.count + 1 }
      let range = TextRange(start, start + item.text.utf8.count)
      return Paragraph(range: range, kind: .listItem, level: item.level, by: "test")
    }
    return document
  }

  @Test(arguments: [
    ("a # b", "a # b"), ("C #", "C \\#"), ("C#", "C#"), ("#", "\\#"), ("a\n b ##", "a b \\##"), ("1. One", "1. One"),
  ])
  func markdownHeadings(text: String, expected: String) {
    var bytes = Array("## ".utf8)
    bytes.appendMarkdownHeading(text)
    #expect(String(decoding: bytes, as: UTF8.self) == "## " + expected)
  }

  @Test(arguments: [
    ("- a", "- ", "a"), ("* a", "- ", "a"), ("• a", "- ", "a"), ("•a", "- ", "a"), ("12. a", "12. ", "a"),
    ("1) a", "1) ", "a"),
    ("(a) b", "- ", "(a) b"), ("word", "- ", "word"), ("-5 degrees", "- ", "-5 degrees"), ("–\ta", "- ", "a"),
    ("-", "- ", "-"), ("1. ", "- ", "1."), ("•", "- ", "•"),
    ("1234567890. a", "- ", "1234567890. a"), ("", "- ", ""),
  ])
  func listItems(text: String, mark: String, content: String) {
    let item = ListItem(text[...])
    #expect(item.mark == mark)
    #expect(squeezed(item.content) == content)
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"a\"", "\"say \"\"a\"\"\""), ("a\nb", "\"a\nb\""),
    ("a\r", "\"a\r\""),
    (" a", "\" a\""), ("=1+1", "=1+1"), ("a;b", "a;b"),
  ])
  func cells(text: String, expected: String) {
    var document = Document(id: "x", text: text)
    document.entities = [Entity(range: document.textRange, label: .org, by: "test")]
    let table = String(decoding: EntityTable(document, offsets: .unicode).rows, as: UTF8.self)
    #expect(table == "x,0,\(text.unicodeScalars.count),ORG,\(expected),,,,,,\n")
  }

  @Test(arguments: [(OffsetUnit.unicode, "x,1,4,"), (.utf8, "x,4,9,"), (.utf16, "x,2,5,")])
  func rowsCountInTheUnitAskedFor(unit: OffsetUnit, expected: String) {
    var document = Document(id: "x", text: "😀Łód")
    document.entities = [Entity(range: TextRange(4, 9), label: .gpe, by: "test")]
    #expect(String(decoding: EntityTable(document, offsets: unit).rows, as: UTF8.self).hasPrefix(expected))
  }
}
