internal import CSQLite

/// A connection to an SQLite database, used by one thread at a time.
///
/// SQLite's own mutexes are off. The handle is never shared: whoever owns the connection owns it alone, which is what
/// makes handing it from one thread to another safe.
final class SQLiteDatabase: @unchecked Sendable {
  private let handle: OpaquePointer

  /// How a database is opened.
  enum Mode {
    case readOnly
    /// Read from where nothing can be written, and nobody writes; what is in a write-ahead log is passed over.
    case immutable
    /// Written too, and made where it is not there.
    case create
  }

  /// - Parameter path: the file's path, or `:memory:`.
  init(_ path: String, _ mode: Mode) throws(SQLiteError) {
    let (name, flags) =
      switch mode {
      case .readOnly: (path, SQLITE_OPEN_READONLY)
      case .immutable: (Self.address(of: path, "immutable=1"), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
      case .create: (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
      }
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(name, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard let opened else { throw SQLiteError(code: code, message: String(cString: sqlite3_errstr(code))) }
    handle = opened
    guard code == SQLITE_OK else { throw error }
    sqlite3_busy_timeout(handle, 5000)
  }

  deinit { sqlite3_close_v2(handle) }

  /// The file at `path` as SQLite's addresses have it.
  private static func address(of path: String, _ parameters: String) -> String {
    let path = path.replacing("%", with: "%25").replacing("?", with: "%3F").replacing("#", with: "%23")
    return "file:\(path)?\(parameters)"
  }

  /// The last call's error.
  var error: SQLiteError {
    let code = sqlite3_extended_errcode(handle)
    let message = String(cString: sqlite3_errmsg(handle))
    let isOfSystem = code & 0xFF == SQLITE_IOERR || code & 0xFF == SQLITE_CANTOPEN
    let number = isOfSystem ? sqlite3_system_errno(handle) : 0
    return SQLiteError(code: code, message: number == 0 ? message : "\(message): \(systemReason(number))")
  }

  /// Runs statements that give no rows, separated by semicolons.
  func execute(_ sql: String) throws(SQLiteError) {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw error }
  }

  /// A statement to run again and again.
  func prepare(_ sql: String) throws(SQLiteError) -> SQLiteStatement {
    var statement: OpaquePointer?
    let flags = CUnsignedInt(SQLITE_PREPARE_PERSISTENT)
    guard sqlite3_prepare_v3(handle, sql, -1, flags, &statement, nil) == SQLITE_OK, let statement else { throw error }
    return SQLiteStatement(statement, of: self)
  }

  /// The first column of the first row that `sql` gives, as an integer; `nil` where there is none.
  func integer(_ sql: String) throws(SQLiteError) -> Int? {
    let statement = try prepare(sql)
    return try statement.step() ? statement.integer(0) : nil
  }

  /// The row id of the last row inserted.
  var lastRowID: Int { Int(sqlite3_last_insert_rowid(handle)) }

  /// The rows that the last statement inserted, changed or deleted.
  var changes: Int { Int(sqlite3_changes64(handle)) }
}
