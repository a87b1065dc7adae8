internal import DocumentModel
internal import StageKit

/// What the user knows: names and patterns, with what they say of what they find.
struct OwnNames: Sendable {
  private let terms: TermLists?
  private let patterns: PatternSet?
  private let termsWin: Bool
  private let patternsWin: Bool

  /// - Parameter labels: takes up the labels that are new.
  /// - Returns: `nil` where the options name no file.
  /// - Throws: `ResourceError` where a file can't be read, `FileErrors` where it makes no sense.
  init?(_ options: EntityTagOptions, labels: inout LabelNames, in resources: Resources) throws {
    guard !options.gazetteers.isEmpty || !options.patterns.isEmpty else { return nil }
    terms = options.gazetteers.isEmpty ? nil : try TermLists(options.gazetteers, labels: &labels, in: resources)
    patterns =
      options.patterns.isEmpty
      ? nil : try PatternSet(options.patterns.map { try PatternFile($0, in: resources) }, labels: &labels)
    termsWin = options.gazetteersWin
    patternsWin = options.patternsWin
  }

  /// The entities with the user's own among them, instead of those of the one side that overlap the other's.
  ///
  /// - Throws: `StageFailure` for a pattern that takes too long on this text.
  func added(to others: [Candidate], in text: LookedUpText) throws -> [Candidate] {
    let named = terms?.matches(in: text) ?? []
    guard let patterns else { return others.with(named, first: termsWin) }
    let known = patterns.asksForLabels ? others.with(named, first: termsWin) : []
    var found = try patterns.matches(in: text, entities: known)
    for index in found.indices { found[index].term = found[index].term.map { $0 + (terms?.count ?? 0) } }
    guard termsWin == patternsWin else {
      let (strong, weak) = termsWin ? (named, found) : (found, named)
      return others.with(weak, first: false).with(strong, first: true)
    }
    return others.with((named + found).longest(tokenCount: text.count), first: termsWin)
  }

  // MARK: What is said of a term or pattern

  /// What is equal for all terms and patterns that name the same thing: of the id, else the canonical name, else the term.
  func thing(of term: Int) -> UInt64 {
    if let id = id(of: term) { return TokenHash.exact(id) &+ 3 }
    if let name = canonicalName(of: term) { return TokenHash.exact(name) &+ 2 }
    return terms.map { term < $0.count ? $0.hash(of: term) : 0 } ?? 0
  }

  /// The canonical name that its line gives it.
  func canonicalName(of term: Int) -> String? {
    let count = terms?.count ?? 0
    return term < count ? terms?.canonicalName(of: term) : patterns?.canonicalName(of: term - count)
  }

  /// The id that its line gives it.
  func id(of term: Int) -> String? {
    let count = terms?.count ?? 0
    return term < count ? terms?.id(of: term) : patterns?.id(of: term - count)
  }
}

extension [Candidate] {
  /// Those of overlapping candidates that are longest in bytes, of equally long ones the first in the text, then in this
  /// list; in reading order.
  func longest(tokenCount: Int) -> [Candidate] {
    guard count > 1 else { return self }
    let order = indices.sorted { left, right in
      let (one, other) = (self[left].range, self[right].range)
      if one.count != other.count { return one.count > other.count }
      return one.start != other.start ? one.start < other.start : left < right
    }
    var isTaken = [Bool](repeating: false, count: tokenCount)
    var winners: [Candidate] = []
    for index in order where !self[index].tokens.contains(where: { isTaken[$0] }) {
      for token in self[index].tokens { isTaken[token] = true }
      winners.append(self[index])
    }
    return winners.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }
}
