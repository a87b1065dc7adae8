internal import TextBytes

/// Comparing bytes with words.
extension Span where Element == UInt8 {
  /// Whether the bytes at `range` are those of `other`.
  func equals(_ other: String, at range: Range<Int>) -> Bool {
    guard range.count == other.utf8.count else { return false }
    return zip(range, other.utf8).allSatisfy { self[$0] == $1 }
  }

  /// Whether the bytes from `offset` on, whatever their case, are `word`, which is in lower case.
  func says(_ word: some Collection<UInt8>, at offset: Int) -> Bool {
    guard offset + word.count <= count else { return false }
    return zip(offset..., word).allSatisfy { lowered(at: $0) == $1 }
  }

  /// Whether the bytes at `range`, whatever their case, are `word`, which is in lower case.
  func says(_ word: some Collection<UInt8>, at range: Range<Int>) -> Bool {
    range.count == word.count && says(word, at: range.lowerBound)
  }

  /// The byte at `index`, of a small letter where it is one of a capital, from A to Z and À to Þ.
  func lowered(at index: Int) -> UInt8 {
    let byte = self[index]
    // The second byte of a letter of Latin-1; × is none.
    let isLatin = 0x80...0x9E ~= byte && byte != 0x97 && index > 0 && self[index - 1] == 0xC3
    return isLatin ? byte | 0x20 : byte.lowered
  }

  /// Whether one of the words at `range` is `word`.
  func hasWord(_ word: String, in range: Range<Int>) -> Bool {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = (start..<range.upperBound).first { self[$0].isSpace } ?? range.upperBound
      if equals(word, at: start..<end) { return true }
      start = end + 1
    }
    return false
  }

  /// Whether the byte at `offset` is part of a letter: ASCII letters and everything beyond ASCII but punctuation.
  func isWordByte(at offset: Int) -> Bool {
    let byte = self[offset]
    if byte < 0x80 { return byte.isLetter }
    guard byte & 0xC0 == 0x80 else { return byte != 0xC2 && byte != 0xE2 }
    var start = offset
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return self[start] != 0xC2 && self[start] != 0xE2
  }
}
