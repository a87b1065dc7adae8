import DocumentModel
import JSON
import StageTesting
import Testing

@testable import CleanPlugin

@Suite struct CharacterTests {
  @Test(arguments: [
    Case("CR LF and CR are line feeds", "- a\r\n- b\r- c", "- a\n- b\n- c"),
    Case("NEL, LS and form feed are line feeds", "- a\u{85}- b\u{2028}- c\u{C}- d", "- a\n- b\n- c\n- d"),
    Case("a paragraph separator is a blank line", "a\u{2029}b", "a\n\nb"),
    Case("runs of space are one space", "a  b \t c", "a b c"),
    Case("spaces of any width are spaces", "40\u{A0}km, 640\u{202F}000\u{3000}x\u{2009}y", "40 km, 640 000 x y"),
    Case("no space at line ends", "a \n\n b\t\n", "a\n\nb"),
    Case("lines of nothing but space are blank", "a\n \t\n\u{A0}\nb", "a\n\nb"),
    Case("one blank line between paragraphs", "a\n\n\n\n\nb", "a\n\nb"),
    Case("nothing but space is nothing", " \n\t\r\n ", ""),
    Case("controls go", "a\u{0}b\u{7}c\u{7F}d\u{9D}e", "abcde"),
    Case("a byte order mark goes", "\u{FEFF}a", "a"),
    Case("zero-width spaces go", "a\u{200B}b \u{200B} c", "ab c"),
    Case("marks of direction go", "\u{202A}a\u{202C}\u{200E}", "a"),
    Case("a joiner between Latin letters goes", "f\u{200C}i", "fi"),
    Case("a joiner in Persian stays", "نمی\u{200C}خواهم", "نمی\u{200C}خواهم"),
    Case("a joiner in an emoji stays", "👩\u{200D}🚀", "👩\u{200D}🚀"),
    Case("a joiner at the end of a word goes", "ن\u{200D} ا", "ن ا"),
    Case("soft hyphens go", "labora\u{AD}tory", "laboratory"),
    Case("a soft hyphen at a line's end joins the word", "labora\u{AD}\r\n tory", "laboratory"),
    Case("accents are composed", "Re\u{301}ne\u{301}e", "Rénée"),
    Case("marks come in canonical order", "a\u{301}\u{323}", "ạ\u{301}"),
    Case("singletons become their letter", "5 \u{212B}, \u{2126}", "5 \u{C5}, \u{3A9}"),
    Case("conjoining Hangul becomes syllables", "\u{1112}\u{1161}\u{11AB}", "한"),
    Case("composed across a zero-width space", "e\u{200B}\u{301}", "é"),
    Case("compatibility forms stay", "ﬁve ½ …", "ﬁve ½ …"),
  ])
  func cleansCharacters(_ example: Case) throws {
    let clean = try run(CleanStage.self, on: example.before).text
    #expect(Array(clean.unicodeScalars) == Array(example.after.unicodeScalars))
  }

  @Test func leavesDecomposedTextWhenAsked() throws {
    let text = "Re\u{301}ne\u{301}e"
    let clean = try run(CleanStage.self, with: ["normalize": "none"], on: text).text
    #expect(Array(clean.utf8) == Array(text.utf8))
  }

  @Test(arguments: [(0, "a\nb"), (1, "a\n\nb"), (2, "a\n\n\nb"), (3, "a\n\n\nb")])
  func leavesBlankLinesUpToTheMaximum(maximum: Int, expected: String) throws {
    #expect(
      try run(CleanStage.self, with: ["maximum-blank-lines": .integer(maximum)], on: "a\n\n\nb").text == expected)
  }

  /// Marks in the worst order, which bubble sorts take O(n²) for.
  @Test(.timeLimit(.minutes(1))) func composesLongRunsOfMarksInTime() throws {
    let text = "a" + String(repeating: "\u{301}\u{323}", count: 50_000)
    let clean = try run(CleanStage.self, on: text).text
    #expect(clean.unicodeScalars.first == "ạ")
  }

  @Test(.timeLimit(.minutes(1))) func cleansOneLongLineInTime() throws {
    let text = String(repeating: "It rains - and \"rains\" in the self-made (AP) rain, July 5, 2024. ", count: 60_000)
    #expect(try run(CleanStage.self, on: text).text.utf8.count == text.utf8.count - 1)
  }
}
