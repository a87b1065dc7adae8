/// A place in a JSON text.
public struct JSONLocation: Hashable, Sendable {
  /// Bytes before the place.
  public var offset: Int
  /// Bytes that the key or value takes; 0 where only a point is known.
  public var length: Int
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in Unicode code points; a byte order mark takes none.
  public var column: Int

  /// The bytes that some programs put at the start of UTF-8 files, and that are no part of the text.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The place of the `length` bytes at `offset` of `text`; an offset beyond the text means its end.
  public init(offset: Int, length: Int = 0, in text: [UInt8]) {
    let offset = Swift.min(Swift.max(offset, 0), text.count)
    self.offset = offset
    self.length = Swift.min(Swift.max(length, 0), text.count - offset)
    line = 1
    var lineStart = text.starts(with: Self.byteOrderMark) ? Swift.min(Self.byteOrderMark.count, offset) : 0
    for index in 0..<offset where text[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    column = 1 + text[lineStart..<offset].count { $0 & 0xC0 != 0x80 }
  }
}
