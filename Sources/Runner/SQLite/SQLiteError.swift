internal import CSQLite

/// An error of SQLite, in its own words.
struct SQLiteError: Error, Hashable, CustomStringConvertible {
  /// The extended result code (https://sqlite.org/rescode.html).
  let code: CInt
  let message: String

  var description: String { message }

  /// Whether a file that belongs to the database can't be made, in a folder that can't be written.
  var isOfUnwritableFolder: Bool { code & 0xFF == SQLITE_CANTOPEN || code & 0xFF == SQLITE_READONLY }

  /// Whether the file is no database, or one that was damaged.
  var isDamage: Bool { code & 0xFF == SQLITE_CORRUPT || code & 0xFF == SQLITE_NOTADB }
}
