import Evaluation
import Testing

@Suite struct RougeTests {
  /// Summaries and references with the values that `rouge-score` 0.1.2 gives them with stemming: precision and recall of
  /// ROUGE-1, 2, L and Lsum.
  @Test(arguments: [
    Case("same words", "The cat sat on the mat.", "The cat sat on the mat.", [1, 1, 1, 1, 1, 1, 1, 1]),
    Case(
      "stems", "The ministers were signing treaties.", "A minister signed the treaty.",
      [0.8, 0.8, 0, 0, 0.6, 0.6, 0.6, 0.6]),
    Case(
      "another order", "alpha beta gamma delta epsilon", "epsilon beta delta gamma alpha",
      [1, 1, 0, 0, 0.4, 0.4, 0.4, 0.4]),
    Case(
      "sentence by sentence", "The bridge opened on Monday.\nCrowds gathered early.\nThe mayor spoke.",
      "On Monday the bridge opened.\nThe mayor spoke to the crowds, who gathered early.",
      [1, 0.785714, 0.6, 0.461538, 0.545455, 0.428571, 0.818182, 0.642857]),
    Case(
      "a word several times", "the the the cat", "the cat the",
      [0.75, 1, 0.333333, 0.5, 0.5, 0.666667, 0.5, 0.666667]),
    Case(
      "a sentence found in parts", "w1 w2 w6 w7 w8\nw1 w3 w8 w9 w5", "w1 w2 w3 w4 w5",
      [0.4, 0.8, 0.111111, 0.25, 0.4, 0.8, 0.4, 0.8]),
    Case("nothing in common", "one two three", "four five six", [0, 0, 0, 0, 0, 0, 0, 0]),
    Case("an empty summary", "", "four five six", [0, 0, 0, 0, 0, 0, 0, 0]),
    Case("one word", "Ferry", "ferry", [1, 1, 0, 0, 1, 1, 1, 1]),
    Case(
      "letters beyond ASCII part words", "Zürich naïve İstanbul 20\u{212A}", "zurich na ve i stanbul 20k",
      [0.714286, 0.833333, 0.666667, 0.8, 0.714286, 0.833333, 0.714286, 0.833333]),
  ])
  func valuesAreThoseOfRougeScore(_ example: Case) {
    let scores = Rouge().scores(of: example.summary, against: [example.reference])
    let values = [scores.rouge1, scores.rouge2, scores.rougeL, scores.rougeLsum].flatMap { [$0.precision, $0.recall] }
    #expect(values.elementsEqual(example.values) { abs($0 - $1) < 0.000_001 })
  }

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let summary: String
    let reference: String
    let values: [Double]

    init(_ name: String, _ summary: String, _ reference: String, _ values: [Double]) {
      testDescription = name
      self.summary = summary
      self.reference = reference
      self.values = values
    }
  }

  @Test func withoutStemsWordsMustBeTheSame() {
    let scores = Rouge(stems: false).scores(
      of: "The ministers were signing treaties.", against: ["A minister signed the treaty."])
    #expect(scores.rouge1 == Score(precision: 0.2, recall: 0.2))
  }

  @Test func ofSeveralReferencesTheNearestCounts() {
    let scores = Rouge().scores(of: "one two three", against: ["four", "one two six", "one three"])
    #expect(scores.rouge1 == Score(precision: 2.0 / 3, recall: 1))
    #expect(scores.rouge2 == Score(precision: 0.5, recall: 0.5))
    #expect(Rouge().scores(of: "one", against: []) == Rouge.Scores())
  }

  /// The values do not depend on how the table of the common subsequence falls into words of 64 bits.
  @Test func longTextsAgreeWithThePlainTable() {
    var state: UInt32 = 7
    func words(_ count: Int) -> [Int] {
      (0..<count).map { _ in
        state = state &* 1_664_525 &+ 1_013_904_223
        return Int(state >> 29)
      }
    }
    for count in [1, 63, 64, 65, 128, 300] {
      let (first, second) = (words(count), words(count + count / 3))
      let summary = second.map { "w\($0)" }.joined(separator: " ")
      let recall = Rouge().scores(of: summary, against: [first.map { "w\($0)" }.joined(separator: " ")]).rougeL.recall
      #expect(recall == Double(commonLength(first, second)) / Double(count))
    }
  }

  private func commonLength(_ first: [Int], _ second: [Int]) -> Int {
    var row = [Int](repeating: 0, count: second.count + 1)
    for number in first {
      var diagonal = 0
      for place in second.indices {
        let length = number == second[place] ? diagonal + 1 : max(row[place], row[place + 1])
        diagonal = row[place + 1]
        row[place + 1] = length
      }
    }
    return row[second.count]
  }
}
