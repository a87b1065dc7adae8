/// Reads the rows of tables by RFC 4180: fields in quotation marks may have delimiters, line ends and doubled quotation
/// marks inside.
struct CSVSyntax {
  private enum State {
    case fieldStart
    case plain
    case quoted
    /// After a quotation mark inside a quoted field: its end, or the first of two.
    case mark
  }
  private let delimiter: UInt8
  private var state = State.fieldStart

  init(delimiter: UInt8) { self.delimiter = delimiter }

  /// The length of the record that `bytes` begin with, its line end included; `nil` where they end before it.
  ///
  /// - Parameter seen: how many of the bytes this has been called with before.
  mutating func recordEnd(in bytes: Span<UInt8>, seen: Int) -> Int? {
    var at = seen
    while at < bytes.count {
      if state == .quoted {
        guard let mark = bytes.firstIndex(of: UInt8(ascii: "\""), from: at) else { return nil }
        state = .mark
        at = mark + 1
        continue
      }
      let byte = bytes[at]
      at += 1
      switch byte {
      case 0x0A:
        state = .fieldStart
        return at
      case delimiter: state = .fieldStart
      case UInt8(ascii: "\"") where state != .plain: state = .quoted
      default: state = .plain
      }
    }
    return nil
  }

  /// The fields of one record, which may have its line end still.
  ///
  /// - Throws: `malformed` where a quoted field does not end, or does not end its field.
  static func fields(of record: Span<UInt8>, delimiter: UInt8) throws(ReadError) -> [[UInt8]] {
    var end = record.count
    if end > 0, record[end - 1] == 0x0A { end -= 1 }
    if end > 0, record[end - 1] == 0x0D { end -= 1 }
    var fields: [[UInt8]] = []
    var at = 0
    while true {
      let isQuoted = at < end && record[at] == UInt8(ascii: "\"")
      fields.append(
        isQuoted
          ? try quotedField(in: record, &at, end, number: fields.count + 1)
          : plainField(in: record, &at, end, delimiter))
      guard at < end else { return fields }
      guard record[at] == delimiter else {
        throw .malformed(
          "field \(fields.count) goes on after its closing quotation mark: double the quotation marks inside a field")
      }
      at += 1
    }
  }

  private static func plainField(in record: Span<UInt8>, _ at: inout Int, _ end: Int, _ delimiter: UInt8) -> [UInt8] {
    let start = at
    at = record.firstIndex(of: delimiter, from: start).map { min($0, end) } ?? end
    return Array(record, start..<at)
  }

  private static func quotedField(
    in record: Span<UInt8>, _ at: inout Int, _ end: Int, number: Int
  ) throws(ReadError) -> [UInt8] {
    var field: [UInt8] = []
    var start = at + 1
    while let mark = record.firstIndex(of: UInt8(ascii: "\""), from: start) {
      field += Array(record, start..<mark)
      guard mark + 1 < end, record[mark + 1] == UInt8(ascii: "\"") else {
        at = mark + 1
        return field
      }
      field.append(UInt8(ascii: "\""))
      start = mark + 2
    }
    throw .malformed(
      "field \(number) begins with a quotation mark and no other one ends it, so that it takes the rest of the file: "
        + "close it")
  }
}

extension [UInt8] {
  fileprivate init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    self = bytes.extracting(range).withUnsafeBufferPointer { Array($0) }
  }
}
