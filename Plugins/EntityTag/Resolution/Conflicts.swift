internal import DocumentModel

/// Settles which of the overlapping candidates are entities.
enum Conflicts {
  /// The candidates that win, none overlapping another, in reading order.
  ///
  /// The surer class wins, then the longer one, then the higher score, then the label that comes first in OntoNotes'
  /// list, so that the finders' order does not matter.
  ///
  /// - Complexity: O(n log n) in the candidates.
  static func settled(_ candidates: [Candidate], tokenCount: Int) -> [Candidate] {
    let order = candidates.map { Rank($0) }.sorted()
    var isTaken = [Bool](repeating: false, count: tokenCount)
    var winners: [Candidate] = []
    for rank in order where !rank.candidate.tokens.contains(where: { isTaken[$0] }) {
      for token in rank.candidate.tokens { isTaken[token] = true }
      winners.append(rank.candidate)
    }
    return winners.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// A candidate with what its place in the order comes from.
  private struct Rank: Comparable {
    let candidate: Candidate
    private let isSure: Int
    private let label: Int

    init(_ candidate: Candidate) {
      self.candidate = candidate
      isSure = candidate.score >= 0.75 ? 2 : candidate.score >= 0.55 ? 1 : 0
      label = EntityLabel.ontoNotes.firstIndex(of: candidate.label) ?? EntityLabel.ontoNotes.count
    }

    static func < (left: Rank, right: Rank) -> Bool {
      if left.isSure != right.isSure { return left.isSure > right.isSure }
      let lengths = (left.candidate.tokens.count, right.candidate.tokens.count)
      if lengths.0 != lengths.1 { return lengths.0 > lengths.1 }
      if left.candidate.score != right.candidate.score { return left.candidate.score > right.candidate.score }
      if left.label != right.label { return left.label < right.label }
      if left.candidate.tokens.lowerBound != right.candidate.tokens.lowerBound {
        return left.candidate.tokens.lowerBound < right.candidate.tokens.lowerBound
      }
      return left.candidate.why.rawValue < right.candidate.why.rawValue
    }
  }
}
