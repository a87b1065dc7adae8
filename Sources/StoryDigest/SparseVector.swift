/// A vector of which only the numbers other than 0 are kept, by term.
struct SparseVector: Sendable {
  /// Ascending by term.
  private(set) var entries: [Entry]

  struct Entry: Sendable {
    let term: Int32
    var weight: Double
  }

  static let zero = SparseVector(entries: [])

  private init(entries: [Entry]) { self.entries = entries }

  /// The `count` heaviest of `entries`, in which each term is once; of equally heavy ones the first terms.
  init(heaviest count: Int, of entries: [Entry]) {
    self.entries = Array(entries.sorted { ($1.weight, $0.term) < ($0.weight, $1.term) }.prefix(count))
      .sorted { $0.term < $1.term }
  }

  /// The entries, heaviest first.
  var byWeight: [Entry] { entries.sorted { ($1.weight, $0.term) < ($0.weight, $1.term) } }

  var squaredLength: Double { entries.reduce(0) { $0 + $1.weight * $1.weight } }

  /// This vector with the length 1; the zero vector stays as it is.
  var normalized: SparseVector {
    let length = squaredLength.squareRoot()
    guard length > 0 else { return self }
    return SparseVector(entries: entries.map { Entry(term: $0.term, weight: $0.weight / length) })
  }

  /// The scalar product. O(n) in the entries of both.
  func dot(_ other: SparseVector) -> Double {
    var sum = 0.0
    var (left, right) = (0, 0)
    while left < entries.count, right < other.entries.count {
      let (a, b) = (entries[left], other.entries[right])
      if a.term == b.term { sum += a.weight * b.weight }
      if a.term <= b.term { left += 1 }
      if b.term <= a.term { right += 1 }
    }
    return sum
  }

  static func + (one: SparseVector, other: SparseVector) -> SparseVector {
    var sum: [Entry] = []
    sum.reserveCapacity(one.entries.count + other.entries.count)
    var (left, right) = (0, 0)
    while left < one.entries.count || right < other.entries.count {
      if right == other.entries.count || left < one.entries.count && one.entries[left].term < other.entries[right].term
      {
        sum.append(one.entries[left])
        left += 1
      } else if left == one.entries.count || other.entries[right].term < one.entries[left].term {
        sum.append(other.entries[right])
        right += 1
      } else {
        let (a, b) = (one.entries[left], other.entries[right])
        sum.append(Entry(term: a.term, weight: a.weight + b.weight))
        left += 1
        right += 1
      }
    }
    return SparseVector(entries: sum)
  }
}
