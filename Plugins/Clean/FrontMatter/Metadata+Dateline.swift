internal import DocumentModel

extension Metadata {
  /// Takes in the dateline before the paragraph at `line`; `nil` where it has none, or another is known.
  mutating func takeDateline(of line: Range<Int>, _ bytes: Span<UInt8>) -> Dateline? {
    guard dateline == nil, let found = Dateline(bytes, line) else { return nil }
    return take(found, line, bytes)
  }

  /// Takes in a dateline as first paragraphs of pages have it; `nil` where the one at `line` has none.
  ///
  /// - Parameter endsSpan: whether a `span` of the page ends at a place of the text.
  mutating func takeDateline(ofPage line: Range<Int>, _ bytes: Span<UInt8>, endsSpan: (Int) -> Bool) -> Dateline? {
    guard dateline == nil, let found = Dateline(ofPage: bytes, line, endsSpan: endsSpan) else { return nil }
    return take(found, line, bytes)
  }

  private mutating func take(_ found: Dateline, _ line: Range<Int>, _ bytes: Span<UInt8>) -> Dateline? {
    if found.isBare, bytes.recurs(line.lowerBound..<line.lowerBound + found.headCount) { return nil }
    dateline = found.place
    if let agency = found.agency, self["agency"] == nil { self["agency"] = agency }
    if let date = found.date {
      if date.year == nil { self["dateline-date"] = date.iso } else if published == nil { published = date.iso }
    }
    return found
  }
}

extension Span where Element == UInt8 {
  /// Whether the word at `word` stands a second time in the text, letter for letter.
  fileprivate func recurs(_ word: Range<Int>) -> Bool {
    guard let first = word.first else { return false }
    var offset = word.upperBound
    while offset + word.count <= count {
      if self[offset] == self[first], !isWordByte(at: offset - 1),
        zip(word, offset..<offset + word.count).allSatisfy({ self[$0] == self[$1] })
      {
        return true
      }
      offset += 1
    }
    return false
  }
}
