/// Hashes names as they come, byte by byte: each whole, and the words in it, which end at a mark, before a capital and where
/// digits begin or end. All numbers are one word.
struct NameReader {
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  private var name = seed
  private var word = seed
  private var last: UInt8 = 0x20

  mutating func read(_ byte: UInt8, _ receive: (UInt64) -> Void) {
    let isDigit = 0x30...0x39 ~= byte
    let wasDigit = 0x30...0x39 ~= last
    let isWord = byte.isLetter || isDigit || byte >= 0x80
    if word != Self.seed, !isWord || isDigit != wasDigit || (0x41...0x5A ~= byte && 0x61...0x7A ~= last) {
      receive(word)
      word = Self.seed
    }
    if isWord, !isDigit || !wasDigit { word = (word ^ UInt64(isDigit ? 0x30 : byte | 0x20)) &* Self.prime }
    if byte.isSpace {
      // Not the hash of the same word.
      if name != Self.seed { receive(~name) }
      name = Self.seed
    } else {
      name = (name ^ UInt64(byte | 0x20)) &* Self.prime
    }
    last = byte
  }
}
