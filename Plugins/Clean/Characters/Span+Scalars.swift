/// A Unicode scalar and how many bytes it takes.
struct DecodedScalar {
  var value: UInt32
  var count: Int
}

/// Reading scalars of valid UTF-8, which a `String` always is.
extension Span where Element == UInt8 {
  /// The scalar that begins at `offset`.
  func scalar(at offset: Int) -> DecodedScalar {
    let lead = self[offset]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard length > 1, offset + length <= count else { return DecodedScalar(value: UInt32(lead), count: 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for index in offset + 1..<offset + length { value = value << 6 | UInt32(self[index] & 0x3F) }
    return DecodedScalar(value: value, count: length)
  }

  /// The scalar that ends at `offset`; `nil` at the start.
  func scalar(before offset: Int) -> DecodedScalar? {
    guard offset > 0 else { return nil }
    var start = offset - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start)
  }

  /// Whether the bytes at `range` are those of `other`.
  func equals(_ other: String, at range: Range<Int>) -> Bool {
    guard range.count == other.utf8.count else { return false }
    return zip(range, other.utf8).allSatisfy { self[$0] == $1 }
  }

  /// Whether one of the words at `range` is `word`.
  func hasWord(_ word: String, in range: Range<Int>) -> Bool {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = (start..<range.upperBound).first { self[$0].isSpace } ?? range.upperBound
      if equals(word, at: start..<end) { return true }
      start = end + 1
    }
    return false
  }
}
