import DocumentModel
import StageTesting
import Testing

@testable import QuotationsPlugin

@Suite struct FuzzTests {
  /// Words and marks that the rules look at, in any order, cut into sentences and paragraphs anywhere.
  @Test(arguments: 0..<300) func survivesAnyText(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let pieces = [
      "said ", "says", " told", "that ", "according ", "to ", "adding ", "Anna Berg", " he ", "who ", "the ", "mayor ",
      "\"", "“", "”", "‘", "’", "'", "''", "«", "»", "„", "(", ")", ", ", ". ", ": ", " — ", "? ", "…", "\n\n", " and ",
      " of ", " in ", "on Monday ", "called ", "was ", "reports ", "U.S.", "3:30", "é", "北京", "👍", "\u{301}", "\0", "-",
    ]
    let text = (0..<Int.random(in: 0...90, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
    var document = Document(text: text.joined())
    let bytes = Array(document.text.utf8)
    let cuts = [0] + bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 && Int.random(in: 0..<9, using: &random) == 0 }
    document.sentences = zip(cuts, cuts.dropFirst() + [bytes.count]).map {
      Sentence(range: TextRange($0, $1), by: "test")
    }
    document.entities = document.sentences?.enumerated().map { index, sentence in
      Entity(range: sentence.range, label: index % 2 == 0 ? .person : .org, chain: index / 2, by: "test")
    }
    document.chains = (0...cuts.count / 2).map {
      Chain(canonical: "\($0)", label: .person, mentions: Array(2 * $0..<min(2 * $0 + 2, cuts.count)), by: "test")
    }
    if seed % 3 > 0 {
      document.paragraphs = document.sentences?.filter { _ in Bool.random(using: &random) }.map {
        Paragraph(range: $0.range, by: "test")
      }
    }
    #expect(try brokenPromises(of: QuotationsStage.self, on: [document]) == [])
  }

  /// Marks in a run are looked at once each: by looking back from each of these it took minutes, and a deep stack.
  @Test(arguments: ["\"", "'", "''", "\"'"]) func takesLongRunsOfMarks(marks: String) throws {
    var document = Document(text: String(repeating: marks, count: 100_000))
    document.sentences = [Sentence(range: document.textRange, by: "test")]
    #expect(try run(QuotationsStage.self, on: document).quotations == [])
  }

  /// Time grows with the text, however many marks stay open.
  @Test func takesLongTexts() throws {
    var document = Document(text: String(repeating: "“He said, ‘it \"is", count: 5_000))
    document.sentences = [Sentence(range: document.textRange, by: "test")]
    document.entities = []
    _ = try run(QuotationsStage.self, on: document)
  }
}
