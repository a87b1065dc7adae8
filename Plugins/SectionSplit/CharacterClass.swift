internal import TextBytes

/// What a character is, as far as headings and the ends of sentences depend on it.
enum CharacterClass: UInt8 {
  case space, upper, lower, digit
  /// A letter of a script without case.
  case letter
  /// An opening or closing bracket.
  case opening, closing
  /// A quotation mark of any shape: which ones open and which close differs from language to language.
  case quote
  case dash, bullet
  /// A mark that can end a sentence and can also do something else: `.` and `…`.
  case dot
  /// `!` and `?` in all their shapes.
  case exclamation
  /// A full stop of a script that puts no space after it or uses it for nothing else: `。` `।` `؟`.
  case fullStop
  /// Anything else.
  case mark

  var isLetter: Bool { self == .upper || self == .lower || self == .letter }
  var isStop: Bool { self == .dot || self == .exclamation || self == .fullStop }
}

extension Span<UInt8> {
  /// The class of the character that begins at `offset`, and its length in bytes.
  func character(at offset: Int) -> (kind: CharacterClass, count: Int) {
    let byte = self[offset]
    if byte < 0x80 { return (CharacterClass(ascii: byte), 1) }
    let scalar = scalar(at: offset)
    return (CharacterClass(scalar.unicode ?? "\u{FFFD}"), scalar.count)
  }

  /// The class of the character that begins at `offset`; a space at the end.
  func kind(at offset: Int, before end: Int) -> CharacterClass { offset < end ? character(at: offset).kind : .space }

  /// The class of the character that ends at `offset`; a space at the start.
  func kind(before offset: Int) -> CharacterClass {
    offset > 0 ? character(at: character(before: offset)).kind : .space
  }

  /// The bytes of the character at `offset` as one number.
  func codeUnits(at offset: Int, _ count: Int) -> UInt32 {
    var units: UInt32 = 0
    for index in offset..<offset + count { units = units << 8 | UInt32(self[index]) }
    return units
  }

  /// Where the character before `offset` begins.
  func character(before offset: Int) -> Int {
    var start = offset - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// The first offset from `start` that is no white space.
  func skipSpace(from start: Int, to end: Int) -> Int {
    var at = start
    while at < end {
      let (kind, count) = character(at: at)
      guard kind == .space else { break }
      at += count
    }
    return at
  }

  /// The end of what stands before `end` without the white space there.
  func trimSpace(from start: Int, to end: Int) -> Int {
    var end = end
    while end > start {
      let last = character(before: end)
      guard character(at: last).kind == .space else { break }
      end = last
    }
    return end
  }
}

extension CharacterClass {
  init(ascii byte: UInt8) {
    self =
      switch byte {
      case 0x61...0x7A: .lower
      case 0x41...0x5A: .upper
      case 0x30...0x39: .digit
      case 0...0x20, 0x7F: .space
      case UInt8(ascii: "."): .dot
      case UInt8(ascii: "!"), UInt8(ascii: "?"): .exclamation
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .opening
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .closing
      case UInt8(ascii: "\""), UInt8(ascii: "'"): .quote
      case UInt8(ascii: "-"): .dash
      default: .mark
      }
  }

  init(_ scalar: Unicode.Scalar) {
    self =
      switch scalar.value {
      case 0x80...0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: .space
      case 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A, 0x300C...0x300F, 0xFF02, 0xFF07: .quote
      case 0x2010...0x2015, 0x2212: .dash
      case 0xB7, 0x2022, 0x2023, 0x2043, 0x2219, 0x25AA, 0x25CF, 0x25E6: .bullet
      case 0x2026: .dot
      case 0x203C, 0x203D, 0x2047...0x2049: .exclamation
      case 0x0589, 0x061F, 0x06D4, 0x0964, 0x0965, 0x104B, 0x1362, 0x17D4, 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61:
        .fullStop
      case 0x3008, 0x300A, 0x3010, 0x3014, 0xFF08: .opening
      case 0x3009, 0x300B, 0x3011, 0x3015, 0xFF09: .closing
      default: CharacterClass(byPropertiesOf: scalar)
      }
  }

  private init(byPropertiesOf scalar: Unicode.Scalar) {
    self =
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .titlecaseLetter: .upper
      case .lowercaseLetter: .lower
      case .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark: .letter
      case .decimalNumber, .letterNumber, .otherNumber: .digit
      default: .mark
      }
  }
}
