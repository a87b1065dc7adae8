internal import JSON

/// Finds for each pattern an element of its own: as many as can be, by augmenting paths (Kuhn 1955), so that a wide
/// pattern does not take the only element of a narrow one.
struct Matching {
  /// The indices of patterns for which no element is left, ascending.
  let unmatched: [Int]

  init(_ patterns: [Pattern], _ elements: [JSON]) {
    self.init(count: patterns.count) { pattern in elements.indices.filter { patterns[pattern].matches(elements[$0]) } }
  }

  /// - Parameter fitting: what each of the `count` can be matched with.
  init(count: Int, _ fitting: (Int) -> [Int]) {
    let fits = (0..<count).map(fitting)
    var owner: [Int: Int] = [:]
    var unmatched: [Int] = []
    for pattern in fits.indices {
      var visited: Set<Int> = []
      if !Self.assign(pattern, fits, &owner, &visited) { unmatched.append(pattern) }
    }
    self.unmatched = unmatched
  }

  private static func assign(
    _ pattern: Int, _ fits: [[Int]], _ owner: inout [Int: Int], _ visited: inout Set<Int>
  ) -> Bool {
    // Free elements first: equal patterns then don't push each other on and on.
    if let free = fits[pattern].first(where: { owner[$0] == nil }) {
      owner[free] = pattern
      return true
    }
    for element in fits[pattern] where visited.insert(element).inserted {
      guard let current = owner[element], !assign(current, fits, &owner, &visited) else {
        owner[element] = pattern
        return true
      }
    }
    return false
  }
}
