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
      // `b.`, while "A. Smith" is a name and "(b. 1964)" a remark.
      return hasSpace(at: first + 2, in: line) && isLetterAndDot(first) ? .item : label(of: line)
    case UInt8(ascii: "("): return label(of: line.dropFirst())
    case 0xE2: return isBullet(at: first) && hasSpace(at: first + 3, in: line) ? .item : .prose
    case 0xC2: return self[first + 1] == 0xB7 && hasSpace(at: first + 2, in: line) ? .item : .prose
    default: return .prose
    }
  }

  /// Whether `line` is an item by a dash, by a number other than 1, in brackets or not, or by a letter and a dot: such
  /// marks a sentence may have of its own.
  func isDashOrLaterNumber(_ line: Range<Int>) -> Bool {
    guard let first = line.first, kind(of: line) == .item else { return false }
    switch self[first] {
    case 0xE2: return (0x2013...0x2014).contains(scalar(at: first).value)
    case UInt8(ascii: "("): return isLaterNumber(first + 1)
    default: return isLaterNumber(first) || isLetterAndDot(first)
    }
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
