internal import Glibc
internal import Synchronization

/// Looks up what became of inputs in earlier runs; many threads at once, each with a connection of its own.
final class LedgerReader: Sendable {
  private let path: String
  private let pipeline: Int
  private let idle = Mutex<[Connection]>([])

  init(_ path: String, pipeline: Int) {
    self.path = path
    self.pipeline = pipeline
  }

  /// A connection and what is asked through it again and again.
  private final class Connection: Sendable {
    let row, outputs: SQLiteStatement

    init(_ path: String) throws(SQLiteError) {
      let database = try LedgerFile.openToRead(path)
      row = try database.prepare("SELECT \(LedgerRow.columns) FROM documents WHERE pipeline = ? AND uri = ?")
      outputs = try database.prepare("SELECT name, bytes FROM outputs WHERE document = ?")
    }
  }

  /// What the ledger says of the input read from `uri`, as of the last commit.
  func row(uri: String) throws(SQLiteError) -> LedgerRow? {
    let connection = try connection()
    defer { idle.withLock { $0.append(connection) } }
    return try connection.row.first(.integer(pipeline), .text(uri), row: LedgerRow.init)
  }

  /// The files that are the document's outputs.
  func outputs(of row: Int) throws(SQLiteError) -> [(name: String, bytes: Int)] {
    let connection = try connection()
    defer { idle.withLock { $0.append(connection) } }
    var outputs: [(name: String, bytes: Int)] = []
    try connection.outputs.eachRow(.integer(row)) { outputs.append(($0.text(0), $0.integer(1))) }
    return outputs
  }

  private func connection() throws(SQLiteError) -> Connection {
    if let connection = idle.withLock({ $0.popLast() }) { return connection }
    return try Connection(path)
  }
}
