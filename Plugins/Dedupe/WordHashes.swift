/// Reads the words of a text as numbers, case and marks aside; of scripts without spaces each character is one.
struct WordHashes {
  private var at = 0

  /// The hash of the next word in `text` (FNV-1a of Fowler, Noll and Vo); `nil` at the end.
  mutating func next(in text: Span<UInt8>) -> UInt64? {
    while at < text.count, text.letterWidth(at: at) == 0 { at += text.characterWidth(at: at) }
    guard at < text.count else { return nil }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    let isWide = text.isWide(at: at)
    repeat {
      for _ in 0..<text.letterWidth(at: at) where at < text.count {
        let byte = text[at]
        hash = (hash ^ UInt64(0x41...0x5A ~= byte ? byte | 0x20 : byte)) &* 0x100_0000_01B3
        at += 1
      }
    } while !isWide && at < text.count && text.letterWidth(at: at) > 0 && !text.isWide(at: at)
    return hash
  }
}

extension Span<UInt8> {
  /// How many bytes the letter or digit at `offset` has; 0 where there is none.
  fileprivate func letterWidth(at offset: Int) -> Int {
    switch self[offset] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: 1
    case 0..<0xC3: 0
    case 0xC3..<0xE2: 2
    // Dashes, quotation marks and other signs; marks of Chinese and Japanese.
    case 0xE2: 0
    case 0xE3: offset + 1 < count && self[offset + 1] == 0x80 ? 0 : 3
    case 0xEF: 0
    case 0xE4..<0xF0: 3
    default: 4
    }
  }

  fileprivate func characterWidth(at offset: Int) -> Int {
    switch self[offset] {
    case 0xC0..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0...: 4
    default: 1
    }
  }

  /// Whether the character is one of a script that has no spaces between its words.
  fileprivate func isWide(at offset: Int) -> Bool { 0xE3...0xED ~= self[offset] }
}
