internal import TextBytes

extension Span<UInt8> {
  /// The first byte from `start` on that a stop may begin with, or that is a capital after white space; else `end`.
  func possibleStop(from start: Int, to end: Int) -> Int {
    first(from: start, to: end) { eight, at in
      let spaces = eight.spaces << 8 | (at > 0 && self[unchecked: at - 1] <= 0x20 ? 0x80 : 0)
      return eight.possibleStops | (eight.capitals & spaces)
    } where: {
      self[unchecked: $0].mayBeginStop || isCapitalAfterSpace($0)
    } ?? end
  }

  /// Whether an ASCII capital stands at `offset`, with white space before it.
  @inline(__always)
  func isCapitalAfterSpace(_ offset: Int) -> Bool {
    self[unchecked: offset].isUpper && offset > 0 && self[unchecked: offset - 1] <= 0x20
  }
}

extension UInt64 {
  /// The highest bits of those of its eight bytes that are `.`, `!`, `?` or no ASCII; the lowest that is set is right.
  fileprivate var possibleStops: UInt64 {
    mayEqual(UInt8(ascii: ".")) | mayEqual(UInt8(ascii: "!")) | mayEqual(UInt8(ascii: "?")) | self & .highBits
  }

  /// The highest bits of those of its eight bytes that are ASCII capitals. Seven bits of each are added to, so that no
  /// byte carries into the next.
  fileprivate var capitals: UInt64 {
    let low = self & 0x7F7F_7F7F_7F7F_7F7F
    let fromA = low &+ 0x3F3F_3F3F_3F3F_3F3F
    let afterZ = low &+ 0x2525_2525_2525_2525
    return fromA & ~afterZ & ~self & .highBits
  }

  /// The highest bits of those of its eight bytes that are a space or a control character.
  fileprivate var spaces: UInt64 {
    let low = self & 0x7F7F_7F7F_7F7F_7F7F
    return ~(low &+ 0x5F5F_5F5F_5F5F_5F5F) & ~self & .highBits
  }
}

extension UInt8 {
  /// Whether a stop can begin with this byte.
  var mayBeginStop: Bool {
    // Letters first: they are most of a text.
    if 0x40...0x7F ~= self { return false }
    if self < 0x40 { return self == UInt8(ascii: ".") || self == UInt8(ascii: "!") || self == UInt8(ascii: "?") }
    switch self {
    case 0xD6, 0xD8, 0xDB, 0xE0...0xE3, 0xEF: return true
    default: return false
    }
  }
}
