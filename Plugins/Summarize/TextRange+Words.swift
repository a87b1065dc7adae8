internal import DocumentModel

extension TextRange {
  /// The text at this range on one line: every run of white space is one space, and nothing else is changed.
  func words(in text: String) -> String {
    let bytes = text.utf8.span
    var line: [UInt8] = []
    line.reserveCapacity(count)
    var isGap = false
    var at = start
    while at < end {
      let blank = Self.blankLength(in: bytes, at, end)
      if blank > 0 {
        isGap = true
        at += blank
        continue
      }
      if isGap, !line.isEmpty { line.append(UInt8(ascii: " ")) }
      isGap = false
      let runStart = at
      repeat { at += 1 } while at < end && (0x21..<0x80 ~= bytes[at] || Self.blankLength(in: bytes, at, end) == 0)
      bytes.extracting(runStart..<at).withUnsafeBufferPointer { line.append(contentsOf: $0) }
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// The length of the space or line break at `at`: ASCII's, NEL, and Unicode's line and paragraph separators. Spaces that
  /// don't break are kept: they are there for a reason.
  private static func blankLength(in bytes: Span<UInt8>, _ at: Int, _ end: Int) -> Int {
    switch bytes[at] {
    case 0x20, 0x09...0x0D: 1
    case 0xC2 where at + 1 < end && bytes[at + 1] == 0x85: 2
    case 0xE2 where at + 2 < end && bytes[at + 1] == 0x80 && (bytes[at + 2] == 0xA8 || bytes[at + 2] == 0xA9): 3
    default: 0
    }
  }
}
