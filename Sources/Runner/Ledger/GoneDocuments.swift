/// Documents of earlier runs whose inputs are not there any more.
public struct GoneDocuments: Sendable {
  var rows: [LedgerRow] = []
  /// How many there are.
  public var count: Int { rows.count }
  /// Their files, not counting their parts of shared ones.
  public var outputs: [String] = []
  /// Whether they and their outputs have been removed.
  public internal(set) var arePruned = false
}

extension Ledger {
  /// The documents of the pipeline that this run has not met, but for those in what it could not read.
  func goneDocuments() throws(SQLiteError) -> GoneDocuments {
    // Of inputs that were never delivered there is nothing left to tell.
    try database.prepare(
      """
      DELETE FROM documents WHERE pipeline = ? AND run <> ? AND state IN ('filtered', 'skipped')
      """
    ).run(.integer(pipeline), .integer(run))
    let unread = try UnreadInputs(of: pipeline, since: run, database)
    var gone = GoneDocuments()
    try database.prepare("SELECT \(LedgerRow.columns) FROM documents WHERE pipeline = ? AND run <> ? ORDER BY row")
      .eachRow(.integer(pipeline), .integer(run)) {
        let row = LedgerRow($0)
        if !unread.mayHold(row.uri) { gone.rows.append(row) }
      }
    try database.prepare(
      """
      SELECT o.name, d.uri FROM outputs o JOIN documents d ON d.row = o.document WHERE d.pipeline = ? AND d.run <> ?
      ORDER BY o.name
      """
    ).eachRow(.integer(pipeline), .integer(run)) {
      if !unread.mayHold($0.isNull(1) ? nil : $0.text(1)) { gone.outputs.append($0.text(0)) }
    }
    return gone
  }

  /// Takes a document out of the ledger.
  func forget(_ row: Int) throws(SQLiteError) {
    try database.prepare("DELETE FROM documents WHERE row = ?").run(.integer(row))
  }
}
