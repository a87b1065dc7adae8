import DocumentModel
import JSON
import StageKit
import StageTesting
import Testing

@testable import SectionSplitPlugin

@Suite struct LawTests {
  @Test(arguments: troubleshooters)
  func keepsItsPromises(_ options: JSONObject) throws {
    let broken = try brokenPromises(of: SectionSplitStage.self, with: options)
    #expect(broken == [], "\(broken)")
  }

  static let troubleshooters: [JSONObject] = [
    [:], ["headings": []], ["headings": ["plain"], "maximum-heading-length": 1], ["lists": false],
  ]

  @Test(arguments: troubleshooters)
  func holdsOnTroublesomeDocuments(_ options: JSONObject) throws {
    for document in troublesomeDocuments {
      let broken = brokenLaws(try run(SectionSplitStage.self, with: options, on: document))
      #expect(broken == [], "\(document.id): \(broken)")
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func holdsOnDrawnTexts(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let stage = try SectionSplitStage(with: [:], resources: Resources())
    for _ in 0..<300 {
      var document = Document(text: text(&random))
      if random.next() % 4 == 0 { document.metadata.title = pieces[Int(random.next() % UInt64(pieces.count))] }
      let before = document.text
      stage.process(&document)
      let broken = brokenLaws(document)
      #expect(broken == [], "\(before.debugDescription): \(broken)")
    }
  }

  /// Pieces of text that decide about headings and sentences, and some that nothing expects.
  private let pieces = [
    "The council met on Monday, and nobody came to hear what it had to say about the bridge.", "Next Steps", "AGENDA",
    " ", "  ", "\n", "\n\n", "\r\n", "\r", "\t", "\u{A0}", "\u{3000}", "\u{FEFF}", ".", "...", ". . .", "…", "!", "?",
    "。", "؟", "\"", "'", "“", "”", "«", "»", "(", ")", "[", "]", "[2]", "- ", "• ", "•", "1. ", "2. ", "(a) ", "b) ",
    "iv. ",
    "## ", "#", "---", "=====", "> ", "*", "_", "U.S.", "a.m.", "Mr.", "No.", "I.", "J.", "p.", "etc.", "said",
    "Smith said.",
    "and", "word", "Word", "12", "3.5", "2026", "@", "http://a.b/c", ":", ",", ";", "—", "–", "é", "Ł", "ß", "ж", "漢",
    "👩‍👩‍👧", "e\u{301}",
    "\u{0}", "\u{200B}", "\u{2028}", "II. ", "1 ", "2.1 ", "By ", "May 5", "Figure 2",
    "Tuesday, May 5, 2026", "said, “", "said: \"", "The ", "In ", "the sign", ". . . .", "2) ", "B. ", "1964", "uh, ",
  ]

  private func text(_ random: inout SplitMix64) -> String {
    (0..<random.next() % 40).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
  }

  @Test(arguments: [
    "a. ", ". ", "\" ", "(", "1. ", "A", "\n", "-\n", "# a\n", "A B\n\n", "U.S. The ", "\".\" ", "[", "> \n", "1. a\n",
    "…",
    "a\n", "' . ", "'", "The In ", "he said, \"A b. ", "said: “A b. C d. ", "Tuesday, May 5, 2026 ", "a. b ", "— A ",
    "A: ",
    "What Comes Next\n\n", "Ada Lovelace of X\n\n", "1964\n\n", "A B\n\n(c)\n\n",
    "By Ada Lovelace\n\n(x)\n\n",
  ])
  func takesLinearTime(_ piece: String) throws {
    // A quadratic pass over this much text would take hours.
    let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
    let broken = brokenLaws(try run(SectionSplitStage.self, on: text))
    #expect(broken == [])
  }
}
