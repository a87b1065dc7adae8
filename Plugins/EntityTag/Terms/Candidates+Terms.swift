extension [Candidate] {
  /// These candidates and `terms`, without those of the one side that overlap any of the other; both in reading order.
  ///
  /// - Parameter termsWin: whether it is these candidates that give way.
  func with(_ terms: [Candidate], first termsWin: Bool) -> [Candidate] {
    guard !terms.isEmpty else { return self }
    let (strong, weak) = termsWin ? (terms, self) : (self, terms)
    var all: [Candidate] = []
    all.reserveCapacity(count + terms.count)
    var next = strong.startIndex
    for candidate in weak {
      while next < strong.endIndex, strong[next].tokens.lowerBound < candidate.tokens.lowerBound {
        all.append(strong[next])
        next += 1
      }
      let overlapsLast = all.last.map { $0.tokens.overlaps(candidate.tokens) } ?? false
      let overlapsNext = next < strong.endIndex && strong[next].tokens.overlaps(candidate.tokens)
      if !overlapsLast, !overlapsNext { all.append(candidate) }
    }
    return all + strong[next...]
  }
}
