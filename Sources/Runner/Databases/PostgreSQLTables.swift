internal import StageKit

extension TableSchema {
  /// The statements that make the tables in PostgreSQL, in the schema that is searched first.
  var postgresqlStatements: [String] {
    let table = documents.name.sqlName
    let search = searched.isEmpty ? [] : ["CREATE INDEX \(indexName(["search"])) ON \(table) USING gin (search)"]
    return tables.indices.map(postgresqlTable)
      + tables.flatMap { table in
        table.indexes.map { "CREATE INDEX \(indexName($0, of: table)) ON \(table.name.sqlName) (\($0.sqlNames))" }
      }
      + search + views.map { "CREATE VIEW \($0.name.sqlName) AS \($0.query)" }
  }

  /// The words of the searched columns, those of the first weighing most; `value` gives the expression for each.
  ///
  /// (https://www.postgresql.org/docs/current/textsearch-controls.html)
  func searchVector(_ value: (Int) -> String) -> String {
    searched.indices.map { index in
      let weight = ["A", "B", "C"][min(index, 2)]
      return "setweight(to_tsvector('pg_catalog.english', coalesce(\(value(index)), '')), '\(weight)')"
    }.joined(separator: " || ")
  }

  private func postgresqlTable(_ number: Int) -> String {
    let key =
      number == 0
      ? ["key bigint PRIMARY KEY", "id text NOT NULL UNIQUE"]
      : ["document bigint NOT NULL REFERENCES \(documents.name.sqlName) ON DELETE CASCADE", "number integer NOT NULL"]
    let columns = tables[number].columns.map {
      "\($0.name.sqlName) \($0.kind.postgresqlType)\($0.isOptional ? "" : " NOT NULL")"
    }
    let search = "search tsvector GENERATED ALWAYS AS (\(searchVector { searched[$0].sqlName })) STORED"
    let last = number == 0 ? (searched.isEmpty ? [] : [search]) : ["PRIMARY KEY (document, number)"]
    return "CREATE TABLE \(tables[number].name.sqlName) (\((key + columns + last).joined(separator: ", ")))"
  }

  private func indexName(_ columns: [String], of table: Table? = nil) -> String {
    ([(table ?? documents).name] + columns).joined(separator: "_").sqlName
  }
}

extension TableSchema.Column.Kind {
  fileprivate var postgresqlType: String {
    switch self {
    case .text: "text"
    case .integer: "integer"
    case .real: "double precision"
    case .json: "jsonb"
    }
  }
}
