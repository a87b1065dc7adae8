internal import TextBytes

/// What a headline looks like, and when two lines are the same one.
extension Span where Element == UInt8 {
  /// The most columns of a headline; 99 in 100 of the news titles looked at have fewer than 110.
  private static var longestHeadline: Int { 160 }

  /// Whether the line could be a headline: short, with a capital, a figure or a quotation mark first, and no full stop,
  /// comma or colon at its end.
  func looksLikeHeadline(_ line: Range<Int>) -> Bool {
    guard line.count >= 2, line.count <= 4 * Self.longestHeadline, kind(of: line) != .item else { return false }
    guard columns(line, upTo: Self.longestHeadline + 1) <= Self.longestHeadline else { return false }
    return opensHeadline(line) && !endsLikeSentence(line) && !isSpoken(line)
  }

  /// Whether it is a line of a transcript: "Okay, the next case will be, uh, Smith?"
  private func isSpoken(_ line: Range<Int>) -> Bool {
    line.split { self[$0] == UInt8(ascii: " ") }.enumerated().contains { index, word in
      let bare = trimming(",.", word)
      if says("uh".utf8, at: bare) || says("um".utf8, at: bare) { return true }
      return index == 0 && self[word.upperBound - 1] == UInt8(ascii: ",")
        && Self.spokenOpenings.contains { says($0.utf8, at: bare) }
    }
  }

  private static var spokenOpenings: [String] { ["okay", "ok", "yeah", "well", "alright"] }

  private func opensHeadline(_ line: Range<Int>) -> Bool {
    let first = scalar(at: line.lowerBound)
    guard let properties = Unicode.Scalar(first.value)?.properties else { return false }
    if properties.isLowercase {
      // iPhone
      let second = line.lowerBound + first.count
      return second < line.upperBound && self[second].isUpper
    }
    return line.contains { isWordByte(at: $0) }
  }

  private func endsLikeSentence(_ line: Range<Int>) -> Bool {
    var end = line.upperBound
    while end > line.lowerBound, "\"')]".utf8.contains(self[end - 1]) { end -= 1 }
    while let last = scalar(before: end), last.value == 0x201D || last.value == 0x2019, end > line.lowerBound {
      end -= last.count
    }
    guard end > line.lowerBound else { return true }
    switch self[end - 1] {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): return true
    case UInt8(ascii: "."): return !endsInAbbreviation(line.lowerBound..<end)
    default: return false
    }
  }

  /// `U.S.`, `Inc.` and three dots at the end of a line end no sentence for sure.
  private func endsInAbbreviation(_ line: Range<Int>) -> Bool {
    let stop = line.upperBound - 1
    if stop - 2 >= line.lowerBound, self[stop - 1] == UInt8(ascii: "."), self[stop - 2] == UInt8(ascii: ".") {
      return true
    }
    if stop - 3 >= line.lowerBound, self[stop - 1].isUpper, self[stop - 2] == UInt8(ascii: "."),
      self[stop - 3].isUpper
    {
      return true
    }
    return ["Inc", "Corp", "Ltd", "Co", "Jr", "Sr"].contains { word in
      let start = stop - word.utf8.count
      return start > line.lowerBound && self[start - 1] == UInt8(ascii: " ") && equals(word, at: start..<stop)
    }
  }

  /// Whether two lines have the same letters and figures in the same order; case, marks and spaces don't count.
  func isSameHeadline(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    var left = one.lowerBound
    var right = other.lowerBound
    var letters = 0
    while true {
      while left < one.upperBound, !isHeadlineByte(at: left) { left += 1 }
      while right < other.upperBound, !isHeadlineByte(at: right) { right += 1 }
      guard left < one.upperBound, right < other.upperBound else { break }
      guard self[left].lowered == self[right].lowered else { return false }
      left += 1
      right += 1
      letters += 1
    }
    return left >= one.upperBound && right >= other.upperBound && letters > 0
  }

  private func isHeadlineByte(at offset: Int) -> Bool { self[offset].isDigit || isWordByte(at: offset) }

  /// The words of a heading without Markdown's marks around them.
  func headlineText(_ line: Range<Int>) -> String { String(text(line).trimming("#*_ ")) }
}
