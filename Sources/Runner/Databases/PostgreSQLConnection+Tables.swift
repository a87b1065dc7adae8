internal import StageKit

extension PostgreSQLConnection {
  private static let mark = "Galley tables"
  /// Held while tables are made, so that two runs don't both make them, and with a table's number while it is written.
  private static let lock = 0x476C_6C79

  /// Makes sure that the schema `namespace` has the tables of `schema`, and that a commit is durable.
  func prepare(_ schema: TableSchema, in namespace: String) throws(PostgreSQLError) {
    guard let encoding = try value("SHOW server_encoding"), encoding == "UTF8" else {
      throw PostgreSQLError(
        message: "the database's encoding is not UTF8, so it can't have every text; make one by CREATE DATABASE … "
          + "ENCODING 'UTF8' TEMPLATE template0")
    }
    try execute("SET synchronous_commit = on; SET client_min_messages = error; BEGIN")
    do {
      try makeTables(schema, in: namespace)
      try execute("COMMIT")
    } catch {
      try? execute("ROLLBACK")
      throw error
    }
  }

  /// The statement that waits, in a transaction, until no other one writes the tables of `schema`, and keeps others out
  /// until the transaction ends.
  ///
  /// A run that is killed may leave a COMMIT to the server. Rows of a run that does not wait for it meet those that it
  /// does not see yet, and are refused for a key that is there twice.
  static func turn(at schema: TableSchema) -> String {
    "SELECT pg_advisory_xact_lock(\(lock), \(schema.documents.name.sqlName.sqlString)::regclass::oid::integer)"
  }

  private func makeTables(_ schema: TableSchema, in namespace: String) throws(PostgreSQLError) {
    try execute("SELECT pg_advisory_xact_lock(\(Self.lock))")
    if try value("SELECT 1 FROM pg_namespace WHERE nspname = $1", namespace) == nil {
      try execute("CREATE SCHEMA \(namespace.sqlName)")
    }
    try execute("SET search_path = \(namespace.sqlName)")
    let statements = schema.postgresqlStatements
    let mark = "\(Self.mark) \(TableSchema.fingerprint(of: statements))"
    let table = schema.documents.name.sqlName
    guard try value("SELECT to_regclass($1)", table) != nil else {
      try execute((statements + ["COMMENT ON TABLE \(table) IS \(mark.sqlString)"]).joined(separator: ";\n"))
      return
    }
    let found = try value("SELECT obj_description(to_regclass($1), 'pg_class')", table) ?? ""
    guard found != mark else { return try execute(Self.turn(at: schema)) }
    let why =
      found.hasPrefix(Self.mark)
      ? "its tables were made by another version of Galley, or for other rows"
      : "it has a table '\(schema.documents.name)' that Galley did not make"
    throw PostgreSQLError(message: "\(why), so it is left as it is; give the export another 'schema'")
  }

  /// Makes the search vector of the scanned `rows` and throws it away.
  func tryOut(_ rows: [UInt8], _ schema: TableSchema) throws(PostgreSQLError) {
    var texts: [String] = []
    _ = RowScanner.scan(rows, schema) { table, values in
      guard table == 0 else { return }
      texts = schema.searched.map { name in
        guard let column = schema.documents.columns.firstIndex(where: { $0.name == name }),
          case .text(let range, _) = values[column]
        else { return "" }
        return String(decoding: JSONText.unescaped(rows[range]).map { $0 == 0 ? 0x1A : $0 }, as: UTF8.self)
      }
    }
    let vector = schema.searchVector { "\(texts[$0].sqlString)::text" }
    try execute("SET standard_conforming_strings = on; SELECT length(\(vector))")
  }
}
