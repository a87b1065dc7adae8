/// Cutting text out of bytes.
extension Span where Element == UInt8 {
  /// A copy of the bytes at `range`, which begin and end between scalars, as text.
  func text(_ range: Range<Int>) -> String {
    extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// `range` without the bytes of `marks` (ASCII) at both ends.
  func trimming(_ marks: StaticString, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    marks.withUTF8Buffer { marks in
      while start < end, marks.contains(self[start]) { start += 1 }
      while end > start, marks.contains(self[end - 1]) { end -= 1 }
    }
    return start..<end
  }
}

extension Range<Int> {
  /// The range without white space at its borders.
  func trimmed(_ bytes: Span<UInt8>) -> Range<Int> {
    var range = self
    while let first = range.first, bytes[first].isSpace { range = first + 1..<range.upperBound }
    while let last = range.last, bytes[last].isSpace { range = range.lowerBound..<last }
    return range
  }
}
