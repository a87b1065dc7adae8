internal import TextBytes

/// Traits of words by the hash of their lower-case letters.
struct WordTable: Sendable {
  private var hashes: [UInt64]
  private var traits: [Token.Traits]

  /// - Parameter lists: words with spaces between, and what they have in common; a word may be in several.
  init(_ lists: [(words: String, traits: Token.Traits)]) {
    let entries = lists.flatMap { list in
      list.words.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { (FNV1a(Substring($0).utf8.span).value, list.traits) }
    }
    var capacity = 64
    while capacity < 3 * entries.count { capacity *= 2 }
    hashes = [UInt64](repeating: 0, count: capacity)
    traits = [Token.Traits](repeating: [], count: capacity)
    for (hash, traits) in entries {
      let slot = slot(of: hash)
      hashes[slot] = hash
      self.traits[slot].formUnion(traits)
    }
  }

  /// The traits of the word with this hash; none for one that no list has.
  subscript(hash: UInt64) -> Token.Traits { traits[slot(of: hash)] }

  private func slot(of hash: UInt64) -> Int {
    let mask = hashes.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }
}
