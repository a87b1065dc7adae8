internal import DocumentModel
internal import StageKit

/// The databases of a run, with the ledger of whose rows are where.
final class RowStores {
  private let ledger: Ledger
  private let folder: String
  private var stores: [(name: String, store: any RowStore)] = []
  private let known, insert, forget: SQLiteStatement

  /// Opens those that earlier runs have written and this pipeline writes still. Documents whose rows are not there any
  /// more will be run again.
  init(_ ledger: Ledger, _ folder: String, of pipeline: Pipeline) throws {
    self.ledger = ledger
    self.folder = folder
    let database = ledger.database
    known = try database.prepare("SELECT store FROM records WHERE document = ?")
    insert = try database.prepare("INSERT OR IGNORE INTO records (document, store) VALUES (?, ?)")
    forget = try database.prepare("DELETE FROM records WHERE document = ? AND store = ?")
    let count = try database.prepare(
      "SELECT count(*) FROM records r JOIN documents d ON d.row = r.document WHERE d.pipeline = ? AND r.store = ?")
    for step in pipeline.steps {
      guard let renderer = step.stage as? any Renderer, let target = renderer.database,
        let name = try? renderer.render(Document(text: "")).name,
        let records = try count.first(.integer(ledger.pipeline), .text(name), row: { $0.integer(0) }), records > 0
      else { continue }
      let store = try makeRowStore(name: name, database: target, in: folder)
      stores.append((name, store))
      if try store.documentCount() < records { try invalidate(name) }
    }
  }

  /// Has all documents with rows in the database run again.
  private func invalidate(_ name: String) throws(SQLiteError) {
    try ledger.database.prepare(
      """
      UPDATE documents SET fingerprint = NULL WHERE pipeline = ? AND row IN (SELECT document FROM records WHERE store = ?)
      """
    ).run(.integer(ledger.pipeline), .text(name))
  }

  /// Puts a document's rows where they belong, to be there with the next commit.
  ///
  /// - Throws: `badRows` where they can't be there, in any of the databases then.
  func stage(_ delivered: Delivered, as id: String) throws(DeliveryError) {
    var staged: [any RowStore] = []
    do throws(DeliveryError) {
      for output in delivered.outputs {
        guard let store = try store(for: output.artifact) else { continue }
        try store.replace(id, with: output.artifact.bytes)
        staged.append(store)
      }
    } catch {
      for store in staged { try store.remove(id) }
      throw error
    }
  }

  /// Notes in the ledger in which databases a document has rows, and takes them out of others that it had some in.
  func note(_ delivered: Delivered, of row: Int, called id: String) throws(DeliveryError) {
    var names: [String] = []
    for output in delivered.outputs { if case .rows = output.artifact.placement { names.append(output.artifact.name) } }
    try remove(id, of: row, except: names)
    try asking { () throws(SQLiteError) in
      for name in names { try insert.run(.integer(row), .text(name)) }
    }
  }

  /// Takes a document's rows out of the databases that are not in `kept`.
  func remove(_ id: String, of row: Int, except kept: [String]) throws(DeliveryError) {
    var names: [String] = []
    try asking { () throws(SQLiteError) in try known.eachRow(.integer(row)) { names.append($0.text(0)) } }
    for name in names where !kept.contains(name) {
      // A database that the pipeline does not write any more is left as it is.
      try stores.first { $0.name == name }?.store.remove(id)
      try asking { () throws(SQLiteError) in try forget.run(.integer(row), .text(name)) }
    }
  }

  func commit() throws(DeliveryError) { for (_, store) in stores { try store.commit() } }

  func rollBack() { for (_, store) in stores { store.rollBack() } }

  private func store(for artifact: Artifact) throws(DeliveryError) -> (any RowStore)? {
    if let open = stores.first(where: { $0.name == artifact.name }) { return open.store }
    guard case .rows(let database) = artifact.placement else { return nil }
    let store = try makeRowStore(name: artifact.name, database: database, in: folder)
    stores.append((artifact.name, store))
    return store
  }

  private func asking<Result>(_ body: () throws(SQLiteError) -> Result) throws(DeliveryError) -> Result {
    do throws(SQLiteError) {
      return try body()
    } catch {
      throw .unwritable(LedgerFile.path(in: folder), reason: error.message)
    }
  }
}
