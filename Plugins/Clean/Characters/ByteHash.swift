/// The hash of bytes as they come: FNV-1a of 64 bits, offset and prime as Fowler, Noll and Vo published them.
struct ByteHash {
  private static let offset: UInt64 = 0xCBF2_9CE4_8422_2325

  private(set) var value = offset

  /// Whether no byte was added.
  var isEmpty: Bool { value == Self.offset }

  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
