internal import DocumentModel

/// Settles which of the overlapping candidates are entities.
enum Conflicts {
  /// The candidates that win, none overlapping another, in reading order.
  ///
  /// The surer class wins, then the longer one, then the higher score, then the label that comes first in OntoNotes'
  /// list, so that the finders' order does not matter.
  ///
  /// - Complexity: O(n log n) in the candidates.
  static func settled(_ candidates: [Candidate]) -> [Candidate] {
    var winners: [Candidate] = []
    winners.reserveCapacity(candidates.count)
    let order = inReadingOrder(candidates)
    var first = 0
    while first < order.count {
      // What overlaps, one with the next, is settled together; nearly all stand alone.
      var end = candidates[order[first]].tokens.upperBound
      var next = first + 1
      while next < order.count, candidates[order[next]].tokens.lowerBound < end {
        end = max(end, candidates[order[next]].tokens.upperBound)
        next += 1
      }
      if next == first + 1 {
        winners.append(candidates[order[first]])
      } else {
        appendWinners(of: order[first..<next], candidates, upTo: end, to: &winners)
      }
      first = next
    }
    return winners
  }

  /// The indices of the candidates by their first tokens.
  private static func inReadingOrder(_ candidates: [Candidate]) -> [Int] {
    var keys = candidates.indices.map { UInt64(candidates[$0].tokens.lowerBound) << 32 | UInt64($0) }
    keys.sort()
    return keys.map { Int($0 & 0xFFFF_FFFF) }
  }

  private static func appendWinners(
    of group: ArraySlice<Int>, _ candidates: [Candidate], upTo end: Int, to winners: inout [Candidate]
  ) {
    let ranks = group.map { Rank(candidates[$0], index: $0) }.sorted()
    let start = group.first.map { candidates[$0].tokens.lowerBound } ?? end
    var isTaken = [Bool](repeating: false, count: end - start)
    let firstWinner = winners.count
    for rank in ranks where !candidates[rank.index].tokens.contains(where: { isTaken[$0 - start] }) {
      for token in candidates[rank.index].tokens { isTaken[token - start] = true }
      winners.append(candidates[rank.index])
    }
    winners[firstWinner...].sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// A candidate's place in the order, the first being the least: two integers, which compare at once.
  private struct Rank: Comparable {
    /// Class, length and score, from the high bits down, each the less the better.
    private let merit: UInt64
    /// What breaks ties: label, place and evidence.
    private let tie: UInt64
    let index: Int

    init(_ candidate: Candidate, index: Int) {
      let doubt: UInt64 = candidate.score >= 0.75 ? 0 : candidate.score >= 0.55 ? 1 : 2
      let shortness = UInt64(UInt32.max) - UInt64(truncatingIfNeeded: candidate.tokens.count)
      // Scores have two decimals.
      let weakness = UInt64((1 - candidate.score.clamped) * 4096)
      merit = doubt << 48 | shortness << 16 | weakness
      tie =
        UInt64(candidate.label.rawValue) << 48 | UInt64(truncatingIfNeeded: candidate.tokens.lowerBound) << 8
        | UInt64(candidate.why.rawValue)
      self.index = index
    }

    static func < (left: Rank, right: Rank) -> Bool {
      left.merit != right.merit ? left.merit < right.merit : left.tie < right.tie
    }
  }
}

extension Double {
  /// The number, or what of 0 and 1 is nearer; 0 for what is no number.
  fileprivate var clamped: Double { self > 0 ? Swift.min(self, 1) : 0 }
}
