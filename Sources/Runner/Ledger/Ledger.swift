internal import Glibc
internal import JSON

/// What has become of every input of a pipeline, in a database that outlives the run and any crash of it.
///
/// Used by one thread at a time. Everything between two commits is in the ledger whole or not at all.
final class Ledger {
  let database: SQLiteDatabase
  /// The number of the run that writes.
  let run: Int
  /// The number of the pipeline's name.
  let pipeline: Int
  /// The number of this run's fingerprint.
  let fingerprint: Int
  private let statements: Statements
  private var isInTransaction = false

  /// Everything that is said again and again.
  private struct Statements {
    let byID, byURI, insert, update, clearURI, touch, unsettle, outputs, owner, claim, drop, rename, removal,
      keepName: SQLiteStatement

    init(_ database: SQLiteDatabase) throws(SQLiteError) {
      let select = "SELECT \(LedgerRow.columns) FROM documents WHERE pipeline = ?"
      byID = try database.prepare("\(select) AND id = ?")
      byURI = try database.prepare("\(select) AND uri = ?")
      insert = try database.prepare(
        """
        INSERT INTO documents (id, uri, state, run, source, fingerprint, attempt, place, reason, pipeline)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
      update = try database.prepare(
        """
        UPDATE documents SET id = ?, uri = ?, state = ?, run = ?, source = ?, fingerprint = ?, attempt = ?, place = ?,
        reason = ? WHERE row = ?
        """)
      clearURI = try database.prepare("UPDATE documents SET uri = NULL WHERE row = ?")
      touch = try database.prepare("UPDATE documents SET state = ?1, run = ?2 WHERE row = ?3 AND run <> ?2")
      unsettle = try database.prepare("UPDATE documents SET fingerprint = NULL WHERE row = ?")
      outputs = try database.prepare("SELECT name FROM outputs WHERE document = ?")
      owner = try database.prepare(
        "SELECT d.row, d.run, coalesce(d.uri, d.id) FROM outputs o JOIN documents d ON d.row = o.document WHERE o.name = ?"
      )
      claim = try database.prepare("INSERT OR REPLACE INTO outputs (name, document, bytes) VALUES (?, ?, ?)")
      drop = try database.prepare("DELETE FROM outputs WHERE name = ?")
      rename = try database.prepare("INSERT OR REPLACE INTO renames (draft, name) VALUES (?, ?)")
      removal = try database.prepare("INSERT OR IGNORE INTO removals (name) VALUES (?)")
      keepName = try database.prepare("DELETE FROM removals WHERE name = ?")
    }
  }

  /// Notes that a run begins.
  init(
    _ database: SQLiteDatabase, pipeline name: String, fingerprint: PipelineFingerprint, command: JSON
  ) throws(SQLiteError) {
    self.database = database
    statements = try Statements(database)
    try database.execute("BEGIN IMMEDIATE")
    try database.prepare("INSERT OR IGNORE INTO pipelines (name) VALUES (?)").run(.text(name))
    pipeline = try database.prepare("SELECT id FROM pipelines WHERE name = ?").first(.text(name)) { $0.integer(0) } ?? 0
    try database.prepare("INSERT OR IGNORE INTO fingerprints (digest, parts) VALUES (?, ?)")
      .run(.text(fingerprint.digest), .text(fingerprint.parts.text()))
    self.fingerprint =
      try database.prepare("SELECT id FROM fingerprints WHERE digest = ?")
      .first(.text(fingerprint.digest)) { $0.integer(0) } ?? 0
    try database.prepare(
      "INSERT INTO runs (pipeline, fingerprint, command, process, started) VALUES (?, ?, ?, ?, ?)"
    ).run(
      .integer(pipeline), .integer(self.fingerprint), .text(command.text()), .integer(Int(getpid())),
      .integer(time(nil)))
    run = database.lastRowID
    try database.execute("COMMIT")
  }

  // MARK: Transactions

  /// Begins to gather what the next commit makes durable, unless that has begun.
  func begin() throws(SQLiteError) {
    guard !isInTransaction else { return }
    try database.execute("BEGIN IMMEDIATE")
    isInTransaction = true
  }

  /// Makes everything since `begin()` durable.
  func commit() throws(SQLiteError) {
    guard isInTransaction else { return }
    try database.execute("COMMIT")
    isInTransaction = false
  }

  /// Forgets everything since `begin()`.
  func rollBack() {
    guard isInTransaction else { return }
    try? database.execute("ROLLBACK")
    isInTransaction = false
  }

  // MARK: Inputs

  /// The row of the document called `id`.
  func row(id: String) throws(SQLiteError) -> LedgerRow? {
    try statements.byID.first(.integer(pipeline), .text(id), row: LedgerRow.init)
  }

  /// The row of the document or input read from `uri`.
  func row(uri: String) throws(SQLiteError) -> LedgerRow? {
    try statements.byURI.first(.integer(pipeline), .text(uri), row: LedgerRow.init)
  }

  /// What is to be written of one input.
  struct Ending {
    var id: String?
    var uri: String
    var state: LedgerRow.State
    var source: String?
    /// Whether what became of it depends on the pipeline, and is to be found out again when that changes.
    var dependsOnPipeline: Bool
    var attempts = 1
    var place: String?
    var reason: String?
  }

  /// Writes how an input ended.
  ///
  /// The row is that of its document in earlier runs, wherever that was read from then; without an id, that of the
  /// place it was read from. `id` must not be that of a document of this run. Where another input of this run has the
  /// address, `ending` gets one with a number, so that each keeps a row of its own.
  ///
  /// - Returns: the row's number, the attempt, and what the row was before.
  func write(_ ending: inout Ending) throws(SQLiteError) -> (row: Int, attempt: Int, old: LedgerRow?) {
    var old: LedgerRow?
    if let id = ending.id { old = try row(id: id) }
    let uri = ending.uri
    var number = 1
    var there = try row(uri: uri)
    while there?.run == run {
      number += 1
      ending.uri = "\(uri) (\(number))"
      there = try row(uri: ending.uri)
    }
    if let there, there.row != old?.row {
      if old == nil, there.id == nil || ending.id == nil {
        old = there
      } else {
        try statements.clearURI.run(.integer(there.row))
      }
    }
    let fingerprint = ending.dependsOnPipeline ? fingerprint : nil
    let isRepeated =
      old.map { $0.state == .quarantined && $0.source == ending.source && $0.fingerprint == fingerprint } ?? false
    let attempt = (isRepeated ? old?.attempt ?? 0 : 0) + ending.attempts
    let values: [SQLiteStatement.Value] = [
      .text(or: ending.id), .text(ending.uri), .text(ending.state.rawValue), .integer(run), .text(or: ending.source),
      .integer(or: fingerprint), .integer(attempt),
      .text(or: ending.place),
      .text(or: ending.reason),
    ]
    if let old {
      try statements.update.run(values + [.integer(old.row)])
      return (old.row, attempt, old)
    }
    try statements.insert.run(values + [.integer(pipeline)])
    return (database.lastRowID, attempt, nil)
  }

  /// Writes that an input is as it was in an earlier run.
  ///
  /// - Returns: whether it is; not where another input of this run has come to have the document.
  func touch(_ row: Int, _ state: LedgerRow.State) throws(SQLiteError) -> Bool {
    try statements.touch.run(.text(state.rawValue), .integer(run), .integer(row))
    return database.changes == 1
  }

  /// Writes that a document has to be run again, because an output of it is lost.
  func unsettle(_ row: Int) throws(SQLiteError) { try statements.unsettle.run(.integer(row)) }

  // MARK: Files

  /// Whose output the file called `name` is.
  func owner(of name: String) throws(SQLiteError) -> (row: Int, run: Int, uri: String)? {
    try statements.owner.first(.text(name)) { ($0.integer(0), $0.integer(1), $0.text(2)) }
  }

  /// Writes that the draft is to get its name as an output of the document.
  func publish(_ draft: Draft, as name: String, of row: Int) throws(SQLiteError) {
    try statements.claim.run(.text(name), .integer(row), .integer(draft.byteCount))
    try rename(draft.name, to: name)
  }

  /// Takes the file called `name` from the document that has it, if one has: a file of many is to have the name.
  func release(_ name: String) throws(SQLiteError) {
    guard let owner = try owner(of: name) else { return }
    try unsettle(owner.row)
    try statements.drop.run(.text(name))
  }

  /// Writes that the draft is to get a name.
  func rename(_ draft: String, to name: String) throws(SQLiteError) {
    try statements.rename.run(.text(draft), .text(name))
    try statements.keepName.run(.text(name))
  }

  /// Takes the outputs that are not in `kept` from the document, and gives their names.
  func dropOutputs(of row: Int, except kept: [String]) throws(SQLiteError) -> [String] {
    var names: [String] = []
    try statements.outputs.eachRow(.integer(row)) { names.append($0.text(0)) }
    let dropped = names.filter { name in !kept.contains { $0.utf8.elementsEqual(name.utf8) } }
    for name in dropped {
      try statements.drop.run(.text(name))
      try remove(name)
    }
    return dropped
  }

  /// Writes that the file called `name` is to be removed.
  func remove(_ name: String) throws(SQLiteError) { try statements.removal.run(.text(name)) }

  /// Writes that renames and removals are done.
  func forgetPending() throws(SQLiteError) {
    try database.execute("DELETE FROM renames; DELETE FROM removals")
  }
}

extension SQLiteStatement.Value {
  static func text(or text: String?) -> Self { text.map { .text($0) } ?? .null }
  static func integer(or number: Int?) -> Self { number.map { .integer($0) } ?? .null }
}
