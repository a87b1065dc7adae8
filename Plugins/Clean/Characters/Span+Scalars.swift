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
}
