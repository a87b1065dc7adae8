internal import Glibc
internal import StageKit

/// An SQLite database of documents: one file, searchable, the same whatever runs have made it.
///
/// A batch is kept until `commit()` and written in the order of the keys: the full-text index gathers only rows whose ids
/// ascend, and the tables are written page after page.
final class SQLiteStore: RowStore {
  /// "Glly", by which SQLite knows whose file it is (https://sqlite.org/pragma.html#pragma_application_id).
  private static let applicationID = 0x476C_6C79

  private let name: String
  private let path: String
  private let schema: TableSchema
  let database: SQLiteDatabase
  private let statements: SQLiteStatements
  private var pending: [DocumentKey: Change] = [:]

  private struct Change {
    let id: String
    /// The rows as they come; `nil` where the document's rows are removed.
    let rows: [UInt8]?
  }

  /// Opens the database `name` in `folder`; makes it where it is not there.
  init(name: String, _ schema: TableSchema, in folder: String) throws(DeliveryError) {
    self.name = name
    self.schema = schema
    path = try Self.place(name, in: folder)
    do {
      database = try SQLiteDatabase(path, .create)
      try Self.prepare(database, schema, path)
      statements = try SQLiteStatements(schema, of: database)
    } catch let error as SQLiteError {
      throw error.isDamage ? Self.foreign(path, "the file there is no SQLite database") : Self.unwritable(path, error)
    } catch let error as DeliveryError {
      throw error
    } catch {
      throw .unwritable(path, reason: "\(error)")
    }
  }

  /// One file is handed on, not one with a log beside it that has to move with it. Where somebody reads, it stays.
  deinit { try? database.execute("PRAGMA journal_mode = DELETE") }

  func replace(_ id: String, with rows: [UInt8]) throws(DeliveryError) {
    let key = try key(of: id)
    if let error = RowScanner.scan(rows, schema, row: { _, _ in }) {
      throw .badRows(name, reason: error.description)
    }
    pending[key] = Change(id: id, rows: rows)
  }

  func remove(_ id: String) throws(DeliveryError) { pending[try key(of: id)] = Change(id: id, rows: nil) }

  func documentCount() throws(DeliveryError) -> Int {
    do throws(SQLiteError) {
      return try database.integer("SELECT count(*) FROM \(schema.documents.name.sqlName)") ?? 0
    } catch {
      throw Self.unwritable(path, error)
    }
  }

  func commit() throws(DeliveryError) {
    guard !pending.isEmpty else { return }
    do {
      try database.execute("BEGIN IMMEDIATE")
      for (key, change) in pending.sorted(by: { $0.key < $1.key }) {
        try statements.remove(key)
        if let rows = change.rows { try statements.insert(rows, key, id: change.id) }
      }
      try database.execute("COMMIT")
      pending.removeAll(keepingCapacity: true)
    } catch {
      rollBack()
      throw Self.unwritable(path, error)
    }
  }

  func rollBack() {
    pending.removeAll(keepingCapacity: true)
    try? database.execute("ROLLBACK")  // an error where there is no transaction, or SQLite has ended it itself
  }

  /// - Throws: `badRows` where another document has the key.
  private func key(of id: String) throws(DeliveryError) -> DocumentKey {
    let key = DocumentKey(of: id)
    do {
      let owner = try pending[key]?.id ?? statements.id(of: key)
      guard let owner, !owner.utf8.elementsEqual(id.utf8) else { return key }
      throw DeliveryError.badRows(name, reason: "it would have the key of '\(owner)', \(key.value): give it another id")
    } catch let error as DeliveryError {
      throw error
    } catch {
      throw .unwritable(path, reason: "\(error)")
    }
  }
}

// MARK: - Opening

extension SQLiteStore {
  /// The path of the file, the folders above it made. As with all outputs, no symbolic link leads out of the folder.
  private static func place(_ name: String, in folder: String) throws(DeliveryError) -> String {
    let output = try OutputPath(name)
    let path = "\(folder)/\(name)"
    do {
      var place = try Folder(making: folder)
      for name in output.folders { place = try place.folder(String(name)) }
      var status = stat()
      if fstatat(place.descriptor, String(output.file), &status, AT_SYMLINK_NOFOLLOW) == 0,
        status.st_mode & S_IFMT != S_IFREG
      {
        throw foreign(path, "what stands there is no file")
      }
      return path
    } catch let error as DeliveryError {
      throw error
    } catch {
      throw .unwritable(path, reason: "\(error)")
    }
  }

  /// Makes sure that the tables are those of `schema`, and that a commit is durable.
  private static func prepare(_ database: SQLiteDatabase, _ schema: TableSchema, _ path: String) throws {
    let statements = schema.sqliteStatements
    let version = TableSchema.fingerprint(of: statements)
    switch (try database.integer("PRAGMA application_id"), try database.integer("PRAGMA user_version")) {
    case (applicationID, version): break
    case (applicationID, _):
      throw foreign(path, "it was made by another version of Galley, or has other tables")
    default:
      guard try database.integer("SELECT count(*) FROM sqlite_schema") == 0 else {
        throw foreign(path, "it is a database that Galley did not make")
      }
      let marks = ["PRAGMA application_id = \(applicationID)", "PRAGMA user_version = \(version)"]
      try database.execute((["BEGIN IMMEDIATE"] + statements + marks + ["COMMIT"]).joined(separator: ";\n"))
    }
    // A log that is synced with each commit: durable, and read while it is written.
    try database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384")
  }

  private static func foreign(_ path: String, _ why: String) -> DeliveryError {
    .unwritable(path, reason: "\(why), so it is left as it is; give the export another 'to', or move the file away")
  }

  private static func unwritable(_ path: String, _ error: any Error) -> DeliveryError {
    .unwritable(path, reason: "\(error)")
  }
}
