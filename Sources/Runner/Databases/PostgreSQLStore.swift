internal import StageKit

/// A schema of a PostgreSQL database: a batch is one transaction that removes what its documents had there and copies
/// their rows in.
///
/// What the server would refuse of a single document is looked for before, so that a batch fails for reasons alone that
/// hold for all documents.
final class PostgreSQLStore: RowStore {
  private let name: String
  private let schema: TableSchema
  let connection: PostgreSQLConnection
  private let limits: PostgreSQLLimits
  private var pending: [DocumentKey: Change] = [:]

  private struct Change {
    let id: String
    /// The rows for each table as COPY takes them; `nil` where the document's rows are removed.
    let rows: [[UInt8]]?
  }

  /// Connects and makes the tables where they are not there.
  ///
  /// - Parameter name: what messages call the database; has no password.
  init(
    name: String, _ schema: TableSchema, _ address: Database.Connection, namespace: String
  ) throws(DeliveryError) {
    self.name = name
    self.schema = schema
    limits = PostgreSQLLimits(schema)
    do {
      connection = try PostgreSQLConnection(address.string)
      try connection.prepare(schema, in: namespace)
    } catch {
      throw .unwritable(name, reason: error.description)
    }
  }

  func replace(_ id: String, with rows: [UInt8]) throws(DeliveryError) {
    let key = try key(of: id)
    if let problem = limits.problem(id: id, rows) { throw .badRows(name, reason: problem) }
    var copies = Array(repeating: CopyText(), count: schema.tables.count)
    var counts = Array(repeating: 0, count: schema.tables.count)
    var problem: String?
    let error = RowScanner.scan(rows, schema) { table, values in
      copies[table].append(key.value)
      if table == 0 { copies[table].append(text: id.utf8) } else { copies[table].append(counts[table]) }
      for value in values { copies[table].append(value, of: rows) }
      copies[table].endRow()
      counts[table] += 1
      problem = problem ?? limits.problem(table, values, of: rows)
    }
    if let problem = error?.description ?? problem { throw .badRows(name, reason: problem) }
    try checkSearch(rows)
    pending[key] = Change(id: id, rows: copies.map(\.bytes))
  }

  func remove(_ id: String) throws(DeliveryError) { pending[try key(of: id)] = Change(id: id, rows: nil) }

  func documentCount() throws(DeliveryError) -> Int {
    do throws(PostgreSQLError) {
      let count = try connection.value("SELECT count(*) FROM \(schema.documents.name.sqlName)")
      return count.flatMap { Int($0) } ?? 0
    } catch {
      throw .unwritable(name, reason: error.description)
    }
  }

  func commit() throws(DeliveryError) {
    guard !pending.isEmpty else { return }
    do {
      let changes = pending.sorted { $0.key < $1.key }
      let keys = changes.map { "\($0.key.value)" }.joined(separator: ",")
      let documents = schema.documents.name.sqlName
      // Each statement is to see what was committed while the one before it waited.
      try connection.execute("BEGIN ISOLATION LEVEL READ COMMITTED; \(PostgreSQLConnection.turn(at: schema))")
      try connection.execute("DELETE FROM \(documents) WHERE key = ANY ('{\(keys)}'::bigint[])")
      for (number, table) in schema.tables.enumerated() {
        let columns = schema.columnNames(of: number).sqlNames
        try connection.copy("COPY \(table.name.sqlName) (\(columns)) FROM STDIN") { put throws(PostgreSQLError) in
          for (_, change) in changes {
            if let rows = change.rows?[number], !rows.isEmpty { try put(rows) }
          }
        }
      }
      try connection.execute("COMMIT")
      pending.removeAll(keepingCapacity: true)
    } catch {
      rollBack()
      throw .unwritable(name, reason: error.description)
    }
  }

  func rollBack() {
    pending.removeAll(keepingCapacity: true)
    try? connection.execute("ROLLBACK")
  }

  /// - Throws: `badRows` where another document of the batch has the key.
  private func key(of id: String) throws(DeliveryError) -> DocumentKey {
    let key = DocumentKey(of: id)
    guard let owner = pending[key]?.id, !owner.utf8.elementsEqual(id.utf8) else { return key }
    throw .badRows(name, reason: "it would have the key of '\(owner)', \(key.value): give it another id")
  }

  /// Asks the server whether a long text has too many words for its index.
  private func checkSearch(_ rows: [UInt8]) throws(DeliveryError) {
    guard rows.count > PostgreSQLLimits.searchedAnyway, !schema.searched.isEmpty else { return }
    do {
      try connection.tryOut(rows, schema)
    } catch {
      guard connection.isOpen else { throw .unwritable(name, reason: error.description) }
      throw .badRows(name, reason: error.description)
    }
  }
}
