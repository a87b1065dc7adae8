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
    ("[a][b]", "[a\\][b]"), ("[^1]: a", "\\[^1\\]: a"), ("www.a.org/_b_", "www.a.org/_b_"),
    ("\\*", "\\\\\\*"), ("C:\\dir", "C:\\dir"), ("end\\", "end\\\\"), ("$5 and $6", "$5 and $6"),
    ("https://a.org/~x_y/_z_ _b_", "https://a.org/~x_y/_z_ \\_b\\_"), ("[http://a](b)", "[http://a\\](b)"),
    ("    code", "code"), ("a  \n   b", "a\nb"), ("a\n\n\nb", "a\n\nb"), ("a\r\nb", "a\n\nb"), ("a\n# b", "a\n\\# b"),
  ])
  func markdown(text: String, expected: String) {
    var bytes: [UInt8] = []
    bytes.appendMarkdown(text[...])
    #expect(String(decoding: bytes, as: UTF8.self) == expected + "\n")
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
    ("-", "- ", ""),
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
    #expect(table == "x,0,\(text.unicodeScalars.count),ORG,\(expected),,,,\n")
  }

  @Test(arguments: [(OffsetUnit.unicode, "x,1,4,"), (.utf8, "x,4,9,"), (.utf16, "x,2,5,")])
  func rowsCountInTheUnitAskedFor(unit: OffsetUnit, expected: String) {
    var document = Document(id: "x", text: "😀Łód")
    document.entities = [Entity(range: TextRange(4, 9), label: .gpe, by: "test")]
    #expect(String(decoding: EntityTable(document, offsets: unit).rows, as: UTF8.self).hasPrefix(expected))
  }
}
