/// The words that the number finder knows, by the folded hash of their token.
///
/// Open addressing with linear probing over a power of two of slots, at most a third of them taken; the keys stand
/// apart from the meanings, so that the words of a text that are not in it cost one look into 16 KiB.
struct WordTable: Sendable {
  private var keys: [UInt64]
  private var meanings: [WordMeaning]
  private let mask: Int

  /// The table of some words; the roles of words that come several times are joined, and the first value but 0 counts.
  init(_ words: [(word: String, meaning: WordMeaning)]) {
    var slots = 64
    while slots < words.count * 3 { slots *= 2 }
    keys = Array(repeating: 0, count: slots)
    meanings = Array(repeating: WordMeaning(roles: [], value: 0), count: slots)
    mask = slots - 1
    for (word, meaning) in words { add(meaning, for: TokenHash.folded(word)) }
  }

  /// What the word of `hash` can be, or `nil` for any other.
  @inline(__always)
  subscript(hash: UInt64) -> WordMeaning? {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while keys[slot] != hash {
      if keys[slot] == 0 { return nil }
      slot = (slot + 1) & mask
    }
    return meanings[slot]
  }

  private mutating func add(_ meaning: WordMeaning, for hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & mask }
    keys[slot] = hash
    meanings[slot].roles.formUnion(meaning.roles)
    if meanings[slot].value == 0 { meanings[slot].value = meaning.value }
  }
}

/// Words of one role, as the data files list them.
struct WordList: Sendable {
  var roles: WordRoles
  /// Separated by spaces; `word=3` gives a value.
  var words: String

  init(_ roles: WordRoles, _ words: String) {
    self.roles = roles
    self.words = words
  }

  var meanings: [(word: String, meaning: WordMeaning)] {
    words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { entry in
      let parts = entry.split(separator: "=", maxSplits: 1)
      let value = parts.count == 2 ? Int64(parts[1]) ?? 0 : 0
      return (String(parts.first ?? entry), WordMeaning(roles: roles, value: value))
    }
  }
}
