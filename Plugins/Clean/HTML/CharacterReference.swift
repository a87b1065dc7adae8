internal import TextBytes

/// A character written as `&amp;`, `&#38;` or `&#x26;`.
struct CharacterReference {
  /// What it stands for.
  var text: String
  /// The bytes of the source that it takes.
  var count: Int

  private init(text: String, count: Int) { (self.text, self.count) = (text, count) }

  private static let longestName = 32
  private static let longestBareName = 6

  /// Reads the reference at `offset`, where an ampersand stands, as the HTML Standard has it (13.2.5.72); `nil` where
  /// the ampersand stands for itself.
  ///
  /// - Parameter isInValue: whether it stands in the value of an attribute, where a name without a semicolon is none if
  ///   `=`, a letter or a digit follows (13.2.5.73): `?id=1&copy=2`.
  init?(at offset: Int, in bytes: Span<UInt8>, before end: Int, isInValue: Bool = false) {
    let start = offset + 1
    guard start < end else { return nil }
    if bytes[start] == UInt8(ascii: "#") {
      self.init(numberAt: start + 1, in: bytes, before: end)
      return
    }
    guard bytes[start].isLetter else { return nil }
    var stop = start
    while stop < min(end, start + Self.longestName), bytes[stop].isAlphanumeric { stop += 1 }
    if stop < end, bytes[stop] == UInt8(ascii: ";"), let named = NamedCharacterTable.shared[bytes, start..<stop] {
      self.init(text: named.text, count: stop + 1 - offset)
      return
    }
    if isInValue, stop < end, bytes[stop] == UInt8(ascii: "=") { return nil }
    let nameEnd = stop
    stop = min(stop, start + Self.longestBareName)
    while stop > start + 1 {
      if isInValue, stop < nameEnd { return nil }
      if let named = NamedCharacterTable.shared[bytes, start..<stop], named.isBare {
        self.init(text: named.text, count: stop - offset)
        return
      }
      stop -= 1
    }
    return nil
  }

  private init?(numberAt start: Int, in bytes: Span<UInt8>, before end: Int) {
    let isHexadecimal = start < end && bytes[start] | 0x20 == UInt8(ascii: "x")
    let digits = isHexadecimal ? start + 1 : start
    var at = digits
    var value: UInt32 = 0
    while at < end, let digit = bytes[at].digit(hexadecimal: isHexadecimal) {
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x110000)
      at += 1
    }
    guard at > digits else { return nil }
    if at < end, bytes[at] == UInt8(ascii: ";") { at += 1 }
    self.init(text: Self.text(of: value), count: at - (start - 2))
  }

  /// Numbers of C1 controls mean the characters of windows-1252 (13.2.5.80).
  private static func text(of value: UInt32) -> String {
    let written = 0x80...0x9F ~= value ? Windows1252.character(UInt8(value)) : nil
    guard value != 0, let scalar = written ?? Unicode.Scalar(value) else { return "\u{FFFD}" }
    return String(Character(scalar))
  }
}

extension UInt8 {
  fileprivate func digit(hexadecimal: Bool) -> UInt32? {
    switch self {
    case 0x30...0x39: UInt32(self - 0x30)
    case 0x41...0x46 where hexadecimal: UInt32(self - 0x41 + 10)
    case 0x61...0x66 where hexadecimal: UInt32(self - 0x61 + 10)
    default: nil
    }
  }
}
