internal import Glibc
public import JSON

/// What the ledger knows of one document: what became of it, and what that depended on.
public struct LedgerDocument: Sendable {
  /// The name of the pipeline that it went through.
  public let pipeline: String
  public let state: String
  public let entry: LedgerStatus.Entry
  /// The sizes of its files in bytes, in the order of `entry.outputs`, as they were written.
  public let outputSizes: [Int]
  /// The shared files that it has a part in, with the place and length in bytes.
  public let parts: [(file: String, start: Int, count: Int)]
  /// The SHA-256 of the bytes that were read.
  public let source: String?
  /// What it was run with: the parts of the fingerprint; `nil` where that does not matter (it was not read).
  public let dependencies: JSON?
  /// The run that last brought it to an end, and its command.
  public let run: LedgerStatus.LastRun

  /// The documents called `id`, or whose input is `id`, one for each pipeline that has one.
  public static func documents(called id: String, in folder: String) throws(LedgerError) -> [LedgerDocument] {
    let database = try LedgerFile.openToRead(in: folder)
    do throws(SQLiteError) {
      var rows: [(String, LedgerRow)] = []
      let columns = LedgerRow.columns.split(separator: ", ").map { "d.\($0)" }.joined(separator: ", ")
      try database.prepare(
        """
        SELECT \(columns), p.name FROM documents d JOIN pipelines p ON p.id = d.pipeline
        WHERE d.id = ?1 OR d.uri = ?1 ORDER BY p.id, d.row
        """
      ).eachRow(.text(id)) { rows.append(($0.text(10), LedgerRow($0))) }
      var documents: [LedgerDocument] = []
      for (pipeline, row) in rows { documents.append(try LedgerDocument(row, pipeline, database)) }
      return documents
    } catch {
      throw LedgerError(error, LedgerFile.path(in: folder))
    }
  }

  private init(_ row: LedgerRow, _ pipeline: String, _ database: SQLiteDatabase) throws(SQLiteError) {
    self.pipeline = pipeline
    state = row.state.rawValue
    source = row.source.map { String($0.sourceDigest) }
    var outputs: [(String, Int)] = []
    try database.prepare("SELECT name, bytes FROM outputs WHERE document = ? ORDER BY name")
      .eachRow(.integer(row.row)) { outputs.append(($0.text(0), $0.integer(1))) }
    outputSizes = outputs.map(\.1)
    entry = LedgerStatus.Entry(row, outputs: outputs.map(\.0))
    var parts: [(file: String, start: Int, count: Int)] = []
    try database.prepare(
      "SELECT s.name, p.start, p.bytes FROM parts p JOIN shared s ON s.id = p.shared WHERE p.document = ? ORDER BY s.name"
    ).eachRow(.integer(row.row)) { parts.append(($0.text(0), $0.integer(1), $0.integer(2))) }
    self.parts = parts
    let text = try database.prepare("SELECT parts FROM fingerprints WHERE id = ?")
      .first(.integer(or: row.fingerprint)) { $0.text(0) }
    dependencies = text.flatMap { try? JSON(parsing: Array($0.utf8)) }
    let run = try database.prepare("SELECT \(LedgerStatus.LastRun.columns) FROM runs WHERE id = ?")
      .first(.integer(row.run), row: LedgerStatus.LastRun.init)
    guard let run else { throw SQLiteError(code: 0, message: "run \(row.run) is not in it") }
    self.run = run
  }
}
