/// Tells bands that several documents have from those that only one has, of which most are: these need no place in a table.
///
/// A Bloom filter (1970) of what was there once and one of what was there again, each of eight bits and two places a band,
/// so that fewer than one band in twenty that only one document has is taken for shared.
struct SharedBands {
  private var once: BloomFilter
  private var again: BloomFilter
  /// How many bands were there before: about as many as have to be found again.
  private(set) var repeats = 0

  /// - Parameter count: how many bands there are, of all documents.
  init(capacity count: Int) {
    once = BloomFilter(capacity: count)
    again = once
  }

  /// Counts the band of this hash.
  mutating func add(_ hash: UInt64) {
    guard !once.insert(hash) else { return }
    again.insert(hash)
    repeats += 1
  }

  /// Ends the counting.
  mutating func finish() { once = BloomFilter(capacity: 0) }

  /// Whether the band of this hash may have been counted more than once.
  func contains(_ hash: UInt64) -> Bool { again.contains(hash) }
}

/// A set of hashes that may have more in it than were put there.
private struct BloomFilter {
  private var words: [UInt64]

  init(capacity count: Int) {
    var size = 1
    while size * 64 < count * 8 { size *= 2 }
    words = Array(repeating: 0, count: size)
  }

  /// Puts `hash` in; whether it may not have been there.
  @discardableResult
  mutating func insert(_ hash: UInt64) -> Bool {
    let (first, second) = places(of: hash)
    let isNew = !contains(first) || !contains(second)
    words[first >> 6] |= 1 << UInt64(first & 63)
    words[second >> 6] |= 1 << UInt64(second & 63)
    return isNew
  }

  func contains(_ hash: UInt64) -> Bool {
    let (first, second) = places(of: hash)
    return contains(first) && contains(second)
  }

  private func contains(_ place: Int) -> Bool { words[place >> 6] & (1 << UInt64(place & 63)) != 0 }

  /// From the upper halves of two products, where multiplying mixes best.
  private func places(of hash: UInt64) -> (Int, Int) {
    let mask = (UInt64(words.count) << 6) - 1
    let (first, second) = (hash &* 0x9E37_79B9_7F4A_7C15, hash &* 0xFF51_AFD7_ED55_8CCD)
    return (Int((first >> 32) & mask), Int((second >> 32) & mask))
  }
}
