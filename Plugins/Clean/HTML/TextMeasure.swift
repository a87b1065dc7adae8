internal import TextBytes

/// What a run of text has that tells prose from other things: counts of its characters, however the page writes them.
struct TextMeasure {
  /// Characters without white space; Chinese, Japanese and Korean ones, which say more each, count twice.
  private(set) var letters = 0
  private(set) var commas = 0
  private(set) var words = 0
  /// Words that begin with a small letter.
  private(set) var smallWords = 0
  private(set) var digits = 0

  /// The bytes of the last two characters in UTF-8, as numbers.
  private var last: UInt32 = 0
  private var beforeLast: UInt32 = 0
  private var isAfterSpace = true

  init(_ bytes: Span<UInt8>, _ range: Range<Int>) { read(bytes, range) }

  /// Whether the last character is a stop, or what closes a quotation or brackets after one.
  var endsSentence: Bool { Self.stops.contains(Self.closing.contains(last) ? beforeLast : last) }

  private static let closing: [UInt32] = [0x22, 0x29, 0x27]
  /// Stops of ASCII and of East Asia, the ellipsis, and the quotation marks `“ ” ’ » 」 』`, which stand behind one.
  private static let stops: [UInt32] = [
    0x2E, 0x21, 0x3F, 0x3A, 0xE3_80_82, 0xEF_BC_81, 0xEF_BC_9F, 0xE2_80_A6, 0xE2_80_9C, 0xE2_80_9D, 0xE2_80_99, 0xC2_BB,
    0xE3_80_8D, 0xE3_80_8F,
  ]
  /// Those of ASCII, Arabic, Chinese and Japanese.
  private static let commasBeyondASCII: [UInt32] = [0xD8_8C, 0xE3_80_81, 0xEF_BC_8C]

  private mutating func read(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = bytes[unchecked: at]
      if byte <= 0x20 {
        isAfterSpace = true
      } else if byte == 0xC2, at + 1 < range.upperBound, bytes[unchecked: at + 1] == 0xA0 {
        isAfterSpace = true
        at += 1
      } else if byte == UInt8(ascii: "&"),
        let reference = CharacterReference(at: at, in: bytes, before: range.upperBound)
      {
        read(reference.text.utf8.span, 0..<reference.text.utf8.count)
        at += reference.count - 1
      } else {
        add(byte)
      }
      at += 1
    }
  }

  private mutating func add(_ byte: UInt8) {
    guard byte & 0xC0 != 0x80 else {
      last = last << 8 | UInt32(byte)
      if Self.commasBeyondASCII.contains(last) { commas += 1 }
      return
    }
    (beforeLast, last) = (last, UInt32(byte))
    letters += 0xE3...0xEF ~= byte ? 2 : 1
    if byte.isDigit { digits += 1 }
    if byte == UInt8(ascii: ",") { commas += 1 }
    guard isAfterSpace else { return }
    words += 1
    if byte.isLower { smallWords += 1 }
    isAfterSpace = false
  }
}
