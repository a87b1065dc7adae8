internal import DocumentModel

/// Who quotations are given to: of those that both sides have, as far as they overlap.
struct Attributions {
  /// The words that name the source, in the same place.
  private(set) var sources: Tally
  /// The words that name the source, with an overlap.
  private(set) var overlappingSources: Tally
  /// The thing that the speaker is: its chains have the same name or a mention in common.
  private(set) var speakers: Tally

  init(gold: [DocumentFindings.Quote], found: [DocumentFindings.Quote]) {
    let pairs = Matching(gold: gold.map(\.finding), found: found.map(\.finding)).pairs
      .map { (gold: gold[$0.gold], found: found[$0.found]) }
    let withSource = (found: found.count { $0.source != nil }, gold: gold.count { $0.source != nil })
    let sources = pairs.compactMap { pair in
      pair.gold.source?.range.flatMap { range in pair.found.source?.range.map { (gold: range, found: $0) } }
    }
    self.sources = Tally(
      matched: sources.count { $0.gold == $0.found }, found: withSource.found, gold: withSource.gold)
    overlappingSources = Tally(
      matched: sources.count { $0.gold.overlaps($0.found) }, found: withSource.found, gold: withSource.gold)
    speakers = Tally(
      matched: pairs.count { $0.gold.speaker?.isSame(as: $0.found.speaker) ?? false },
      found: found.count { $0.speaker != nil }, gold: gold.count { $0.speaker != nil })
  }
}

extension DocumentFindings.Speaker {
  fileprivate func isSame(as other: Self?) -> Bool {
    other.map { name == $0.name || !mentions.isDisjoint(with: $0.mentions) } ?? false
  }
}
