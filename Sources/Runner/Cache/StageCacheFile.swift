internal import Glibc

/// The cache of an output folder (SQLite, `.galley/cache.db`): bounded, written by one run at a time, and of no other use
/// than to save time. What is in it is never newer than what it stands for, so losing it costs a run, no result.
public final class StageCacheFile {
  private let database: SQLiteDatabase
  private let insert: SQLiteStatement
  private let run: Int
  private let limit: Int
  private var byteCount: Int
  private var isInTransaction = false
  /// Whether there is anything to be found in it.
  let isEmpty: Bool

  static let select = "SELECT bytes FROM snapshots WHERE key = ?"

  /// The cache's path in the output folder at `folder`.
  static func path(in folder: String) -> String { "\(folder)/\(OutputPath.reserved)/cache.db" }

  /// Opens the cache to write; one that is damaged or of another version is begun anew.
  ///
  /// - Parameters:
  ///   - limit: how many bytes of documents may be kept.
  ///   - run: the number of the run, by which the oldest are told.
  init(in folder: String, limit: Int, run: Int) throws(SQLiteError) {
    let path = Self.path(in: folder)
    do throws(SQLiteError) {
      database = try Self.open(path)
    } catch  where error.isDamage || error.code == Self.otherVersion.code {
      for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
      database = try Self.open(path)
    }
    insert = try database.prepare("INSERT OR REPLACE INTO snapshots (key, run, bytes) VALUES (?, ?, ?)")
    (self.run, self.limit) = (run, limit)
    byteCount = try database.integer("SELECT coalesce(sum(length(bytes)), 0) FROM snapshots") ?? 0
    isEmpty = byteCount == 0
  }

  private static let version = 1
  private static let otherVersion = SQLiteError(code: -2, message: "another version")

  private static func open(_ path: String) throws(SQLiteError) -> SQLiteDatabase {
    let database = try SQLiteDatabase(path, .create)
    // Not synchronized: what a crash of the machine takes away was only a cache.
    try database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF")
    if try database.integer("SELECT count(*) FROM sqlite_schema") == 0 {
      try database.execute(
        """
        CREATE TABLE snapshots (id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, run INTEGER NOT NULL,
          bytes BLOB NOT NULL) STRICT;
        CREATE INDEX snapshots_by_run ON snapshots (run); PRAGMA user_version = \(version)
        """)
    }
    guard try database.integer("PRAGMA user_version") == version else { throw otherVersion }
    return database
  }

  /// Keeps a document, in place of some of the oldest where there is no room; those of this run stay.
  func keep(_ snapshot: Snapshot) throws(SQLiteError) {
    if byteCount + snapshot.bytes.count > limit { try makeRoom(for: snapshot.bytes.count) }
    guard byteCount + snapshot.bytes.count <= limit else { return }
    if !isInTransaction { try database.execute("BEGIN IMMEDIATE") }
    isInTransaction = true
    try insert.run(.blob(snapshot.key), .integer(run), .blob(snapshot.bytes))
    byteCount += snapshot.bytes.count
  }

  /// Writes what was kept since the last time.
  func commit() throws(SQLiteError) {
    guard isInTransaction else { return }
    try database.execute("COMMIT")
    isInTransaction = false
  }

  /// Removes the oldest, a tenth of the whole at a time, so that it is not done for each document.
  private func makeRoom(for count: Int) throws(SQLiteError) {
    if !isInTransaction { try database.execute("BEGIN IMMEDIATE") }
    isInTransaction = true
    let oldest = try database.prepare(
      "SELECT id, length(bytes) FROM snapshots WHERE run < ? ORDER BY run, id LIMIT 1000")
    let remove = try database.prepare("DELETE FROM snapshots WHERE id = ?")
    while byteCount > 0, byteCount + count > limit - limit / 10 {
      var found: [(id: Int, count: Int)] = []
      try oldest.eachRow(.integer(run)) { found.append(($0.integer(0), $0.integer(1))) }
      guard !found.isEmpty else { return }
      for (id, size) in found where byteCount + count > limit - limit / 10 {
        try remove.run(.integer(id))
        byteCount -= size
      }
    }
  }

  // MARK: Looking at it

  /// How many documents the cache of the folder keeps, and their bytes; `nil` where there is none.
  public static func contents(in folder: String) throws(LedgerError) -> (documents: Int, bytes: Int)? {
    let path = path(in: folder)
    guard access(path, F_OK) == 0 else { return nil }
    do throws(SQLiteError) {
      return try SQLiteDatabase(path, .readOnly)
        .prepare("SELECT count(*), coalesce(sum(length(bytes)), 0) FROM snapshots").first {
          ($0.integer(0), $0.integer(1))
        }
    } catch {
      throw LedgerError(error, path)
    }
  }

  /// Removes the cache of the folder, unless a run is going on there.
  public static func clear(in folder: String) throws {
    let reserved = try Folder(making: folder).folder(OutputPath.reserved)
    let lock = try LedgerFile.lock(reserved, of: folder)
    defer { close(lock) }
    for suffix in ["", "-wal", "-shm"] { unlink(path(in: folder) + suffix) }
  }
}
