/// What stands between the quotation marks of a JSON string (RFC 8259, section 7).
enum JSONText {
  /// Whether every escape in `text` is one, and stands for a character.
  static func isUnescapable(_ text: ArraySlice<UInt8>) -> Bool { unescape(text) { _ in } }

  /// Hands over the pieces of the text that `text` stands for.
  ///
  /// - Returns: whether every escape is one; what follows a wrong one is not handed over.
  @discardableResult
  static func unescape(_ text: ArraySlice<UInt8>, piece: (ArraySlice<UInt8>) -> Void) -> Bool {
    var rest = text
    while let escape = rest.firstIndex(of: UInt8(ascii: "\\")) {
      piece(rest[..<escape])
      rest = rest[escape...].dropFirst()
      guard let letter = rest.popFirst() else { return false }
      if letter == UInt8(ascii: "u") {
        guard let scalar = takeScalar(&rest) else { return false }
        piece(ArraySlice(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter))
      } else {
        guard let byte = plain(letter) else { return false }
        piece([byte])
      }
    }
    piece(rest)
    return true
  }

  /// The text that `text` stands for.
  static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    unescape(text) { bytes += $0 }
    return bytes
  }

  private static func plain(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
    default: nil
    }
  }

  /// The scalar of the digits after `\u`, of two such escapes where they are a surrogate pair.
  private static func takeScalar(_ rest: inout ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard let first = takeUnit(&rest) else { return nil }
    guard UTF16.isLeadSurrogate(first) else { return Unicode.Scalar(first) }
    guard rest.starts(with: "\\u".utf8) else { return nil }
    rest = rest.dropFirst(2)
    guard let second = takeUnit(&rest), UTF16.isTrailSurrogate(second) else { return nil }
    return Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
  }

  private static func takeUnit(_ rest: inout ArraySlice<UInt8>) -> UInt16? {
    guard rest.count >= 4 else { return nil }
    var unit: UInt16 = 0
    for byte in rest.prefix(4) {
      guard let digit = hexadecimalDigit(byte) else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    rest = rest.dropFirst(4)
    return unit
  }

  private static func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
