/// One way to find entities. What all finders propose is settled afterwards, so none has to know another.
protocol CandidateFinder: Sendable {
  /// What it finds, in any order; overlaps are allowed.
  func candidates(in text: LookedUpText) -> [Candidate]
}
