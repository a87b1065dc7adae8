internal import StageKit

/// What PostgreSQL does not take of one document, as far as it can be told without asking.
struct PostgreSQLLimits {
  private let schema: TableSchema
  /// For each table, the columns that are in an index.
  private let indexed: [[Int]]

  /// The bytes of a document's rows up to which its words fit a `tsvector` of a megabyte, whatever they are: a compound
  /// is in it whole and in parts, and each word with its positions.
  static let searchedAnyway = 200_000
  /// The bytes of a document's rows; a value may have a gigabyte at most, with what it is escaped by.
  private static let mostBytes = 1 << 28
  /// The bytes of a text in an index of up to two columns: an entry has to fit three times into a page of 8 KB.
  private static let mostIndexed = 1250

  init(_ schema: TableSchema) {
    self.schema = schema
    indexed = schema.tables.map { table in
      table.columns.indices.filter { index in table.indexes.contains { $0.contains(table.columns[index].name) } }
    }
  }

  func problem(id: String, _ rows: [UInt8]) -> String? {
    if rows.count > Self.mostBytes { return "they have more than \(Self.mostBytes >> 20) MB" }
    return id.utf8.count > Self.mostIndexed ? tooLong("the id") : nil
  }

  func problem(_ table: Int, _ values: [RowScanner.Value], of rows: [UInt8]) -> String? {
    for case .integer(let number) in values where Int32(exactly: number) == nil {
      return "\(number) is beyond PostgreSQL's integers of 32 bits"
    }
    for column in indexed[table] {
      guard case .text(let range, _) = values[column], range.count > Self.mostIndexed else { continue }
      return tooLong("'\(schema.tables[table].columns[column].name)' of a row of '\(schema.tables[table].name)'")
    }
    return nil
  }

  private func tooLong(_ what: String) -> String {
    "\(what) has more than \(Self.mostIndexed) bytes, which PostgreSQL's indexes don't take"
  }
}
