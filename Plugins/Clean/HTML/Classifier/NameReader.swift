/// Hashes names as they come, byte by byte: each whole, and the words in it, which end at a mark, before a capital and where
/// digits begin or end. All numbers are one word.
struct NameReader {
  private var name = ByteHash()
  private var word = ByteHash()
  private var last: UInt8 = 0x20

  mutating func read(_ byte: UInt8, _ receive: (UInt64) -> Void) {
    let isDigit = 0x30...0x39 ~= byte
    let wasDigit = 0x30...0x39 ~= last
    let isWord = byte.isLetter || isDigit || byte >= 0x80
    if !word.isEmpty, !isWord || isDigit != wasDigit || (0x41...0x5A ~= byte && 0x61...0x7A ~= last) {
      receive(word.value)
      word = ByteHash()
    }
    if isWord, !isDigit || !wasDigit { word.add(isDigit ? 0x30 : byte | 0x20) }
    if byte.isSpace {
      // Not the hash of the same word.
      if !name.isEmpty { receive(~name.value) }
      name = ByteHash()
    } else {
      name.add(byte | 0x20)
    }
    last = byte
  }
}
