internal import TextBytes

/// The classes of words, found by the bytes of the word in a hash table with open addressing.
///
/// A word is its lower-cased bytes packed into one integer, so a look-up compares one number and touches no string.
struct WordTable: Sendable {
  struct Slot: Sendable {
    var key: UInt128
    var classes: WordClasses
    var joints = JointWeights()
  }

  /// A power of two of slots, at most half of them taken; a key of 0 is an empty one.
  let slots: [Slot]
  /// Which three letters the words begin with that a sentence may begin with where no stop is before it.
  let openings: WordOpenings

  init(_ lists: [(WordClasses, String)], joints: [(word: String, weights: JointWeights)]) {
    let words = lists.flatMap { classes, list in
      list.split(whereSeparator: \.isWhitespace).map { (Self.key($0), classes) }
    }
    var size = 64
    while size < 2 * (words.count + joints.count) { size *= 2 }
    var slots = [Slot](repeating: Slot(key: 0, classes: []), count: size)
    for (key, classes) in words {
      let index = slots.span.index(of: key)
      slots[index].key = key
      slots[index].classes.formUnion(classes)
    }
    for (word, weights) in joints {
      let key = Self.key(word[...])
      let index = slots.span.index(of: key)
      slots[index].key = key
      slots[index].joints = weights
    }
    self.slots = slots
    openings = WordOpenings(
      words.lazy.filter { !$0.1.isDisjoint(with: [.starter, .opener, .caption, .calendar]) }.map(\.0))
  }

  private static func key(_ word: Substring) -> UInt128 { word.utf8.reduce(0) { $0 << 8 | UInt128($1) } }

  static let english = WordTable(EnglishWords.lists, joints: JointModel.words)
}

extension Span<WordTable.Slot> {
  /// The classes of the word that is packed into `key`; none for 0, which is no word.
  func classes(of key: UInt128) -> WordClasses { key == 0 ? [] : self[index(of: key)].classes }

  /// What the words of a place add to its score.
  func joints(of key: UInt128) -> JointWeights { key == 0 ? JointWeights() : self[index(of: key)].joints }

  /// The slot of `key`, or the empty one where it would stand.
  func index(of key: UInt128) -> Int {
    let mixed = (UInt64(truncatingIfNeeded: key) ^ UInt64(truncatingIfNeeded: key >> 64) &* 0x9E37_79B9_7F4A_7C15)
    var index = Int(truncatingIfNeeded: (mixed &* 0xD6E8_FEB8_6659_FD93) >> 32) & (count - 1)
    // The mask keeps the index within.
    while self[unchecked: index].key != 0, self[unchecked: index].key != key { index = (index + 1) & (count - 1) }
    return index
  }
}

extension Span<UInt8> {
  /// The word at `range` as a key of the table: lower-cased, dots left out, `’` as `'`; 0 for words of over 16 bytes.
  func wordKey(_ range: Range<Int>) -> UInt128 {
    guard range.count <= 24 else { return 0 }
    var key: UInt128 = 0
    var count = 0
    var at = range.lowerBound
    while at < range.upperBound {
      var byte = self[at].lowered
      at += 1
      if byte == UInt8(ascii: ".") { continue }
      if byte == 0xE2, at + 1 < range.upperBound, self[at] == 0x80, self[at + 1] == 0x99 {
        byte = UInt8(ascii: "'")
        at += 2
      }
      key = key << 8 | UInt128(byte)
      count += 1
    }
    return count <= 16 ? key : 0
  }
}
