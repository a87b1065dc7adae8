/// A half-open range of UTF-8 bytes of a document's text, which begins and ends between Unicode scalars.
@frozen
public struct TextRange: Hashable, Sendable {
  /// Bytes before the range.
  public var start: Int
  /// Bytes before what follows the range.
  public var end: Int

  @inlinable
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  @inlinable
  public init(_ range: Range<Int>) { self.init(range.lowerBound, range.upperBound) }

  /// The number of bytes.
  @inlinable public var count: Int { end - start }
  @inlinable public var isEmpty: Bool { end <= start }

  /// Whether `other` lies inside this range or is equal to it.
  @inlinable
  public func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }

  /// Whether the byte at `offset` is in this range.
  @inlinable
  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  /// Whether the two ranges share at least one byte.
  @inlinable
  public func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }
}

extension TextRange: Comparable {
  /// Reading order: the earlier start first; of two that start together the longer, so that parents precede children.
  @inlinable
  public static func < (left: TextRange, right: TextRange) -> Bool {
    left.start != right.start ? left.start < right.start : left.end > right.end
  }
}

extension TextRange: CustomStringConvertible {
  public var description: String { "\(start)..<\(end)" }
}
