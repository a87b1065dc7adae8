/// Confidence intervals by drawing documents with replacement (Efron 1979), the same for the same documents.
struct Bootstrap {
  /// How often each document is drawn, for each round.
  private let draws: [[Int32]]

  /// - Parameter rounds: how many samples are drawn; none of fewer than two documents.
  init(documents: Int, rounds: Int = 1000, seed: UInt64 = 1) {
    guard documents > 1 else {
      draws = []
      return
    }
    var random = SplitMix64(state: seed)
    draws = (0..<rounds).map { _ in
      var counts = [Int32](repeating: 0, count: documents)
      for _ in 0..<documents { counts[random.next(below: documents)] += 1 }
      return counts
    }
  }

  /// The tallies' sum in each round.
  func sums(_ tallies: [(document: Int, tally: Tally)]) -> [Tally] {
    draws.map { counts in
      var sum = Tally.zero
      for (document, tally) in tallies where counts[document] > 0 { sum.add(tally, times: Double(counts[document])) }
      return sum
    }
  }

  /// From the 2.5th to the 97.5th percentile of what the rounds gave; `nil` without rounds.
  static func interval(_ values: [Double]) -> Figure.Interval? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    func percentile(_ share: Double) -> Double { sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))] }
    return Figure.Interval(low: percentile(0.025), high: percentile(0.975))
  }
}

/// A small generator of random numbers (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
private struct SplitMix64 {
  var state: UInt64

  mutating func next(below count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((bits ^ (bits >> 31)).multipliedFullWidth(by: UInt64(count)).high)
  }
}
