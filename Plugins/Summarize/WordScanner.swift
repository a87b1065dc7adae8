internal import TextBytes

/// Finds the words of a text: runs of letters and digits, with hyphens, apostrophes, decimal points and the like inside.
///
/// "Moscow's" is "Moscow" and "s"; "U.S." is one word with its last dot; "long-range" and "3,412.50" are one each.
enum WordScanner {
  /// The first word within `range`, or `nil` where there is none.
  static func firstWord(in bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    var at = range.lowerBound
    let end = range.upperBound
    while at < end {
      let byte = bytes[unchecked: at]
      if byte.isAlphanumeric || byte >= 0x80 && letter(in: bytes, at, end) > 0 {
        let plain = endOfASCII(in: bytes, from: at, to: end)
        // Nearly all words are over here.
        if plain > at, plain == end || bytes[unchecked: plain] == 0x20 { return at..<plain }
        return at..<endOfWord(in: bytes, from: at, to: end)
      }
      at += 1
    }
    return nil
  }

  private static func endOfWord(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var at = start
    var run = 0  // letters since the last mark inside the word
    var isAbbreviation = false
    while at < end {
      let plain = endOfASCII(in: bytes, from: at, to: end)
      run += plain - at
      at = plain
      guard at < end else { break }
      let length = letter(in: bytes, at, end)
      if length > 0 {
        at += length
        run += 1
        continue
      }
      let mark = connector(in: bytes, at, end, run: run)
      guard mark > 0 else { break }
      if bytes[at] == UInt8(ascii: "."), !bytes[at - 1].isDigit { isAbbreviation = true }
      at += mark
      run = 0
    }
    return isAbbreviation && run == 1 && at < end && bytes[at] == UInt8(ascii: ".") ? at + 1 : at
  }

  /// The end of the ASCII letters and digits from `start` on.
  private static func endOfASCII(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    precondition(start >= 0 && end <= bytes.count)
    var at = start
    while at < end, bytes[unchecked: at].isAlphanumeric { at += 1 }  // nearly all text passes here
    return at
  }

  /// The length of the mark at `at` where it holds a word together, else 0.
  private static func connector(in bytes: Span<UInt8>, _ at: Int, _ end: Int, run: Int) -> Int {
    guard bytes[at] != UInt8(ascii: " ") else { return 0 }
    let isCurly = bytes[at] == 0xE2 && at + 2 < end && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x99
    let next = at + (isCurly ? 3 : 1)
    guard run > 0, next < end, letter(in: bytes, next, end) > 0 else { return 0 }
    switch bytes[at] {
    case UInt8(ascii: "-"), UInt8(ascii: "&"): return 1
    case UInt8(ascii: "'"), 0xE2:
      guard isCurly || bytes[at] == UInt8(ascii: "'") else { return 0 }
      let isPossessive =
        bytes[next] | 0x20 == UInt8(ascii: "s") && (next + 1 >= end || letter(in: bytes, next + 1, end) == 0)
      return isPossessive ? 0 : next - at
    case UInt8(ascii: "."): return run == 1 || bytes[at - 1].isDigit && bytes[next].isDigit ? 1 : 0
    case UInt8(ascii: ","): return bytes[at - 1].isDigit && bytes[next].isDigit ? 1 : 0
    default: return 0
    }
  }

  /// The length of the letter, digit or combining mark at `at`; 0 where something else stands there.
  static func letter(in bytes: Span<UInt8>, _ at: Int, _ end: Int) -> Int {
    let byte = bytes[at]
    if byte < 0x80 { return byte.isAlphanumeric ? 1 : 0 }
    return wideLetter(in: bytes, at, end)
  }

  /// The same where no ASCII stands. Never inlined: that would ask for Unicode's tables at every word.
  @inline(never)
  private static func wideLetter(in bytes: Span<UInt8>, _ at: Int, _ end: Int) -> Int {
    let scalar = bytes.scalar(at: at)
    guard bytes[at] >= 0xC2, at + scalar.count <= end else { return 0 }
    switch scalar.unicode?.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .decimalNumber:
      return scalar.count
    default: return 0
    }
  }
}
