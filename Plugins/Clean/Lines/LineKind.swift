internal import TextBytes

/// What a line is by its first characters.
enum LineKind {
  case prose
  /// An item of a list, by its bullet, number or letter.
  case item
  /// A Markdown heading, quotation or table row, or a rule of `---`, `===` or `***`.
  case markup
}

extension Span where Element == UInt8 {
  func kind(of line: Range<Int>) -> LineKind {
    guard let first = line.first else { return .prose }
    switch self[first] {
    case UInt8(ascii: "|"), UInt8(ascii: ">"): return .markup
    case UInt8(ascii: "#"):
      // `#word` is a tag amid a sentence.
      let end = line.first { self[$0] != UInt8(ascii: "#") } ?? line.upperBound
      return end == line.upperBound || self[end] == UInt8(ascii: " ") ? .markup : .prose
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "~"):
      if isRule(line) { return .markup }
      let isBullet = self[first] == UInt8(ascii: "-") || self[first] == UInt8(ascii: "*")
      return isBullet && hasSpace(at: first + 1, in: line) ? .item : .prose
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "z"):
      // `b.`, while "A. Smith" is a name, "(b. 1964)" a remark and "d. h." an abbreviation.
      guard hasSpace(at: first + 2, in: line), isLetterAndDot(first) else { return label(of: line) }
      let second = first + 3
      let isAbbreviation =
        second + 1 < line.upperBound && self[second].isLetter && self[second + 1] == UInt8(ascii: ".")
      return isAbbreviation ? .prose : .item
    case UInt8(ascii: "("): return label(of: line.dropFirst())
    case 0xE2: return isBullet(at: first) && hasSpace(at: first + 3, in: line) ? .item : .prose
    case 0xC2: return self[first + 1] == 0xB7 && hasSpace(at: first + 2, in: line) ? .item : .prose
    default: return .prose
    }
  }

  /// Whether what looks like the mark of an item at the start of `next` may be part of a sentence that goes on from
  /// `line`: a dash, a number that begins no list, in brackets or not, or a letter that is in no series.
  func mayBeSentencesOwnMark(_ next: Line, after line: Line) -> Bool {
    guard !next.isIndented, let first = next.range.first, kind(of: next.range) == .item else { return false }
    let isBehindItem = kind(of: line.range) != .prose
    let mayBe =
      switch self[first] {
      case 0xE2: !isBehindItem && (0x2013...0x2014).contains(scalar(at: first).value)
      case UInt8(ascii: "("): !isBehindItem && isLaterNumber(first + 1)
      case _ where isLetterAndDot(first):
        endsInHalf(line.range)
          || (self[first] != UInt8(ascii: "a") && !(isBehindItem && self[line.range.lowerBound] + 1 == self[first]))
      default: !isBehindItem && isLaterNumber(first)
      }
    return mayBe && (!endsSentence(line.range) || endsInHalf(line.range))
  }

  /// Whether `line` ends in a small letter with a dot, one half of an abbreviation: `und u.` before `a. am Kai`.
  private func endsInHalf(_ line: Range<Int>) -> Bool {
    let last = line.upperBound - 2
    return last > line.lowerBound && isLetterAndDot(last) && !isWordByte(at: last - 1)
  }

  /// Whether a number other than 1 begins at `offset`, which has two bytes behind it.
  private func isLaterNumber(_ offset: Int) -> Bool {
    self[offset].isDigit && (self[offset] != UInt8(ascii: "1") || self[offset + 1].isDigit)
  }

  /// Whether a small letter with a dot begins at `offset`, which has a byte behind it.
  private func isLetterAndDot(_ offset: Int) -> Bool {
    self[offset].isLower && self[offset + 1] == UInt8(ascii: ".")
  }

  /// Whether `line` is three or more of one mark and nothing else.
  func isRule(_ line: Range<Int>) -> Bool {
    guard line.count >= 3, let first = line.first else { return false }
    return line.allSatisfy { self[$0] == self[first] }
  }

  /// `12.`, `3)` or `b)` with a space behind.
  private func label(of line: Range<Int>) -> LineKind {
    var end = line.lowerBound
    while end < line.upperBound, self[end].isDigit { end += 1 }
    let digits = end - line.lowerBound
    if digits == 0 {
      guard line.count > 2, self[end].isLetter else { return .prose }
      end += 1
      return self[end] == UInt8(ascii: ")") && hasSpace(at: end + 1, in: line) ? .item : .prose
    }
    guard digits <= 3, end < line.upperBound else { return .prose }
    let closes = self[end] == UInt8(ascii: ".") || self[end] == UInt8(ascii: ")")
    return closes && hasSpace(at: end + 1, in: line) ? .item : .prose
  }

  /// A bullet, a dash that opens a line, or an arrow.
  private func isBullet(at offset: Int) -> Bool {
    switch scalar(at: offset).value {
    case 0x2013, 0x2014, 0x2022, 0x2023, 0x2043, 0x2192, 0x25A0...0x25FF, 0x2605, 0x2713, 0x2714: true
    default: false
    }
  }

  private func hasSpace(at offset: Int, in line: Range<Int>) -> Bool {
    offset < line.upperBound && self[offset] == UInt8(ascii: " ")
  }
}
