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
      if isASCIILetter(byte) || byte >= 0x80 && letter(in: bytes, at, end) > 0 {
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
      if bytes[at] == UInt8(ascii: "."), !isDigit(bytes[at - 1]) { isAbbreviation = true }
      at += mark
      run = 0
    }
    return isAbbreviation && run == 1 && at < end && bytes[at] == UInt8(ascii: ".") ? at + 1 : at
  }

  /// The end of the ASCII letters and digits from `start` on.
  private static func endOfASCII(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    precondition(start >= 0 && end <= bytes.count)
    var at = start
    while at < end, isASCIILetter(bytes[unchecked: at]) { at += 1 }  // nearly all text passes here
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
    case UInt8(ascii: "."): return run == 1 || isDigit(bytes[at - 1]) && isDigit(bytes[next]) ? 1 : 0
    case UInt8(ascii: ","): return isDigit(bytes[at - 1]) && isDigit(bytes[next]) ? 1 : 0
    default: return 0
    }
  }

  /// The length of the letter, digit or combining mark at `at`; 0 where something else stands there.
  static func letter(in bytes: Span<UInt8>, _ at: Int, _ end: Int) -> Int {
    let byte = bytes[at]
    if byte < 0x80 { return isASCIILetter(byte) ? 1 : 0 }
    return wideLetter(in: bytes, at, end)
  }

  /// The same where no ASCII stands. Never inlined: that would ask for Unicode's tables at every word.
  @inline(never)
  private static func wideLetter(in bytes: Span<UInt8>, _ at: Int, _ end: Int) -> Int {
    guard bytes[at] >= 0xC2, let scalar = scalar(in: bytes, at, end) else { return 0 }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .decimalNumber:
      return UTF8.width(scalar)
    default: return 0
    }
  }

  /// Whether it is an ASCII letter or digit.
  private static func isASCIILetter(_ byte: UInt8) -> Bool { byte | 0x20 &- 0x61 < 26 || isDigit(byte) }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func scalar(in bytes: Span<UInt8>, _ at: Int, _ end: Int) -> Unicode.Scalar? {
    let lead = bytes[at]
    let count = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard at + count <= end else { return nil }
    var value = UInt32(lead) & (0xFF >> UInt32(count + 1))
    for index in at + 1..<at + count { value = value << 6 | UInt32(bytes[index] & 0x3F) }
    return Unicode.Scalar(value)
  }
}
