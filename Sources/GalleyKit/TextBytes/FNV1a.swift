/// The hash FNV-1a of 64 bits (Fowler, Noll and Vo, https://www.rfc-editor.org/rfc/rfc9923): the same on every machine and
/// in every run, unlike `Hasher`.
@frozen
public struct FNV1a: Hashable, Sendable {
  /// The hash of what has been added.
  public var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inlinable public init() {}

  /// A hash that begins with another value, so that what several have in common is told apart.
  @inlinable public init(seed: UInt64) { value = seed }

  /// The hash of `bytes`.
  @inlinable public init(_ bytes: Span<UInt8>) { add(bytes) }

  /// Whether nothing has been added.
  @inlinable public var isEmpty: Bool { self == FNV1a() }

  @inlinable public mutating func add(_ bytes: Span<UInt8>) { for index in bytes.indices { add(bytes[index]) } }

  @inlinable public mutating func add(_ byte: UInt8) { add(UInt64(byte)) }

  /// Adds a number in one step, as if it were a byte.
  @inlinable public mutating func add(_ number: UInt64) { value = (value ^ number) &* 0x100_0000_01B3 }
}
