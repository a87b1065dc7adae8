import DocumentModel
import JSON
import StageTesting
import Testing

@testable import SummarizePlugin

@Suite struct SelectionTests {
  /// What holds for every summary: sentences of the text in its order, and their words and nothing else.
  @Test(arguments: 0..<40)
  func isMadeOfItsSentences(seed: Int) throws {
    let document = Document.random(sentences: seed, seed: UInt64(seed))
    for asked in [1, 2, 7, 100] {
      let result = try run(SummarizeStage.self, with: ["sentences": .integer(asked)], on: document)
      let summary = try #require(result.summary)
      let ranges = summary.sentences.map(\.range)
      #expect(ranges.count <= min(asked, seed))
      #expect(ranges == ranges.sorted())
      #expect(Set(ranges).count == ranges.count)
      #expect(Set(ranges).isSubset(of: Set((document.sentences ?? []).map(\.range))))
      #expect(summary.text == ranges.map { $0.words(in: document.text) }.joined(separator: " "))
    }
  }

  @Test func asksForMoreAndKeepsTheBest() throws {
    let document = Document.random(sentences: 60, seed: 7)
    var before: Set<TextRange> = []
    for asked in 1...60 {
      let summary = try run(SummarizeStage.self, with: ["sentences": .integer(asked)], on: document).summary
      let chosen = Set((summary?.sentences ?? []).map(\.range))
      #expect(chosen.isSuperset(of: before))
      before = chosen
    }
  }

  @Test func takesFromTwentyThousandSentences() throws {
    let document = Document.random(sentences: 20_000, seed: 1)
    let summary = try run(SummarizeStage.self, with: ["share": 0.4], on: document).summary
    #expect(summary?.sentences.count == 8_000)
  }

  /// The queue gives what a look at all values again after each choice would.
  @Test(arguments: 0..<20)
  func queueIsSorted(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let elements = (0..<seed * 3).map {
      PriorityQueue.Element(value: Double(Int.random(in: 0...9, using: &random)), index: $0)
    }
    var queue = PriorityQueue(elements)
    var taken: [Int] = []
    while let best = queue.popMax() { taken.append(best.index) }
    #expect(taken == elements.sorted { $0.precedes($1) }.map(\.index))
  }

  /// Random bytes of the marks and letters that the scanners look at, cut into sentences anywhere.
  @Test(arguments: 0..<200)
  func survivesAnyText(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let pieces = [
      "a", "U.S", ".", " ", "\n", "’", "'s", "-", "é", "Ж", "👍", "\u{301}", "“", "”", "3,4", "(", "The ", "\0", "…",
      "北京",
    ]
    let text = (0..<Int.random(in: 0...120, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
    var document = Document(text: text.joined())
    let bytes = Array(document.text.utf8)
    var cuts = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 && Bool.random(using: &random) } + [bytes.count]
    cuts.shuffle(using: &random)
    let ranges = zip(cuts, cuts.dropFirst()).map { TextRange(min($0, $1), max($0, $1)) }
    document.sentences = ranges.sorted().map { Sentence(range: $0, by: "test") }
    #expect(try brokenPromises(of: SummarizeStage.self, on: [document]) == [])
  }
}
