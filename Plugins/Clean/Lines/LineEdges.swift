internal import TextBytes

/// How lines begin and end, as far as it tells whether a sentence goes on.
extension Span where Element == UInt8 {
  /// Whether the line ends a sentence or announces something: `.`, `!`, `?`, `…` or `:` before any closing marks.
  func endsSentence(_ line: Range<Int>) -> Bool {
    var end = line.upperBound
    while let last = scalar(before: end), end > line.lowerBound, Self.closing.contains(last.value) { end -= last.count }
    guard end > line.lowerBound, let last = scalar(before: end) else { return false }
    return Self.terminal.contains(last.value)
  }

  /// Whether the line goes on in the middle of a sentence: it begins with a lower-case letter, or, in scripts without
  /// case, the line before ended none.
  func continues(_ line: Range<Int>, after left: Range<Int>) -> Bool {
    guard let first = line.first else { return false }
    if self[first] < 0x80 { return self[first].isLower }
    guard let letter = Unicode.Scalar(scalar(at: first).value)?.properties, letter.isAlphabetic else { return false }
    return letter.isLowercase || (!letter.isUppercase && !endsSentence(left))
  }

  private static var closing: [UInt32] { [0x22, 0x27, 0x29, 0x5D, 0xBB, 0x2019, 0x201D] }
  private static var terminal: [UInt32] {
    [0x21, 0x2E, 0x3A, 0x3F, 0x2026, 0x3002, 0x06D4, 0x0964, 0x061F, 0xFF01, 0xFF1F]
  }
}
