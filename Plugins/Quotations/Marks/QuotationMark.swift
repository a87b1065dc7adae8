/// A mark that opens or closes a quotation.
struct QuotationMark: Hashable {
  var shape: Shape
  /// Whether space, an opening bracket, a dash or another mark stands before it.
  var isFreeBefore: Bool
  /// Whether space, punctuation, a dash or another mark stands after it.
  var isFreeAfter: Bool

  enum Shape: UInt8 {
    /// `"`, or two apostrophes or grave accents in its stead.
    case straight
    /// `“`, which German closes with.
    case leftCurly
    /// `”`, which Swedish opens with.
    case rightCurly
    /// `„`
    case low
    /// `«` and `‹`
    case leftAngle
    /// `»` and `›`
    case rightAngle
    /// `'`
    case apostrophe
    /// `‘`
    case leftSingle
    /// `’`, which is an apostrophe as well.
    case rightSingle
    /// `‚`
    case lowSingle

    /// Marks that pair up with each other.
    enum Family { case double, angle, single }

    var family: Family {
      switch self {
      case .straight, .leftCurly, .rightCurly, .low: .double
      case .leftAngle, .rightAngle: .angle
      case .apostrophe, .leftSingle, .rightSingle, .lowSingle: .single
      }
    }
  }

  /// The mark at `offset` and its length in bytes, or `nil` where none stands there.
  static func shape(in bytes: Span<UInt8>, at offset: Int) -> (shape: Shape, length: Int)? {
    switch bytes[offset] {
    case UInt8(ascii: "\""): return (.straight, 1)
    case UInt8(ascii: "'"):
      return offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "'") ? (.straight, 2) : (.apostrophe, 1)
    case UInt8(ascii: "`"):
      return offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "`") ? (.straight, 2) : nil
    case 0xC2 where offset + 1 < bytes.count:
      return bytes[offset + 1] == 0xAB ? (.leftAngle, 2) : bytes[offset + 1] == 0xBB ? (.rightAngle, 2) : nil
    case 0xE2 where offset + 2 < bytes.count && bytes[offset + 1] == 0x80:
      return wideShape(bytes[offset + 2]).map { ($0, 3) }
    default: return nil
    }
  }

  private static func wideShape(_ last: UInt8) -> Shape? {
    switch last {
    case 0x98, 0x9B: .leftSingle
    case 0x99: .rightSingle
    case 0x9A: .lowSingle
    case 0x9C, 0x9F: .leftCurly
    case 0x9D: .rightCurly
    case 0x9E: .low
    case 0xB9: .leftAngle
    case 0xBA: .rightAngle
    default: nil
    }
  }
}
