internal import TextBytes

/// One line with words on it, in scrubbed text.
struct Line {
  /// Its words: bytes without line feed and indentation.
  var range: Range<Int>
  /// Line feeds between it and the line before; 0 for the first.
  var lineFeedsBefore: Int
  var isIndented: Bool
  /// Where the gap before it begins: the end of the line before.
  var gapStart: Int

  var gap: Range<Int> { gapStart..<range.lowerBound }
}

extension Span where Element == UInt8 {
  /// Visits each line with words but the last, together with the next one.
  func forEachLine(_ visit: (_ line: Line, _ next: Line) -> Void) {
    var left = line(after: 0)
    while let line = left, let next = self.line(after: line.range.upperBound) {
      visit(line, next)
      left = next
    }
  }

  /// The first line with words that begins at or after `offset`, where a line ends (or the text begins).
  func line(after offset: Int) -> Line? {
    var start = offset
    while start < count, self[start] == UInt8(ascii: "\n") { start += 1 }
    let lineFeeds = start - offset
    let isIndented = start < count && self[start] == UInt8(ascii: " ")
    if isIndented { start += 1 }
    guard start < count else { return nil }
    return Line(
      range: start..<(firstIndex(of: 0x0A, from: start) ?? count), lineFeedsBefore: lineFeeds, isIndented: isIndented,
      gapStart: offset)
  }

  /// The words of a line behind the marks of a quotation, `>` or `> >`, and how many marks there are.
  ///
  /// `>>>` is the prompt of a program.
  func quotation(_ line: Range<Int>) -> (marks: Int, words: Range<Int>) {
    guard isQuoted(line), !says(">>>".utf8, at: line.lowerBound) else { return (0, line) }
    let words = line.drop { self[$0] == UInt8(ascii: ">") || self[$0] == UInt8(ascii: " ") }
    return (line.prefix(line.count - words.count).count { self[$0] == UInt8(ascii: ">") }, words)
  }

  /// Whether a line begins with the mark of a quotation.
  func isQuoted(_ line: Range<Int>) -> Bool { line.first.map { self[$0] == UInt8(ascii: ">") } ?? false }

  /// The columns that the bytes at `range` take on a page: East Asian wide characters two, all others one.
  ///
  /// - Parameter limit: stop counting there.
  func columns(_ range: Range<Int>, upTo limit: Int = .max) -> Int {
    var columns = 0
    for index in range {
      let byte = self[index]
      guard byte & 0xC0 != 0x80 else { continue }
      columns += byte < 0xE2 || !isWide(at: index) ? 1 : 2
      // A wide character can step over the limit.
      if columns >= limit { return limit }
    }
    return columns
  }

  /// Whether the character at `offset` is Chinese, Japanese or Korean.
  func isWide(at offset: Int) -> Bool {
    guard self[offset] >= 0xE2 else { return false }
    switch scalar(at: offset).value {
    case 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF01...0xFF60, 0x20000...0x3FFFD:
      return true
    default: return false
    }
  }

  /// The end of the word that begins at the start of `range`.
  func wordEnd(in range: Range<Int>) -> Int {
    range.first { self[$0] == UInt8(ascii: " ") } ?? range.upperBound
  }
}
