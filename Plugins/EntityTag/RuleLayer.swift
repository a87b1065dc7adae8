/// What gazetteer and rules find in a text, settled.
struct RuleLayer: Sendable {
  private let finders: [any CandidateFinder] = [
    GazetteerFinder(), PersonFinder(), AnchoredNameFinder(), AcronymFinder(), QuotedTitleFinder(), ProductFinder(),
    ElectionFinder(), StateCodeFinder(), PublicationFinder(),
    LoneNameFinder(), AmountFinder(),
  ]

  /// What all finders propose, settled twice: the second time with the names that the first made known.
  func entities(in text: LookedUpText) -> [Candidate] {
    let candidates = finders.flatMap { $0.candidates(in: text) }
    let first = Conflicts.settled(candidates)
    let known = KnownNames(first, in: text).candidates(in: text, besides: first)
    return known.isEmpty ? first : Conflicts.settled(candidates + known)
  }
}
