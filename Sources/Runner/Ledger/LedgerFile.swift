internal import Glibc

/// The ledger's file in an output folder: found, locked, opened and made.
enum LedgerFile {
  static let name = "ledger.db"
  static let lockName = "lock"

  /// The ledger's path in its output folder.
  static let relativePath = "\(OutputPath.reserved)/\(name)"

  /// The ledger's path in the output folder at `folder`.
  static func path(in folder: String) -> String { "\(folder)/\(relativePath)" }

  /// Takes the lock of the runner's folder; it is given back when the descriptor is closed, also by the end of the process.
  ///
  /// - Returns: the descriptor that holds it.
  static func lock(_ reserved: borrowing Folder, of folder: String) throws(LedgerError) -> CInt {
    let descriptor = openat(reserved.descriptor, lockName, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { throw .failed(path: "\(folder)/.galley/lock", reason: systemReason(errno)) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      var digits = [UInt8](repeating: 0, count: 20)
      let count = max(0, read(descriptor, &digits, digits.count))
      close(descriptor)
      throw .locked(folder: folder, process: Int(String(decoding: digits[..<count], as: UTF8.self)))
    }
    ftruncate(descriptor, 0)
    _ = write(Array("\(getpid())".utf8), to: descriptor)
    return descriptor
  }

  /// Opens the ledger at `path` to write, made where it is not there.
  static func openToWrite(_ path: String) throws(LedgerError) -> SQLiteDatabase {
    do throws(SQLiteError) {
      let database = try SQLiteDatabase(path, .create)
      // A commit is on the disk when it returns: what it says of the outputs is relied on after a power failure.
      try database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000")
      if try database.integer("PRAGMA user_version") == 0,
        try database.integer("SELECT count(*) FROM sqlite_schema") == 0
      {
        try database.execute(
          """
          BEGIN IMMEDIATE; \(LedgerSchema.tables)
          PRAGMA application_id = \(LedgerSchema.applicationID); PRAGMA user_version = \(LedgerSchema.version); COMMIT
          """)
      }
      try check(database, path)
      return database
    } catch {
      throw LedgerError(error, path)
    }
  }

  /// Opens the ledger in the output folder at `folder` to read, also while a run writes.
  static func openToRead(in folder: String) throws(LedgerError) -> SQLiteDatabase {
    let path = path(in: folder)
    guard access(path, F_OK) == 0 else { throw .missing(folder: folder) }
    do throws(SQLiteError) {
      return try openToRead(path)
    } catch {
      throw LedgerError(error, path)
    }
  }

  /// Opens the ledger at `path` to read, also while a run writes, and also from where nothing can be written.
  static func openToRead(_ path: String) throws(SQLiteError) -> SQLiteDatabase {
    do throws(SQLiteError) {
      let database = try SQLiteDatabase(path, .readOnly)
      try check(database, path)
      return database
    } catch  where error.isOfUnwritableFolder && mayBeTakenAsItIs(path) {
      // SQLite makes a file beside the database to read it by, even where there is no log.
      let database = try SQLiteDatabase(path, .immutable)
      try check(database, path)
      return database
    }
  }

  /// Whether the folder of the ledger at `path` can't be written, and there is nothing in a write-ahead log, of a run that
  /// goes on or was cut off.
  private static func mayBeTakenAsItIs(_ path: String) -> Bool {
    var status = stat()
    let hasLog = stat("\(path)-wal", &status) == 0 && status.st_size > 0
    return !hasLog && faccessat(AT_FDCWD, String(path.dropLast(name.utf8.count)), W_OK, AT_EACCESS) != 0
  }

  private static func check(_ database: SQLiteDatabase, _ path: String) throws(SQLiteError) {
    let version = try database.integer("PRAGMA user_version") ?? 0
    guard try database.integer("PRAGMA application_id") == LedgerSchema.applicationID, version == LedgerSchema.version
    else { throw SQLiteError(otherVersion: version) }
  }
}

extension SQLiteError {
  /// Not SQLite's: the database is one of another program or version.
  fileprivate init(otherVersion: Int) { self.init(code: -1, message: String(otherVersion)) }
}

extension LedgerError {
  init(_ error: SQLiteError, _ path: String) {
    self =
      if error.code == -1, let version = Int(error.message) {
        .otherVersion(path: path, version: version)
      } else if error.isDamage {
        .damaged(path: path, reason: error.message)
      } else {
        .failed(path: path, reason: error.message)
      }
  }
}
