internal import StageKit

/// The statements by which documents come and go.
struct SQLiteStatements {
  private let schema: TableSchema
  private let inserts: [SQLiteStatement]
  private let removals: [SQLiteStatement]
  private let ids: SQLiteStatement

  init(_ schema: TableSchema, of database: SQLiteDatabase) throws(SQLiteError) {
    self.schema = schema
    let tables = schema.tables
    var (inserts, removals): ([SQLiteStatement], [SQLiteStatement]) = ([], [])
    for number in tables.indices {
      let columns = schema.columnNames(of: number)
      let marks = columns.map { _ in "?" }.joined(separator: ", ")
      let table = tables[number].name.sqlName
      inserts.append(try database.prepare("INSERT INTO \(table) (\(columns.sqlNames)) VALUES (\(marks))"))
      removals.append(try database.prepare("DELETE FROM \(table) WHERE \(columns[0]) = ?"))
    }
    (self.inserts, self.removals) = (inserts, removals)
    ids = try database.prepare("SELECT id FROM \(tables[0].name.sqlName) WHERE key = ?")
  }

  /// The id of the document that has `key`.
  func id(of key: DocumentKey) throws(SQLiteError) -> String? {
    try ids.first(.integer(key.value)) { $0.text(0) }
  }

  /// Removes the rows of a document from every table: also those of one that somebody has deleted from the first alone.
  func remove(_ key: DocumentKey) throws(SQLiteError) {
    for removal in removals { try removal.run(.integer(key.value)) }
  }

  /// Inserts rows that have been scanned before.
  func insert(_ rows: [UInt8], _ key: DocumentKey, id: String) throws(SQLiteError) {
    var table = -1
    var count = 0
    _ = try RowScanner.scan(rows, schema) { number, values throws(SQLiteError) in
      if number != table { (table, count) = (number, 0) }
      let insert = inserts[number]
      try insert.bind(.integer(key.value), 1)
      try insert.bind(number == 0 ? .text(id) : .integer(count), 2)
      for (index, value) in values.enumerated() { try insert.bind(value, of: rows, Int32(index + 3)) }
      _ = try insert.step()
      count += 1
    }
  }
}

extension SQLiteStatement {
  /// Binds a value that was scanned in `rows`.
  fileprivate func bind(_ value: RowScanner.Value, of rows: [UInt8], _ parameter: Int32) throws(SQLiteError) {
    switch value {
    case .null: try bind(.null, parameter)
    case .integer(let number): try bind(.integer(number), parameter)
    case .real(let number): try bind(.real(number), parameter)
    case .json(let range), .text(let range, isEscaped: false): try bind(text: rows.span.extracting(range), parameter)
    case .text(let range, isEscaped: true):
      let text = JSONText.unescaped(rows[range])
      try bind(text: text.span, parameter)
    }
  }
}
