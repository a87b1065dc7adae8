import Testing

@testable import Evaluation

@Suite struct ChainScoresTests {
  /// Chains of the gold and found ones, with precision and recall as `coreference-eval` 0.0.2 gives them, and for chains of
  /// one mention, which it leaves out, as the formulas do. "crossed" is the example of the paper on B³.
  @Test(arguments: [
    Case(
      "equal", [[1, 2, 3], [4, 5]], [[1, 2, 3], [4, 5]],
      muc: (1, 1), b3: (1, 1), ceafE: (1, 1), lea: (1, 1)),
    Case(
      "one chain split", [[1, 2, 3, 4], [5, 6]], [[1, 2], [3, 4], [5, 6]],
      muc: (1, 0.75), b3: (1, 0.666667), ceafE: (0.555556, 0.833333), lea: (1, 0.555556)),
    Case(
      "two chains merged", [[1, 2], [3, 4], [5, 6]], [[1, 2, 3, 4], [5, 6]],
      muc: (0.75, 1), b3: (0.666667, 1), ceafE: (0.833333, 0.555556), lea: (0.555556, 1)),
    Case(
      "all in one", [[1, 2, 3], [4, 5], [6]], [[1, 2, 3, 4, 5, 6]],
      muc: (0.6, 1), b3: (0.388889, 1), ceafE: (0.666667, 0.222222), lea: (0.266667, 0.833333)),
    Case(
      "all apart", [[1, 2, 3], [4, 5]], [[1], [2], [3], [4], [5]],
      muc: (0, 0), b3: (1, 0.4), ceafE: (0.233333, 0.583333), lea: (0, 0)),
    Case(
      "mentions of one side", [[1, 2, 3], [4, 5]], [[1, 2, 7], [4], [8, 9]],
      muc: (0.333333, 0.333333), b3: (0.388889, 0.366667), ceafE: (0.444444, 0.666667), lea: (0.166667, 0.2)),
    Case(
      "nothing found", [[1, 2, 3], [4, 5]], [], muc: (0, 0), b3: (0, 0), ceafE: (0, 0), lea: (0, 0)),
    Case(
      "crossed", [[1, 2, 3, 4, 5], [6, 7], [8, 9, 10, 11, 12]], [[1, 2, 3, 4, 5], [6, 7, 8, 9, 10, 11, 12]],
      muc: (0.9, 1), b3: (0.761905, 1), ceafE: (0.916667, 0.611111), lea: (0.722222, 1)),
  ])
  func valuesAreThoseOfTheReference(_ example: Case) {
    let scores = ChainScores(gold: example.gold, found: example.found, words: [])
    let tallies = [scores.muc, scores.bCubed, scores.ceafE, scores.lea]
    for (tally, values) in zip(tallies, example.values) {
      #expect(abs((tally.precision ?? 0) - values.0) < 0.000_001)
      #expect(abs((tally.recall ?? 0) - values.1) < 0.000_001)
    }
  }

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let gold: [[Int]]
    let found: [[Int]]
    let values: [(Double, Double)]

    init(
      _ name: String, _ gold: [[Int]], _ found: [[Int]], muc: (Double, Double), b3: (Double, Double),
      ceafE: (Double, Double), lea: (Double, Double)
    ) {
      testDescription = name
      self.gold = gold
      self.found = found
      values = [muc, b3, ceafE, lea]
    }
  }

  @Test func linksOfEqualWordsAreTrivial() {
    let scores = ChainScores(
      gold: [[0, 1, 2], [3, 4]], found: [[0, 1, 3], [4]],
      words: ["putin", "putin", "vladimir putin", "russia", "moscow"])
    #expect(scores.links == Tally(matched: 1, found: 3, gold: 4))
    #expect(scores.nonTrivialLinks == Tally(matched: 0, found: 2, gold: 3))
  }

  /// The best alignment is no worse than any other, in tables small enough to try all.
  @Test func assignmentIsTheBest() {
    var state: UInt32 = 11
    func next(_ count: Int) -> Int {
      state = state &* 1_664_525 &+ 1_013_904_223
      return Int(state >> 16) % count
    }
    for _ in 0..<200 {
      let (rows, columns) = (1 + next(5), 1 + next(5))
      let table = (0..<rows).map { _ in (0..<columns).map { _ in Double(next(7)) } }
      #expect(Assignment(table).sum == best(table[...], without: []))
    }
    #expect(Assignment([]).sum == 0)
    #expect(Assignment([[]]).sum == 0)
  }

  private func best(_ rows: ArraySlice<[Double]>, without used: Set<Int>) -> Double {
    guard let row = rows.first else { return 0 }
    let rest = rows.dropFirst()
    return row.indices.filter { !used.contains($0) }
      .reduce(best(rest, without: used)) { max($0, row[$1] + best(rest, without: used.union([$1]))) }
  }
}
