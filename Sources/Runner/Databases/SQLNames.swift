internal import StageKit

extension String {
  /// This name as SQL takes any name: in quotation marks.
  var sqlName: String { "\"\(replacing("\"", with: "\"\""))\"" }

  /// This text as a string of SQL.
  var sqlString: String { "'\(replacing("'", with: "''"))'" }
}

extension TableSchema {
  /// The columns of the table numbered `number` in `tables`, those of the key first.
  func columnNames(of number: Int) -> [String] {
    (number == 0 ? ["key", "id"] : ["document", "number"]) + tables[number].columns.map(\.name)
  }

  /// The first 31 bits of the SHA-256 of the statements that make the tables: tells one make of tables from another.
  static func fingerprint(of statements: [String]) -> Int {
    let digest = SHA256.hexDigest(of: statements.joined(separator: "\n").utf8.span)
    return (Int(digest.prefix(8), radix: 16) ?? 0) >> 1
  }
}

extension [String] {
  /// The names in quotation marks with commas between them.
  var sqlNames: String { map(\.sqlName).joined(separator: ", ") }
}
