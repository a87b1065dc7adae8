/// What the numbers of a range count.
public enum OffsetUnit: String, Hashable, Sendable, CaseIterable {
  /// Unicode code points: what Python counts.
  case unicode
  /// UTF-8 bytes: what Galley, Rust and Go count.
  case utf8
  /// UTF-16 code units: what JavaScript, Java and C# count.
  case utf16
}

/// Converts between byte offsets of one text and offsets in another unit.
///
/// Keeps a count for every 64 bytes; for ASCII text and for UTF-8 nothing at all. Making one is O(n), a conversion
/// O(1) from bytes and O(log n) to bytes.
public struct OffsetTable {
  private let text: String
  private let unit: OffsetUnit
  /// Units before byte 64 × index; empty where both units are the same.
  private let blocks: [Int]
  /// The length of the text in the unit.
  public let count: Int

  private static let blockSize = 64

  public init(_ text: String, unit: OffsetUnit) {
    self.text = text
    self.unit = unit
    let bytes = text.utf8.span
    guard unit != .utf8, !Self.isASCII(bytes) else {
      blocks = []
      count = bytes.count
      return
    }
    var blocks: [Int] = []
    blocks.reserveCapacity(bytes.count / Self.blockSize + 1)
    var units = 0
    var at = 0
    while at < bytes.count {
      blocks.append(units)
      let end = min(at + Self.blockSize, bytes.count)
      units += Self.units(in: bytes, at..<end, unit)
      at = end
    }
    self.blocks = blocks
    count = units
  }

  /// The offset, in the unit, of the scalar that begins at `byte` (or of the end of the text).
  public func offset(ofByte byte: Int) -> Int {
    guard !blocks.isEmpty, byte > 0 else { return byte }
    let bytes = text.utf8.span
    // What is beyond the text stays beyond it.
    guard byte < bytes.count else { return count + (byte - bytes.count) }
    let block = byte / Self.blockSize
    return blocks[block] + Self.units(in: bytes, block * Self.blockSize..<byte, unit)
  }

  /// The byte at which the scalar at `offset` begins; `nil` beyond the end of the text and within a surrogate pair.
  public func byte(ofOffset offset: Int) -> Int? {
    guard !blocks.isEmpty else { return (0...count).contains(offset) ? offset : nil }
    guard offset >= 0, offset <= count else { return nil }
    let bytes = text.utf8.span
    var low = 0
    var high = blocks.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if blocks[middle] <= offset { low = middle } else { high = middle }
    }
    var at = low * Self.blockSize
    var units = blocks[low]
    while at < bytes.count, units < offset || bytes[at] & 0xC0 == 0x80 {
      units += Self.units(in: bytes, at..<at + 1, unit)
      at += 1
    }
    return units == offset ? at : nil
  }

  /// The units whose first byte is in `range`: one for each scalar, two for those beyond U+FFFF in UTF-16.
  private static func units(in bytes: Span<UInt8>, _ range: Range<Int>, _ unit: OffsetUnit) -> Int {
    var units = 0
    for index in range {
      let byte = bytes[index]
      if byte & 0xC0 != 0x80 { units += unit == .utf16 && byte >= 0xF0 ? 2 : 1 }
    }
    return units
  }

  private static func isASCII(_ bytes: Span<UInt8>) -> Bool {
    var merged: UInt8 = 0
    for index in bytes.indices { merged |= bytes[index] }
    return merged < 0x80
  }
}
