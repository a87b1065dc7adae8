internal import TextBytes

/// Reads the words of a text as numbers, case and accents aside.
///
/// Where words have no spaces between them, each character is one; of an alphabet each letter with its marks and the
/// three letters before it, since so few letters stand side by side in any text.
struct WordHashes {
  private var at = 0
  private let letters = Letters.all
  /// The last four letters of an alphabet without spaces, 16 bits each.
  private var unspaced: UInt64 = 0

  /// The hash of the next word in `text`; `nil` at the end.
  mutating func next(in text: Span<UInt8>) -> UInt64? {
    var word = FNV1a()
    while at < text.count {
      let byte = text[at]
      if byte < 0x80 {
        if byte.isAlphanumeric {
          word.add(byte.lowered)
        } else if !word.isEmpty {
          return word.value
        }
        at += 1
        continue
      }
      let scalar = text.scalar(at: at)
      let letter = letters[scalar.value]
      if letter == Letters.none {
        if !word.isEmpty { return word.value }
      } else if letter >= 0xE00, Letters.isIdeograph(letter) || Letters.isUnspaced(letter) {
        if !word.isEmpty { return word.value }
        at += scalar.count
        word.add(UInt64(letter))
        if Letters.isIdeograph(letter) { return word.value }
        addMarks(to: &word, in: text)
        unspaced = unspaced << 16 | word.value >> 40 & 0xFFFF
        return unspaced
      } else if letter == 0xDF {
        // "ss" in capitals.
        word.add(UInt8(ascii: "s"))
        word.add(UInt8(ascii: "s"))
      } else if letter != Letters.silent {
        word.add(UInt64(letter))
      }
      at += scalar.count
    }
    return word.isEmpty ? nil : word.value
  }

  /// Takes the marks that follow a letter.
  private mutating func addMarks(to word: inout FNV1a, in text: Span<UInt8>) {
    while at < text.count, text[at] >= 0x80 {
      let scalar = text.scalar(at: at)
      let isSilent = letters[scalar.value] == Letters.silent
      guard isSilent || Letters.isMark(scalar.value) else { return }
      if !isSilent { word.add(UInt64(scalar.value)) }
      at += scalar.count
    }
  }
}
