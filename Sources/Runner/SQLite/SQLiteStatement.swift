internal import CSQLite

/// A prepared statement: bound, stepped, reset, and used again.
///
/// Parameters count from 1, columns from 0, as in SQLite. Used by one thread at a time, like its connection, which is what
/// makes handing it on safe.
final class SQLiteStatement: @unchecked Sendable {
  private let handle: OpaquePointer
  /// Keeps the connection open as long as the statement is in use.
  private let database: SQLiteDatabase

  init(_ handle: OpaquePointer, of database: SQLiteDatabase) {
    self.handle = handle
    self.database = database
  }

  deinit { sqlite3_finalize(handle) }

  /// A value as SQLite stores it.
  enum Value: Hashable, Sendable {
    case null
    case integer(Int)
    case real(Double)
    case text(String)
    case blob([UInt8])
  }

  func bind(_ value: Value, _ parameter: Int32) throws(SQLiteError) {
    let code: CInt
    switch value {
    case .null: code = sqlite3_bind_null(handle, parameter)
    case .integer(let number): code = sqlite3_bind_int64(handle, parameter, sqlite3_int64(number))
    case .real(let number): code = sqlite3_bind_double(handle, parameter, number)
    case .text(var text):
      // With its length: a text may contain NUL. That of no bytes has no address, which would be NULL.
      code = text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { bytes in
          bytes.isEmpty
            ? sqlite3_bind_text(handle, parameter, "", 0, galley_sqlite_transient())
            : sqlite3_bind_text64(
              handle, parameter, bytes.baseAddress, UInt64(bytes.count), galley_sqlite_transient(), UInt8(SQLITE_UTF8))
        }
      }
    case .blob(let bytes):
      code = bytes.withUnsafeBytes {
        $0.isEmpty
          ? sqlite3_bind_zeroblob(handle, parameter, 0)
          : sqlite3_bind_blob64(handle, parameter, $0.baseAddress, UInt64($0.count), galley_sqlite_transient())
      }
    }
    guard code == SQLITE_OK else { throw database.error }
  }

  /// Binds a text that is at hand as UTF-8, which is copied.
  func bind(text: Span<UInt8>, _ parameter: Int32) throws(SQLiteError) {
    let code = text.withUnsafeBytes {
      $0.isEmpty
        ? sqlite3_bind_text(handle, parameter, "", 0, galley_sqlite_transient())
        : sqlite3_bind_text64(
          handle, parameter, $0.baseAddress?.assumingMemoryBound(to: CChar.self), UInt64($0.count),
          galley_sqlite_transient(), UInt8(SQLITE_UTF8))
    }
    guard code == SQLITE_OK else { throw database.error }
  }

  /// Binds `values` to the parameters from the first on.
  func bind(_ values: [Value]) throws(SQLiteError) {
    var parameter: Int32 = 1
    for value in values {
      try bind(value, parameter)
      parameter += 1
    }
  }

  /// Goes to the next row.
  ///
  /// - Returns: whether there is one; where not, the statement is reset.
  func step() throws(SQLiteError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(handle)
      return false
    default:
      let error = database.error
      sqlite3_reset(handle)
      throw error
    }
  }

  /// Runs the statement with `values` for its parameters, whatever rows it gives.
  func run(_ values: Value...) throws(SQLiteError) { try run(values) }

  func run(_ values: [Value]) throws(SQLiteError) {
    try bind(values)
    while try step() {}
  }

  /// Binds `values` and gives what `row` makes of the first row; `nil` where there is none.
  func first<Result>(_ values: Value..., row: (SQLiteStatement) -> Result) throws(SQLiteError) -> Result? {
    try bind(values)
    defer { sqlite3_reset(handle) }
    return try step() ? row(self) : nil
  }

  /// Binds `values` and calls `body` with each row.
  func eachRow(_ values: Value..., row body: (SQLiteStatement) -> Void) throws(SQLiteError) {
    try bind(values)
    defer { sqlite3_reset(handle) }
    while try step() { body(self) }
  }

  /// How many columns the rows have.
  var columnCount: Int32 { sqlite3_column_count(handle) }

  /// The column's value.
  func value(_ column: Int32) -> Value {
    switch sqlite3_column_type(handle, column) {
    case SQLITE_INTEGER: .integer(integer(column))
    case SQLITE_FLOAT: .real(sqlite3_column_double(handle, column))
    case SQLITE_TEXT: .text(text(column))
    case SQLITE_BLOB: .blob(blob(column))
    default: .null
    }
  }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

  func text(_ column: Int32) -> String {
    let bytes = sqlite3_column_text(handle, column)
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: bytes == nil ? 0 : count), as: UTF8.self)
  }

  func blob(_ column: Int32) -> [UInt8] {
    let bytes = sqlite3_column_blob(handle, column)
    return Array(
      UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : Int(sqlite3_column_bytes(handle, column))))
  }
}
