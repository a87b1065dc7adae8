/// The hash of a token's bytes: FNV-1a of 64 bits (http://www.isthe.com/chongo/tech/comp/fnv), fixed for good, since
/// compiled gazetteers hold it on disk.
///
/// What is hashed are the token's UTF-8 bytes, with U+2019 (’) taken as an ASCII apostrophe; in the folded hash each
/// scalar goes through `CaseFolding.lower` first. A mark's ’ is folded like a word's. In Python:
///
///     def lower(c):
///         if 0x41 <= c <= 0x5A or 0xC0 <= c <= 0xDE and c != 0xD7: return c + 32
///         if 0x100 <= c <= 0x137 and c != 0x130 or 0x14A <= c <= 0x177: return c | 1
///         if 0x139 <= c <= 0x148 or 0x179 <= c <= 0x17E: return c + (c & 1)
///         if c == 0x178: return 0xFF
///         if 0x391 <= c <= 0x3A9 and c != 0x3A2 or 0x410 <= c <= 0x42F: return c + 32
///         if 0x400 <= c <= 0x40F: return c + 80
///         if 0x1E00 <= c <= 0x1E95 or 0x1EA0 <= c <= 0x1EFF: return c | 1
///         return c
///
///     def token_hash(token, exact=False):
///         h = 0xCBF29CE484222325
///         for c in token.replace("\u2019", "'"):
///             for b in (c if exact else chr(lower(ord(c)))).encode():
///                 h = (h ^ b) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
///         return h
struct TokenHash: Sendable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// Adds the UTF-8 bytes of a scalar of at least two bytes.
  mutating func add(wide scalar: UInt32) {
    func continuation(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | (scalar >> shift) & 0x3F) }
    if scalar < 0x800 {
      add(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
    } else if scalar < 0x10000 {
      add(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      add(continuation(6))
    } else {
      add(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      add(continuation(12))
      add(continuation(6))
    }
    add(continuation(0))
  }

  /// Adds a scalar as both hashes see it: an apostrophe for ’, anything else as it is.
  private mutating func add(scalar: UInt32) {
    if scalar == CaseFolding.typographicApostrophe {
      add(0x27)
    } else if scalar < 0x80 {
      add(UInt8(truncatingIfNeeded: scalar))
    } else {
      add(wide: scalar)
    }
  }

  /// The hash of a token whose case does not matter, as in `Token.hash`.
  static func folded(_ token: some StringProtocol) -> UInt64 {
    var hash = TokenHash()
    for scalar in token.unicodeScalars { hash.add(scalar: CaseFolding.lower(scalar.value)) }
    return hash.value
  }

  /// The hash of a word with an "s" after it.
  static func plural(of word: UInt64) -> UInt64 {
    var hash = TokenHash()
    hash.value = word
    hash.add(0x73)
    return hash.value
  }

  /// The hash of a token as it is written.
  static func exact(_ token: some StringProtocol) -> UInt64 {
    var hash = TokenHash()
    for scalar in token.unicodeScalars { hash.add(scalar: scalar.value) }
    return hash.value
  }
}
