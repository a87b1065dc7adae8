internal import DocumentModel
internal import JSON

extension LayerDiff {
  init(_ layer: String, changes: [AnnotationChange], same: Int) {
    self.layer = layer
    self.changes = changes
    self.same = same
  }

  /// Matches annotations: first those at one place with one label that stand for the same, then those at one place with
  /// one label, then those at one place, then those with one label that overlap. What is left is gone or added.
  ///
  /// - Complexity: O(n log n), but for annotations that nest deep.
  init(_ layer: String, from old: [Annotation], to new: [Annotation], _ mapping: TextMapping) {
    var matching = Matching(old, new, mapping)
    matching.pairEqual { annotation, range in
      Place(range: range, label: annotation.label, value: range == nil ? annotation.words : annotation.value)
    }
    let same = matching.pairs.count
    matching.pairs = []
    // Without a place, only a label can tell what became of an annotation.
    matching.pairEqual { annotation, range in
      range == nil && annotation.label.isEmpty
        ? nil : Place(range: range, label: annotation.label)
    }
    matching.pairEqual { _, range in range.map { Place(range: $0) } }
    matching.pairOverlapping()
    self.init(layer, changes: matching.changes, same: same)
  }
}

/// What two annotations have to have in common.
private struct Place: Hashable {
  let range: TextRange?
  let label: JSON
  let value: JSON

  init(range: TextRange?, label: String = "", value: String = "") {
    self.range = range
    self.label = .string(label)
    self.value = .string(value)
  }
}

/// Annotations of two documents that look for each other.
private struct Matching {
  let old: [Annotation]
  let new: [Annotation]
  let mapping: TextMapping
  var pairs: [(old: Int, new: Int)] = []
  private var restOfOld: [Int]
  private var restOfNew: [Int]

  init(_ old: [Annotation], _ new: [Annotation], _ mapping: TextMapping) {
    self.old = old
    self.new = new
    self.mapping = mapping
    restOfOld = Array(old.indices)
    restOfNew = Array(new.indices)
  }

  /// Pairs those for which `place` gives the same, in their order; `nil` is never the same.
  mutating func pairEqual(_ place: (Annotation, TextRange?) -> Place?) {
    var open: [Place: [Int]] = [:]
    for index in restOfNew.reversed() {
      if let place = place(new[index], new[index].range) { open[place, default: []].append(index) }
    }
    var paired: Set<Int> = []
    restOfOld.removeAll { index in
      let range = old[index].range.map(mapping.map)
      if case .some(.none) = range { return false }
      guard let place = place(old[index], range ?? nil), let partner = open[place]?.popLast() else { return false }
      pairs.append((index, partner))
      paired.insert(partner)
      return true
    }
    restOfNew.removeAll { paired.contains($0) }
  }

  /// Pairs those with one label that overlap, in reading order.
  mutating func pairOverlapping() {
    func range(_ index: Int) -> TextRange { old[index].range.map(mapping.place) ?? TextRange(0, 0) }
    let ordered = restOfNew.filter { new[$0].range != nil }.sorted { left, right in
      (new[left].range ?? TextRange(0, 0), left) < (new[right].range ?? TextRange(0, 0), right)
    }
    var paired: (old: Set<Int>, new: Set<Int>) = ([], [])
    var first = 0
    for index in restOfOld.filter({ old[$0].range != nil }).sorted(by: { (range($0), $0) < (range($1), $1) }) {
      let range = range(index)
      while first < ordered.count, (new[ordered[first]].range?.end ?? 0) <= range.start { first += 1 }
      for candidate in ordered[first...].prefix(while: { (new[$0].range?.start ?? 0) < range.end })
      where !paired.new.contains(candidate) && new[candidate].range?.overlaps(range) == true {
        guard new[candidate].label.isIdentical(to: old[index].label) else { continue }
        pairs.append((index, candidate))
        paired.old.insert(index)
        paired.new.insert(candidate)
        break
      }
    }
    restOfOld.removeAll { paired.old.contains($0) }
    restOfNew.removeAll { paired.new.contains($0) }
  }

  /// All that is not the same, in reading order.
  var changes: [AnnotationChange] {
    typealias Placed = (at: Int, rank: Int, index: Int, change: AnnotationChange)
    func start(_ index: Int) -> Int { old[index].range.map { mapping.place(of: $0).start } ?? 0 }
    var placed: [Placed] = restOfOld.map { (start($0), 0, $0, AnnotationChange(before: old[$0], after: nil)) }
    placed += pairs.map { pair in
      (new[pair.new].range?.start ?? 0, 1, pair.new, AnnotationChange(before: old[pair.old], after: new[pair.new]))
    }
    placed += restOfNew.map { (new[$0].range?.start ?? 0, 2, $0, AnnotationChange(before: nil, after: new[$0])) }
    return placed.sorted { ($0.at, $0.rank, $0.index) < ($1.at, $1.rank, $1.index) }.map(\.change)
  }
}
