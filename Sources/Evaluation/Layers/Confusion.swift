/// How often annotations of the gold's labels were found with which: `nil` stands for "none".
public struct Confusion: Hashable, Sendable {
  public struct Cell: Hashable, Sendable {
    public let gold: String?
    public let found: String?
  }

  public private(set) var counts: [Cell: Int] = [:]

  public init() {}

  /// The count of those with the label `gold` that were found with the label `found`.
  public subscript(gold: String?, found: String?) -> Int { counts[Cell(gold: gold, found: found)] ?? 0 }

  /// All labels, in the order of their names.
  public var labels: [String] { Set(counts.keys.flatMap { [$0.gold, $0.found].compactMap(\.self) }).sorted() }

  /// The labels that were taken for another one, or another one for them.
  public var confusedLabels: [String] {
    let cells = counts.keys.filter { $0.gold != nil && $0.found != nil && $0.gold != $0.found }
    return Set(cells.flatMap { [$0.gold, $0.found].compactMap(\.self) }).sorted()
  }

  /// Labels of the gold that are never found, each with the one that is found in its place most of the time.
  public var otherNames: [(gold: String, found: String)] {
    let labels = labels
    return labels.compactMap { gold in
      let total = (labels.map(Optional.some) + [nil]).reduce(0) { $0 + self[gold, $1] }
      let isFound = (labels.map(Optional.some) + [nil]).contains { self[$0, gold] > 0 }
      guard total > 0, !isFound, let best = labels.max(by: { self[gold, $0] < self[gold, $1] }),
        2 * self[gold, best] > total
      else { return nil }
      return (gold, best)
    }
  }

  mutating func add(_ matching: Matching) {
    for pair in matching.pairs {
      counts[Cell(gold: matching.gold[pair.gold].label, found: matching.found[pair.found].label), default: 0] += 1
    }
    for index in matching.missed { counts[Cell(gold: matching.gold[index].label, found: nil), default: 0] += 1 }
    for index in matching.spurious { counts[Cell(gold: nil, found: matching.found[index].label), default: 0] += 1 }
  }
}
