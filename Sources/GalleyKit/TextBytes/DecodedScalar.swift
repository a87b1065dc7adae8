/// A Unicode scalar and how many bytes it has in UTF-8.
@frozen
public struct DecodedScalar: Hashable, Sendable {
  public var value: UInt32
  public var count: Int

  @inlinable public init(value: UInt32, count: Int) {
    self.value = value
    self.count = count
  }

  /// The scalar with its Unicode properties.
  @inlinable public var unicode: Unicode.Scalar? { Unicode.Scalar(value) }
}

/// Reading scalars of valid UTF-8, which a `String` always is.
extension Span<UInt8> {
  /// The scalar that begins at `offset`; the byte itself where none begins there, or it is cut off.
  @inlinable public func scalar(at offset: Int) -> DecodedScalar {
    let lead = self[offset]
    let length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard length > 1, offset + length <= count else { return DecodedScalar(value: UInt32(lead), count: 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for index in offset + 1..<offset + length { value = value << 6 | UInt32(self[index] & 0x3F) }
    return DecodedScalar(value: value, count: length)
  }

  /// The scalar that ends at `offset`; `nil` at the start.
  @inlinable public func scalar(before offset: Int) -> DecodedScalar? {
    guard offset > 0 else { return nil }
    var start = offset - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start)
  }
}
