/// The bytes of windows-1252 and their characters (Encoding Standard, index windows-1252).
enum Windows1252 {
  /// The characters of the bytes 80 to 9F, in which alone it differs from Latin-1; U+0000 for those without one.
  private static let upper = Array("€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ".unicodeScalars)

  /// The character that `byte` is; `nil` for the five that are none.
  static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
    guard 0x80...0x9F ~= byte else { return Unicode.Scalar(byte) }
    let scalar = upper[Int(byte - 0x80)]
    return scalar == "\0" ? nil : scalar
  }

  /// The bytes of `text`, without what the charset lacks.
  static func bytes(_ text: String) -> [UInt8] {
    text.unicodeScalars.compactMap { scalar in
      upper.firstIndex(of: scalar).map { UInt8($0) + 0x80 }
        ?? (0x80...0x9F ~= scalar.value ? nil : UInt8(exactly: scalar.value))
    }
  }
}
