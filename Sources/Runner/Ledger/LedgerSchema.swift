/// The tables of the ledger (SQLite, `.galley/ledger.db` in the output folder).
enum LedgerSchema {
  /// What the file says of itself (`PRAGMA application_id`): "Gly1".
  static let applicationID = 0x476C_7931
  /// The version of the tables.
  static let version = 1

  /// One row of `documents` for every input that a run of the pipeline has brought to an end.
  ///
  /// - `pipelines`: the names of the pipelines that write into this folder; each has documents of its own.
  /// - `fingerprints`: what all documents of a run depend on, part by part, so that it can be said what changed.
  /// - `outputs`: the files and whose they are. `parts`: the places in shared files. `records`: rows in databases.
  /// - `renames` and `removals`: what is still to be done in the folder for what is committed; done again after a crash.
  ///
  /// Not `state IN (…)`: SQLite would fill a temporary table with the words for each row that is written.
  static let tables = """
    CREATE TABLE pipelines (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE fingerprints (
      id INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, parts TEXT NOT NULL) STRICT;
    CREATE TABLE runs (
      id INTEGER PRIMARY KEY, pipeline INTEGER NOT NULL REFERENCES pipelines, fingerprint INTEGER NOT NULL REFERENCES
      fingerprints, command TEXT NOT NULL, process INTEGER NOT NULL, started INTEGER NOT NULL, ended INTEGER,
      ending TEXT, inputs INTEGER, delivered INTEGER, unchanged INTEGER, filtered INTEGER, skipped INTEGER,
      quarantined INTEGER, "not-run" INTEGER) STRICT;
    CREATE TABLE documents (
      row INTEGER PRIMARY KEY, pipeline INTEGER NOT NULL REFERENCES pipelines, id TEXT, uri TEXT,
      state TEXT NOT NULL CHECK (state = 'delivered' OR state = 'unchanged' OR state = 'filtered' OR state = 'skipped' OR
      state = 'quarantined'),
      run INTEGER NOT NULL REFERENCES runs, source TEXT, fingerprint INTEGER REFERENCES fingerprints,
      attempt INTEGER NOT NULL, place TEXT, reason TEXT) STRICT;
    CREATE UNIQUE INDEX documents_by_id ON documents (pipeline, id) WHERE id IS NOT NULL;
    CREATE UNIQUE INDEX documents_by_uri ON documents (pipeline, uri) WHERE uri IS NOT NULL;
    CREATE TABLE outputs (
      name TEXT PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents, bytes INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE INDEX outputs_by_document ON outputs (document);
    CREATE TABLE shared (
      id INTEGER PRIMARY KEY, pipeline INTEGER NOT NULL REFERENCES pipelines, name TEXT NOT NULL, draft TEXT,
      header BLOB NOT NULL, bytes INTEGER NOT NULL) STRICT;
    CREATE TABLE parts (
      document INTEGER NOT NULL REFERENCES documents, shared INTEGER NOT NULL REFERENCES shared, start INTEGER NOT NULL,
      bytes INTEGER NOT NULL, PRIMARY KEY (document, shared)) STRICT, WITHOUT ROWID;
    CREATE TABLE records (
      document INTEGER NOT NULL REFERENCES documents, store TEXT NOT NULL, PRIMARY KEY (document, store)) STRICT,
      WITHOUT ROWID;
    CREATE TABLE renames (draft TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE removals (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    """
}
