internal import DocumentModel

/// Annotations of one document found by a pipeline and those of the gold, paired one to one.
///
/// First those with the same label at the same place, then with the same label and an overlap, then those with other
/// labels in the same way; each in reading order.
///
/// - Complexity: O(n log n), but for annotations that nest deep.
struct Matching {
  let gold: [Finding]
  let found: [Finding]
  /// The pairs in the order of the gold.
  private(set) var pairs: [(gold: Int, found: Int)] = []
  private(set) var missed: [Int]
  private(set) var spurious: [Int]

  init(gold: [Finding], found: [Finding]) {
    self.gold = gold
    self.found = found
    missed = Array(gold.indices)
    spurious = Array(found.indices)
    for heedsLabels in [true, false] {
      pairEqual(heedsLabels)
      pairOverlapping(heedsLabels)
    }
    pairs.sort { $0.gold < $1.gold }
  }

  func isSamePlace(_ pair: (gold: Int, found: Int)) -> Bool { gold[pair.gold].range == found[pair.found].range }

  func isSameLabel(_ pair: (gold: Int, found: Int)) -> Bool {
    gold[pair.gold].label == found[pair.found].label
  }

  private mutating func pairEqual(_ heedsLabels: Bool) {
    var open: [FindingPlace: [Int]] = [:]
    for index in spurious.reversed() where found[index].range != nil {
      open[FindingPlace(found[index], heedsLabel: heedsLabels), default: []].append(index)
    }
    for index in missed {
      guard let partner = open[FindingPlace(gold[index], heedsLabel: heedsLabels)]?.popLast() else { continue }
      pairs.append((index, partner))
    }
    forgetPaired()
  }

  private mutating func pairOverlapping(_ heedsLabels: Bool) {
    let golds = Dictionary(grouping: missed.filter { gold[$0].range != nil }) { heedsLabels ? gold[$0].label : "" }
    let founds = Dictionary(grouping: spurious.filter { found[$0].range != nil }) { heedsLabels ? found[$0].label : "" }
    for (label, indices) in golds { pairOverlapping(indices, founds[label] ?? []) }
    forgetPaired()
  }

  private mutating func pairOverlapping(_ golds: [Int], _ founds: [Int]) {
    var candidates = inReadingOrder(founds, of: found)[...]
    var open: [(index: Int, range: TextRange)] = []
    for (index, range) in inReadingOrder(golds, of: gold) {
      while let next = candidates.first, next.range.start < range.end { open.append(candidates.removeFirst()) }
      open.removeAll { $0.range.end <= range.start }
      guard let place = open.firstIndex(where: { $0.range.overlaps(range) }) else { continue }
      pairs.append((index, open.remove(at: place).index))
    }
  }

  private func inReadingOrder(_ indices: [Int], of findings: [Finding]) -> [(index: Int, range: TextRange)] {
    indices.compactMap { index in findings[index].range.map { (index, $0) } }
      .sorted { ($0.range, $0.index) < ($1.range, $1.index) }
  }

  private mutating func forgetPaired() {
    let paired = (gold: Set(pairs.map(\.gold)), found: Set(pairs.map(\.found)))
    missed.removeAll { paired.gold.contains($0) }
    spurious.removeAll { paired.found.contains($0) }
  }
}
