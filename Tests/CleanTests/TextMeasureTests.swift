import StageTesting
import Testing

@testable import CleanPlugin

/// What a run of a page's text has, however its characters are written.
@Suite struct TextMeasureTests {
  private static func counts(_ html: String) -> [Int] {
    let measure = TextMeasure(html.utf8.span, 0..<html.utf8.count)
    return [
      measure.letters, measure.words, measure.smallWords, measure.digits, measure.commas, measure.endsSentence ? 1 : 0,
    ]
  }

  static let texts: [(html: String, counts: [Int])] = [
    ("The quay, it said, opens in 2029.", [27, 7, 5, 4, 2, 1]), ("R&amp;D &lt; caf&eacute;", [8, 3, 1, 0, 0, 0]),
    ("&ldquo;No.&rdquo;", [5, 1, 0, 0, 0, 1]), ("„Nein.“", [7, 1, 0, 0, 0, 1]), ("(“No.”)", [7, 1, 0, 0, 0, 1]),
    ("one&nbsp;two\u{A0}three", [11, 3, 3, 0, 0, 0]), ("&nbsp; ", [0, 0, 0, 0, 0, 0]),
    ("港、港。", [8, 1, 0, 0, 1, 1]), ("&bogus; 5", [8, 2, 0, 1, 0, 0]), ("Zgodził się", [10, 2, 1, 0, 0, 0]),
  ]

  @Test(arguments: texts) func countsCharacters(html: String, counts: [Int]) {
    #expect(Self.counts(html) == counts)
  }

  @Test func referencesAreTheCharactersThatTheyStandFor() {
    var random = SplitMix64(seed: 1)
    let pieces = [
      "a", "B", "7", ",", ".", "!", " ", "\u{A0}", "é", "ł", "т", "،", "港", "、", "。", "”", "’", "»", ")", "👍", "&",
    ]
    for _ in 0..<500 {
      let characters = (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
        pieces.randomElement(using: &random)
      }
      let references = characters.map { character in
        Bool.random(using: &random) ? character : character.unicodeScalars.map { "&#\($0.value);" }.joined()
      }
      let written = characters.map { $0 == "&" ? "&amp;" : $0 }.joined()
      #expect(Self.counts(references.map { $0 == "&" ? "&amp;" : $0 }.joined()) == Self.counts(written))
    }
  }
}
