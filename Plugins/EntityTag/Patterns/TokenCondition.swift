internal import TextBytes

/// One thing that a pattern asks of a token: two words, so that thousands are flat in memory.
enum TokenCondition: Hashable, Sendable {
  /// Its traits are among these, and among none of those.
  case traits(TokenTraits, not: TokenTraits)
  /// This attribute has this value.
  case equals(Attribute, UInt64)
  /// It has one of these values, which are sorted; or none of them.
  case among(Attribute, Range<UInt32>, isNegated: Bool)
  /// The length in characters (Unicode scalars).
  case length(ClosedRange<Int32>, isNegated: Bool)
  /// A regular expression finds something in the token as it is written, or in small letters.
  case matches(UInt32, inSmallLetters: Bool)

  /// What of a token is compared, as a number.
  enum Attribute: UInt8, Sendable {
    /// The hash of the token whose case does not matter.
    case lower
    /// The hash of the token as it is written.
    case text
    /// The hash of its shape: "Xxxxx", "dd".
    case shape
    /// The label of the entity that it belongs to, by its number from 1 on; 0 for none.
    case label
  }
}

/// The shape of a token, as spaCy has it: capitals as X, small and other letters as x, digits as d, other marks as they
/// are; of more than four alike in a row, four.
enum TokenShape {
  static func hash(of index: Int, in text: TokenizedText) -> UInt64 {
    let bytes = text.text.utf8.span
    var hash = TokenHash()
    var previous: UInt32 = 0
    var run = 0
    var offset = text[index].start
    while offset < text[index].end {
      let scalar = bytes.scalar(at: offset)
      offset += scalar.count
      let kind = kind(of: scalar.value)
      run = kind == previous ? run + 1 : 1
      previous = kind
      guard run <= 4 else { continue }
      if kind < 0x80 { hash.add(UInt8(truncatingIfNeeded: kind)) } else { hash.add(wide: kind) }
    }
    return hash.value
  }

  private static func kind(of scalar: UInt32) -> UInt32 {
    if scalar >= 0x30, scalar <= 0x39 { return 0x64 }
    if CaseFolding.lower(scalar) != scalar { return 0x58 }
    let isLetter =
      scalar < 0x80 ? UInt8(truncatingIfNeeded: scalar).isLetter : ScalarClass(scalar) == .letter
    return isLetter ? 0x78 : scalar
  }
}
