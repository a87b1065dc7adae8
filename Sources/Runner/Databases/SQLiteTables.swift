internal import StageKit

extension TableSchema {
  /// The name of the full-text index.
  private var searchName: String { "\(documents.name)_fts" }

  /// The statements that make the tables in SQLite.
  ///
  /// Tables without row ids keep the rows of a document side by side. The full-text index has no copy of the text; the
  /// triggers keep it right, also where somebody else changes a document.
  /// (https://sqlite.org/fts5.html#external_content_tables)
  var sqliteStatements: [String] {
    tables.indices.map(sqliteTable) + tables.flatMap(sqliteIndexes) + sqliteSearch
      + views.map { "CREATE VIEW \($0.name.sqlName) AS \($0.query)" }
  }

  private func sqliteTable(_ number: Int) -> String {
    let key =
      number == 0
      ? ["key INTEGER PRIMARY KEY", "id TEXT NOT NULL UNIQUE"]
      : [
        "document INTEGER NOT NULL REFERENCES \(documents.name.sqlName) (key) ON DELETE CASCADE",
        "number INTEGER NOT NULL",
      ]
    let columns = tables[number].columns.map {
      "\($0.name.sqlName) \($0.kind.sqliteType)\($0.isOptional ? "" : " NOT NULL")"
    }
    let primary = number == 0 ? [] : ["PRIMARY KEY (document, number)"]
    return "CREATE TABLE \(tables[number].name.sqlName) (\((key + columns + primary).joined(separator: ", "))) STRICT"
      + (number == 0 ? "" : ", WITHOUT ROWID")
  }

  private func sqliteIndexes(_ table: Table) -> [String] {
    table.indexes.map { columns in
      "CREATE INDEX \(([table.name] + columns).joined(separator: "_").sqlName) "
        + "ON \(table.name.sqlName) (\(columns.sqlNames))"
    }
  }

  private var sqliteSearch: [String] {
    guard !searched.isEmpty else { return [] }
    let (index, table, columns) = (searchName.sqlName, documents.name.sqlName, searched.sqlNames)
    let adds = "INSERT INTO \(index) (rowid, \(columns)) VALUES (new.key, \(values("new")));"
    let removes =
      "INSERT INTO \(index) (\(index), rowid, \(columns)) VALUES ('delete', old.key, \(values("old")));"
    // Words of a title weigh more than those of the text; the rank of a row is the better the lower it is.
    let weights = searched.indices.map { "\(max(1, 8 >> $0)).0" }.joined(separator: ", ")
    return [
      "CREATE VIRTUAL TABLE \(index) USING fts5(\(columns), content = \(table), content_rowid = 'key', "
        + "tokenize = 'porter unicode61 remove_diacritics 2')",
      "INSERT INTO \(index) (\(index), rank) VALUES ('rank', 'bm25(\(weights))')",
      // A segment of the index for a batch, not for each megabyte of words; and each word is written again by fewer
      // merges, which takes a quarter off.
      "INSERT INTO \(index) (\(index), rank) VALUES ('hashsize', \(1 << 23))",
      "INSERT INTO \(index) (\(index), rank) VALUES ('automerge', 16)",
      "CREATE TRIGGER \("\(searchName)_insert".sqlName) AFTER INSERT ON \(table) BEGIN \(adds) END",
      "CREATE TRIGGER \("\(searchName)_delete".sqlName) AFTER DELETE ON \(table) BEGIN \(removes) END",
      "CREATE TRIGGER \("\(searchName)_update".sqlName) AFTER UPDATE ON \(table) BEGIN \(removes) \(adds) END",
    ]
  }

  private func values(_ row: String) -> String { searched.map { "\(row).\($0.sqlName)" }.joined(separator: ", ") }
}

extension TableSchema.Column.Kind {
  fileprivate var sqliteType: String {
    switch self {
    case .text, .json: "TEXT"
    case .integer: "INTEGER"
    case .real: "REAL"
    }
  }
}
