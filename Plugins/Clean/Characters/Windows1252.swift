internal import TextBytes

/// The characters of windows-1252 (Encoding Standard, index windows-1252).
enum Windows1252 {
  /// Those of the bytes 80 to 9F; `nil` where the charset has none.
  static func character(_ byte: UInt8) -> Unicode.Scalar? {
    let scalar = upper[Int(byte & 0x1F)]
    return scalar.value == 0 ? nil : scalar
  }

  /// The byte from 80 to 9F that the charset has `scalar` for.
  static func byte(of scalar: UInt32) -> UInt8? { bytes[scalar] }

  private static let upper = Array("€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ".unicodeScalars)

  private static let bytes = Dictionary(
    uniqueKeysWithValues: upper.indices.filter { upper[$0].value != 0 }.map { (upper[$0].value, UInt8(0x80 + $0)) })
}

extension Span where Element == UInt8 {
  /// The byte beyond ASCII that windows-1252 has the character at `offset` for, those that it leaves undefined as browsers
  /// read them, and the character's length here.
  func windowsByte(at offset: Int) -> (byte: UInt8, count: Int)? {
    guard offset < count, self[offset] >= 0x80 else { return nil }
    let scalar = scalar(at: offset)
    if 0x80...0xFF ~= scalar.value { return (UInt8(scalar.value), scalar.count) }
    return Windows1252.byte(of: scalar.value).map { ($0, scalar.count) }
  }
}
