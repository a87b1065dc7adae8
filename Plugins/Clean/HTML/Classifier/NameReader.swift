internal import TextBytes

/// Hashes names as they come, byte by byte: each whole, and the words in it, which end at a mark, before a capital and where
/// digits begin or end. All numbers are one word.
struct NameReader {
  private var name = FNV1a()
  private var word = FNV1a()
  private var last: UInt8 = 0x20

  mutating func read(_ byte: UInt8, _ receive: (UInt64) -> Void) {
    let isWord = byte.isAlphanumeric || byte >= 0x80
    if !word.isEmpty, !isWord || byte.isDigit != last.isDigit || (byte.isUpper && last.isLower) {
      receive(word.value)
      word = FNV1a()
    }
    if isWord, !byte.isDigit || !last.isDigit { word.add(byte.isDigit ? 0x30 : byte | 0x20) }
    if byte.isSpace {
      // Not the hash of the same word.
      if !name.isEmpty { receive(~name.value) }
      name = FNV1a()
    } else {
      name.add(byte | 0x20)
    }
    last = byte
  }
}
