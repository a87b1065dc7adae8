/// Rows in the text format of PostgreSQL's COPY: columns with tabs between them, a row a line.
///
/// PostgreSQL stores no NUL. U+001A SUBSTITUTE stands in its place, which is made for that and is as long in every unit
/// that ranges count, so that they stay right.
/// (https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9.2)
struct CopyText {
  private(set) var bytes: [UInt8] = []
  private var isFirst = true

  private static let substitute: UInt8 = 0x1A

  /// Ends a row.
  mutating func endRow() {
    bytes.append(0x0A)
    isFirst = true
  }

  mutating func append(_ number: Int) {
    separate()
    bytes += "\(number)".utf8
  }

  mutating func append(text: some Collection<UInt8>) {
    separate()
    escape(text)
  }

  /// Appends a value that was scanned in `rows`.
  mutating func append(_ value: RowScanner.Value, of rows: [UInt8]) {
    switch value {
    case .integer(let number): append(number)
    case .null:
      separate()
      bytes += "\\N".utf8
    case .real(let number):
      separate()
      bytes += number.description.utf8
    case .text(let range, isEscaped: false): append(text: rows[range])
    case .text(let range, isEscaped: true):
      separate()
      JSONText.unescape(rows[range]) { escape($0) }
    case .json(let range):
      separate()
      escape(json: rows[range])
    }
  }

  private mutating func separate() {
    if !isFirst { bytes.append(0x09) }
    isFirst = false
  }

  private mutating func escape(_ text: some Collection<UInt8>) {
    for byte in text {
      switch byte {
      case 0: bytes.append(Self.substitute)
      case 0x09: bytes += "\\t".utf8
      case 0x0A: bytes += "\\n".utf8
      case 0x0D: bytes += "\\r".utf8
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      default: bytes.append(byte)
      }
    }
  }

  /// In JSON a NUL is an escape, and an escape begins with what COPY escapes.
  private mutating func escape(json: ArraySlice<UInt8>) {
    var rest = json
    while let escape = rest.firstIndex(of: UInt8(ascii: "\\")) {
      self.escape(rest[..<escape])
      rest = rest[escape...]
      let isNUL = rest.starts(with: "\\u0000".utf8)
      bytes += isNUL ? "\\\\u001a".utf8 : "\\\\".utf8
      rest = rest.dropFirst(isNUL ? 6 : 1)
      // What is escaped may be a backslash itself.
      if !isNUL, let escaped = rest.popFirst() { self.escape(CollectionOfOne(escaped)) }
    }
    self.escape(rest)
  }
}
