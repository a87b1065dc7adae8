internal import JSON
internal import StageKit
internal import TextBytes

/// Reads a document's rows, as `TableSchema` says that they are written, value by value.
///
/// jansson would make a tree of them first, which took longer than putting them into the database. Nested values, of
/// columns of JSON, are looked at by jansson.
struct RowScanner {
  /// One value; ranges count in the scanned bytes.
  enum Value {
    case null
    case integer(Int)
    case real(Double)
    /// What is between the quotation marks.
    case text(Range<Int>, isEscaped: Bool)
    case json(Range<Int>)
  }

  private let bytes: [UInt8]
  private var at = 0

  /// Reads `bytes` and hands over each row in order: the number of its table, 0 for that of the documents, and its values
  /// in the order of the columns.
  static func scan<Failure>(
    _ bytes: [UInt8], _ schema: TableSchema, row: (Int, [Value]) throws(Failure) -> Void
  ) throws(Failure) -> RowError? {
    var scanner = RowScanner(bytes: bytes)
    return try scanner.scan(schema.tables, row: row)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func scan<Failure>(
    _ tables: [TableSchema.Table], row: (Int, [Value]) throws(Failure) -> Void
  ) throws(Failure) -> RowError? {
    guard take("{") else { return expected("{") }
    var values: [Value] = []
    for (number, table) in tables.enumerated() {
      guard number == 0 || take(",") else { return expected(",") }
      guard takeKey(table.name) else { return RowError("the rows of '\(table.name)' are missing", at: at) }
      guard take("[") else { return expected("[") }
      var count = 0
      while !take("]") {
        guard count == 0 || take(",") else { return expected(",") }
        values.removeAll(keepingCapacity: true)
        if let error = takeRow(of: table, &values) { return error }
        try row(number, values)
        count += 1
      }
      if number == 0, count != 1 { return RowError("'\(table.name)' has \(count) rows, but should have one", at: at) }
    }
    guard take("}") else { return expected("}") }
    return at == bytes.count ? nil : RowError("something follows the rows", at: at)
  }

  private mutating func takeRow(of table: TableSchema.Table, _ values: inout [Value]) -> RowError? {
    guard take("[") else { return expected("[") }
    for (number, column) in table.columns.enumerated() {
      guard number == 0 || take(",") else { return expected(",") }
      guard let value = takeValue(column) else {
        let optional = column.isOptional ? " or null" : ""
        return RowError("'\(table.name)' should have \(column.kind.words)\(optional) for '\(column.name)'", at: at)
      }
      values.append(value)
    }
    return take("]") ? nil : expected("]")
  }

  private mutating func takeValue(_ column: TableSchema.Column) -> Value? {
    if column.kind != .json || column.isOptional, takeWord("null") { return column.isOptional ? .null : nil }
    switch column.kind {
    case .text: return takeString()
    case .integer:
      let start = at
      skipNumber()
      return Int(ascii: bytes[start..<at]).map(Value.integer)
    case .real:
      let start = at
      skipNumber()
      guard let number = Double(String(decoding: bytes[start..<at], as: UTF8.self)), number.isFinite else { return nil }
      return .real(number)
    case .json:
      let start = at
      guard skipNested(), (try? JSON(parsing: bytes.span.extracting(start..<at))) != nil else { return nil }
      return .json(start..<at)
    }
  }

  private func expected(_ mark: Character) -> RowError { RowError("'\(mark)' is missing", at: at) }
}

// MARK: - The marks of JSON

extension RowScanner {
  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard at < bytes.count, bytes[at] == UInt8(ascii: mark) else { return false }
    at += 1
    return true
  }

  private mutating func takeWord(_ word: StaticString) -> Bool {
    let end = at + word.utf8CodeUnitCount
    guard end <= bytes.count else { return false }
    for offset in at..<end where bytes[offset] != word.utf8Start[offset - at] { return false }
    at = end
    return true
  }

  private mutating func takeKey(_ key: String) -> Bool {
    let start = at
    guard case .text(let range, isEscaped: false)? = takeString(), bytes[range].elementsEqual(key.utf8), take(":")
    else {
      at = start
      return false
    }
    return true
  }

  private mutating func skipNumber() {
    while at < bytes.count, "+-.eE0123456789".utf8.contains(bytes[at]) { at += 1 }
  }

  /// A string whose escapes and whose UTF-8 are right.
  private mutating func takeString() -> Value? {
    guard let (range, isEscaped) = skipString() else { return nil }
    guard (try? UTF8Span(validating: bytes.span.extracting(range))) != nil else { return nil }
    guard !isEscaped || JSONText.isUnescapable(bytes[range]) else { return nil }
    return .text(range, isEscaped: isEscaped)
  }

  private mutating func skipString() -> (Range<Int>, isEscaped: Bool)? {
    guard take("\"") else { return nil }
    let start = at
    var isEscaped = false
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        at += 1
        return (start..<at - 1, isEscaped)
      case UInt8(ascii: "\\"):
        isEscaped = true
        at += 2
      case 0..<0x20: return nil
      default: at += 1
      }
    }
    return nil
  }

  /// Goes to the comma or bracket after the value at hand, however deep that is.
  private mutating func skipNested() -> Bool {
    var depth = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        guard skipString() != nil else { return false }
        continue
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        if depth == 0 { return true }
        depth -= 1
      case UInt8(ascii: ",") where depth == 0: return true
      default: break
      }
      at += 1
    }
    return false
  }
}

/// What is wrong with a document's rows.
struct RowError: Error, CustomStringConvertible {
  let description: String
  init(_ problem: String, at offset: Int) { description = "\(problem) (byte \(offset) of the rows)" }
}

extension TableSchema.Column.Kind {
  fileprivate var words: String {
    switch self {
    case .text: "a string"
    case .integer: "an integer"
    case .real: "a number"
    case .json: "a JSON value"
    }
  }
}

extension Int {
  /// The number that `digits` stand for, `nil` for none and for one beyond 64 bits.
  fileprivate init?(ascii digits: ArraySlice<UInt8>) {
    let isNegative = digits.first == UInt8(ascii: "-")
    let digits = isNegative ? digits.dropFirst() : digits
    guard !digits.isEmpty else { return nil }
    var value = 0
    for digit in digits {
      guard digit.isDigit else { return nil }
      let (tenfold, overflows) = value.multipliedReportingOverflow(by: 10)
      let (sum, sumOverflows) = tenfold.subtractingReportingOverflow(Int(digit - 0x30))
      guard !overflows, !sumOverflows else { return nil }
      value = sum
    }
    guard isNegative || value != .min else { return nil }
    self = isNegative ? value : -value
  }
}
