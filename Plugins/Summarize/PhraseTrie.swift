/// Counts of word sequences: each node is the phrase of its parent and one term more.
struct PhraseTrie {
  private(set) var nodes: [Node] = [Node(parent: 0, term: -1, length: 0, firstWord: 0)]
  private var keys = [UInt64](repeating: .max, count: 1024)
  private var values = [Int32](repeating: 0, count: 1024)

  /// One phrase.
  struct Node {
    var parent: Int32
    var term: Int32
    var length: Int32
    /// The index of the word that it first began at.
    var firstWord: Int32
    var count: Int32 = 0
    /// How often all its words were capitalized where that means something: not at the start of a sentence.
    var capitalizedCount: Int32 = 0
    /// How often a longer phrase that comes more than once had it inside, and how many such phrases there are.
    var nestedCount: Int32 = 0
    var nests: Int32 = 0
  }

  static let root = 0

  /// Counts the phrase of `parent` and `term` once more and gives its node.
  mutating func count(_ term: Int32, after parent: Int, firstWord: Int, isCapitalized: Bool) -> Int {
    let node = node(term, after: parent, firstWord: firstWord)
    nodes[node].count += 1
    if isCapitalized { nodes[node].capitalizedCount += 1 }
    return node
  }

  /// The node of `parent` and `term`, or `nil` where that phrase never came.
  func child(_ term: Int32, of parent: Int) -> Int? {
    let slot = slot(of: Self.key(parent, term))
    return keys[slot] == .max ? nil : Int(values[slot])
  }

  /// The terms of `node` from first to last.
  func terms(of node: Int) -> [Int32] {
    var terms: [Int32] = []
    var at = node
    while at != Self.root {
      terms.append(nodes[at].term)
      at = Int(nodes[at].parent)
    }
    return terms.reversed()
  }

  /// Tells every phrase within a longer one that comes more than once how often that one does.
  mutating func countNested() {
    for node in nodes.indices where nodes[node].length > 1 && nodes[node].count > 1 {
      let terms = terms(of: node)
      for start in terms.indices {
        var at = Self.root
        for end in start..<terms.count where end - start < terms.count - 1 {
          guard let inner = child(terms[end], of: at) else { break }
          nodes[inner].nestedCount += nodes[node].count
          nodes[inner].nests += 1
          at = inner
        }
      }
    }
  }

  private mutating func node(_ term: Int32, after parent: Int, firstWord: Int) -> Int {
    let key = Self.key(parent, term)
    var slot = slot(of: key)
    if keys[slot] != .max { return Int(values[slot]) }
    if 2 * nodes.count > keys.count {
      grow()
      slot = self.slot(of: key)
    }
    let node = nodes.count
    nodes.append(
      Node(
        parent: Int32(truncatingIfNeeded: parent), term: term, length: nodes[parent].length + 1,
        firstWord: Int32(truncatingIfNeeded: firstWord)))
    keys[slot] = key
    values[slot] = Int32(truncatingIfNeeded: node)
    return node
  }

  private static func key(_ parent: Int, _ term: Int32) -> UInt64 {
    UInt64(truncatingIfNeeded: parent) << 32 | UInt64(UInt32(bitPattern: term))
  }

  /// Where `key` is, or the free place where it belongs. Fibonacci hashing: the high bits of a product are the mixed ones.
  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key &* 0x9E37_79B9_7F4A_7C15 >> 32) & (keys.count - 1)
    while keys[slot] != .max, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  private mutating func grow() {
    let old = zip(keys, values).filter { $0.0 != .max }
    keys = [UInt64](repeating: .max, count: 2 * keys.count)
    values = [Int32](repeating: 0, count: keys.count)
    for (key, value) in old {
      let slot = slot(of: key)
      keys[slot] = key
      values[slot] = value
    }
  }
}
