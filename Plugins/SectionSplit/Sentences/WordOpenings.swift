internal import TextBytes

/// The first three letters of some words, so that most others are known by three bytes and need no look-up.
struct WordOpenings: Sendable {
  /// A bit for each three letters, five bits a letter; 0 is no letter.
  private var bits: [UInt64]

  /// - Parameter keys: words as keys of `WordTable`.
  init(_ keys: some Sequence<UInt128>) {
    bits = [UInt64](repeating: 0, count: 1 << 9)
    for key in keys {
      let length = (128 - key.leadingZeroBitCount + 7) / 8
      var letters = [UInt8](repeating: 0, count: 3)
      for index in 0..<min(3, length) {
        letters[index] = UInt8(truncatingIfNeeded: key >> UInt128(8 * (length - 1 - index)))
      }
      let index = Self.index(letters[0], letters[1], letters[2])
      bits[index >> 6] |= 1 << UInt64(index & 63)
    }
  }

  /// Whether one of the words may begin at `offset`, where a letter stands.
  @inline(__always)
  func mayBegin(at offset: Int, in bytes: Span<UInt8>) -> Bool {
    guard offset + 2 < bytes.count else { return true }
    let index = Self.index(bytes[unchecked: offset], bytes[unchecked: offset + 1], bytes[unchecked: offset + 2])
    return bits[index >> 6] >> UInt64(index & 63) & 1 == 1
  }

  /// What is no ASCII letter counts as none, and so does what comes after it.
  @inline(__always)
  private static func index(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    let second = letter(second)
    return letter(first) << 10 | second << 5 | (second == 0 ? 0 : letter(third))
  }

  @inline(__always)
  private static func letter(_ byte: UInt8) -> Int { byte.isLetter ? Int(byte & 0x1F) : 0 }
}
