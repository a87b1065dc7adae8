internal import TextBytes

extension Span<UInt8> {
  /// Whether the name of a day of the week stands at `offset`.
  func isWeekday(at offset: Int, before end: Int) -> Bool {
    isWeekday(offset..<wordEnd(from: offset, before: end))
  }

  /// The end of the day that is told from `start` on, with its year: "Monday, 4 May 2026", "May 4, 2026".
  func date(from start: Int, before end: Int) -> Int? {
    var at = start
    var hasMonth = false
    for _ in 0..<4 {
      guard at < end else { return nil }
      let wordEnd = wordEnd(from: at, before: end)
      guard wordEnd > at else { return nil }
      if self[at].isDigit {
        if hasMonth, wordEnd - at == 4 { return wordEnd }
        guard wordEnd - at <= 2 else { return nil }
      } else {
        guard isMonth(at..<wordEnd) || (at == start && isWeekday(at..<wordEnd)) else { return nil }
        hasMonth = hasMonth || isMonth(at..<wordEnd)
      }
      at = wordEnd
      if at < end, self[at] == UInt8(ascii: ",") || self[at] == UInt8(ascii: ".") { at += 1 }
      guard at < end, self[at] == 0x20 else { return nil }
      at += 1
    }
    return nil
  }

  private func isMonth(_ word: Range<Int>) -> Bool {
    guard word.count >= 3 else { return false }
    switch (self[word.lowerBound], self[word.lowerBound + 1], self[word.lowerBound + 2]) {
    case (0x4A, 0x61, 0x6E), (0x46, 0x65, 0x62), (0x4D, 0x61, 0x72), (0x41, 0x70, 0x72), (0x4D, 0x61, 0x79),
      (0x4A, 0x75, 0x6E), (0x4A, 0x75, 0x6C), (0x41, 0x75, 0x67), (0x53, 0x65, 0x70), (0x4F, 0x63, 0x74),
      (0x4E, 0x6F, 0x76), (0x44, 0x65, 0x63):
      return true
    default: return false
    }
  }

  private func isWeekday(_ word: Range<Int>) -> Bool {
    word.count >= 6 && self[word.upperBound - 1] == UInt8(ascii: "y") && self[word.upperBound - 2] == UInt8(ascii: "a")
      && self[word.upperBound - 3] == UInt8(ascii: "d")
  }
}
