/// Reads the words of a text as numbers, case and accents aside.
///
/// Where words have no spaces between them, each character is one; of an alphabet each letter with its marks and the
/// three letters before it, since so few letters stand side by side in any text.
struct WordHashes {
  private var at = 0
  private let letters = Letters.all
  /// The last four letters of an alphabet without spaces, 16 bits each.
  private var unspaced: UInt64 = 0

  /// The hash of the next word in `text` (FNV-1a of Fowler, Noll and Vo); `nil` at the end.
  mutating func next(in text: Span<UInt8>) -> UInt64? {
    var word = WordHash()
    while at < text.count {
      let byte = text[at]
      if byte < 0x80 {
        if let letter = byte.letter {
          word.add(UInt32(letter))
        } else if !word.isEmpty {
          return word.value
        }
        at += 1
        continue
      }
      let (scalar, width) = text.scalar(at: at)
      let letter = letters[scalar]
      if letter == Letters.none {
        if !word.isEmpty { return word.value }
      } else if letter >= 0xE00, Letters.isIdeograph(letter) || Letters.isUnspaced(letter) {
        if !word.isEmpty { return word.value }
        at += width
        word.add(letter)
        if Letters.isIdeograph(letter) { return word.value }
        addMarks(to: &word, in: text)
        unspaced = unspaced << 16 | word.value >> 40 & 0xFFFF
        return unspaced
      } else if letter == 0xDF {
        // "ss" in capitals.
        word.add(0x73)
        word.add(0x73)
      } else if letter != Letters.silent {
        word.add(letter)
      }
      at += width
    }
    return word.isEmpty ? nil : word.value
  }

  /// Takes the marks that follow a letter.
  private mutating func addMarks(to word: inout WordHash, in text: Span<UInt8>) {
    while at < text.count, text[at] >= 0x80 {
      let (scalar, width) = text.scalar(at: at)
      guard Letters.isMark(scalar) || letters[scalar] == Letters.silent else { return }
      if letters[scalar] != Letters.silent { word.add(scalar) }
      at += width
    }
  }
}

/// The hash of a word's letters so far.
private struct WordHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
  private(set) var isEmpty = true

  mutating func add(_ letter: UInt32) {
    value = (value ^ UInt64(letter)) &* 0x100_0000_01B3
    isEmpty = false
  }
}

extension UInt8 {
  /// The small letter or digit that this is in ASCII.
  fileprivate var letter: UInt8? {
    switch self {
    case 0x30...0x39, 0x61...0x7A: self
    case 0x41...0x5A: self | 0x20
    default: nil
    }
  }
}

extension Span<UInt8> {
  /// The character beyond ASCII at `offset`, and how many bytes it has.
  fileprivate func scalar(at offset: Int) -> (scalar: UInt32, width: Int) {
    func bits(_ place: Int) -> UInt32 { UInt32(self[offset + place] & 0x3F) }
    let first = UInt32(self[offset])
    if first < 0xE0 { return ((first & 0x1F) << 6 | bits(1), 2) }
    if first < 0xF0 { return ((first & 0xF) << 12 | bits(1) << 6 | bits(2), 3) }
    return ((first & 7) << 18 | bits(1) << 12 | bits(2) << 6 | bits(3), 4)
  }
}
