internal import TextBytes

/// What marks a line as a heading apart from its words.
enum HeadingMark {
  /// `## Words`: one to six marks.
  case markdown(Int)
  /// A line of `=` (1) or of another mark (2) below the words.
  case underline(Int)
  /// `2.1 Words`
  case number(HeadingNumber)
}

/// The numbers that a line begins with: of an outline, of a list, or of its words.
struct HeadingNumber {
  /// How many there are.
  var depth: Int
  /// The last of them.
  var value: Int
  /// Whether no dot or bracket stands in or after them.
  var isBare: Bool
  /// Where the words behind them begin.
  var wordsStart: Int
}

extension Span<UInt8> {
  /// The level and the words of a Markdown heading: "## Words ##".
  func markdownHeading(_ line: TextLine) -> (mark: HeadingMark, words: Range<Int>)? {
    var at = line.start
    while at < line.end, self[at] == UInt8(ascii: "#"), at - line.start < 7 { at += 1 }
    let level = at - line.start
    guard 1...6 ~= level, at < line.end, self[at] == 0x20 || self[at] == 0x09 else { return nil }
    let start = skipSpace(from: at, to: line.end)
    var end = line.end
    while end > start, self[end - 1] == UInt8(ascii: "#") { end -= 1 }
    if end < line.end, kind(before: end) != .space { end = line.end }
    end = trimSpace(from: start, to: end)
    return start < end ? (.markdown(level), start..<end) : nil
  }

  /// The numbers before the words of a line: "2.1 Words", "3. Words", "3) Words", "IV. Words", "1 Words".
  func headingNumber(_ line: TextLine) -> HeadingNumber? {
    var at = line.start
    var depth = 0
    var value = 0
    var hasDot = false
    while at < line.end, depth < 6 {
      let digits = at
      var number = 0
      while at < line.end, at - digits < 3, self[at].isDigit {
        number = 10 * number + Int(self[at] - 0x30)
        at += 1
      }
      guard at > digits else { break }
      value = number
      depth += 1
      guard at < line.end, self[at] == UInt8(ascii: ".") else { break }
      hasDot = true
      at += 1
    }
    if depth == 1, !hasDot, at < line.end, self[at] == UInt8(ascii: ")") {
      hasDot = true
      at += 1
    }
    if depth == 0, let roman = romanMark(line) {
      (value, at) = roman
      depth = 1
      hasDot = true
    }
    let wordsStart = skipSpace(from: at, to: line.end)
    guard depth > 0, wordsStart > at, wordsStart < line.end else { return nil }
    return HeadingNumber(depth: depth, value: value, isBare: !hasDot, wordsStart: wordsStart)
  }

  private func romanMark(_ line: TextLine) -> (value: Int, end: Int)? {
    var at = line.start
    while at < line.end, at - line.start < 7, self[at].isUpper { at += 1 }
    guard at > line.start, at < line.end, self[at] == UInt8(ascii: "."), let value = romanValue(line.start..<at) else {
      return nil
    }
    return (value, at + 1)
  }

  /// The mark that the whole line repeats, three times at least, with or without spaces; `nil` for any other line.
  func repeatedMark(_ line: TextLine) -> UInt8? {
    let mark = self[line.start]
    switch mark {
    case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "~"),
      UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: "^"):
      break
    default: return nil
    }
    var marks = 0
    for index in line.start..<line.end where self[index] != 0x20 {
      guard self[index] == mark else { return nil }
      marks += 1
    }
    return marks >= 3 ? mark : nil
  }
}
