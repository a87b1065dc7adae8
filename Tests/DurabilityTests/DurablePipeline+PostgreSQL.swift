import PostgreSQLTesting

@testable import Runner

extension DurablePipeline {
  static func postgresql(_ server: PostgreSQLServer) -> DurablePipeline {
    DurablePipeline(
      name: "postgresql",
      stages: #"""
        {"use": "clean"}, {"use": "entity-tag", "with": {"labels": ["DATE"]}},
        {"use": "export", "with": {"format": "postgresql", "to": "${database}", "schema": "${schema}"}}
        """#,
      server: server)
  }

  static let parameters = #"""
    "parameters": {"database": {"type": "string", "environment": "DATABASE"}, "schema": {"type": "string"}},
    """#
}

extension PostgreSQLServer {
  func dropSchema(_ name: String) throws {
    try PostgreSQLConnection(address).execute("DROP SCHEMA IF EXISTS \(name.sqlName) CASCADE")
  }

  /// All rows of the tables of a schema, by the tables' names: a row a line, which begins with its key.
  func tables(of schema: String) throws -> [String: String] {
    let connection = try PostgreSQLConnection(address)
    let names = try connection.value(
      "SELECT string_agg(tablename, ' ' ORDER BY tablename) FROM pg_tables WHERE schemaname = $1", schema)
    var tables: [String: String] = [:]
    for name in names?.split(separator: " ").map(String.init) ?? [] {
      tables[name] = try connection.value(
        "SELECT string_agg(t::text, chr(10) ORDER BY t) FROM \(schema.sqlName).\(name.sqlName) t")
    }
    return tables
  }
}
