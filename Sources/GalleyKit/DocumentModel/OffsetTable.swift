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
    let bytes = text.utf8.span.bytes
    guard unit != .utf8, !bytes.isASCII else {
      blocks = []
      count = bytes.byteCount
      return
    }
    var blocks: [Int] = []
    blocks.reserveCapacity(bytes.byteCount / Self.blockSize + 1)
    var units = 0
    var at = 0
    while at < bytes.byteCount {
      blocks.append(units)
      let end = min(at + Self.blockSize, bytes.byteCount)
      units += bytes.units(in: at..<end, unit)
      at = end
    }
    self.blocks = blocks
    count = units
  }

  /// The offset, in the unit, of the scalar that begins at `byte` (or of the end of the text).
  public func offset(ofByte byte: Int) -> Int {
    guard !blocks.isEmpty, byte > 0 else { return byte }
    let bytes = text.utf8.span.bytes
    // What is beyond the text stays beyond it.
    guard byte < bytes.byteCount else { return count + (byte - bytes.byteCount) }
    let block = byte / Self.blockSize
    return blocks[block] + bytes.units(in: block * Self.blockSize..<byte, unit)
  }

  /// The byte at which the scalar at `offset` begins; `nil` beyond the end of the text and within a surrogate pair.
  public func byte(ofOffset offset: Int) -> Int? {
    guard offset >= 0, offset <= count else { return nil }
    guard !blocks.isEmpty else { return offset }
    // The last that begins at or before `offset`; the first begins at 0.
    let block = blocks.partitioningIndex { $0 > offset } - 1
    return text.utf8.span.bytes.place(of: offset - blocks[block], after: block * Self.blockSize, unit)
  }
}

/// Counting in UTF-8, eight bytes at a time.
extension RawSpan {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let wordSize = 8

  fileprivate var isASCII: Bool {
    var merged: UInt64 = 0
    var at = 0
    while at + Self.wordSize <= byteCount {
      merged |= unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
      at += Self.wordSize
    }
    while at < byteCount {
      merged |= UInt64(byte(at))
      at += 1
    }
    return merged & (Self.ones << 7) == 0
  }

  /// The units whose first byte is in `range`: one for each scalar, two for those beyond U+FFFF in UTF-16.
  fileprivate func units(in range: Range<Int>, _ unit: OffsetUnit) -> Int {
    var units = 0
    var at = range.lowerBound
    while at + Self.wordSize <= range.upperBound {
      units += wordUnits(at, unit)
      at += Self.wordSize
    }
    while at < range.upperBound {
      units += byteUnits(at, unit)
      at += 1
    }
    return units
  }

  /// Where the scalar begins that has `offset` units between `start` and itself; `nil` where none does.
  fileprivate func place(of offset: Int, after start: Int, _ unit: OffsetUnit) -> Int? {
    var at = start
    var units = 0
    while at + Self.wordSize <= byteCount {
      let more = wordUnits(at, unit)
      guard units + more <= offset else { break }
      units += more
      at += Self.wordSize
    }
    while at < byteCount, units < offset || byte(at) & 0xC0 == 0x80 {
      units += byteUnits(at, unit)
      at += 1
    }
    return units == offset ? at : nil
  }

  /// The units whose first byte is among the eight at `at`: bytes that continue a scalar are 0b10…, bytes that begin
  /// one beyond U+FFFF 0b1111….
  private func wordUnits(_ at: Int, _ unit: OffsetUnit) -> Int {
    let word = unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
    let continuing = (word >> 7) & ~(word >> 6) & Self.ones
    let units = Self.wordSize - continuing.nonzeroBitCount
    guard unit == .utf16 else { return units }
    return units + ((word >> 7) & (word >> 6) & (word >> 5) & (word >> 4) & Self.ones).nonzeroBitCount
  }

  private func byteUnits(_ at: Int, _ unit: OffsetUnit) -> Int {
    let byte = byte(at)
    guard byte & 0xC0 != 0x80 else { return 0 }
    return unit == .utf16 && byte >= 0xF0 ? 2 : 1
  }

  private func byte(_ at: Int) -> UInt8 { unsafeLoad(fromByteOffset: at, as: UInt8.self) }
}
