internal import Glibc
public import JSON

/// What the ledger of an output folder says, pipeline by pipeline.
public struct LedgerStatus: Sendable {
  /// The pipelines that have written into the folder, in the order of their first runs.
  public let pipelines: [PipelineStatus]

  /// One pipeline's documents and last run.
  public struct PipelineStatus: Sendable {
    public let name: String
    public let lastRun: LastRun
    /// How many documents the ledger has in each state, those of earlier runs included, but for those that are `gone`.
    public let counts: [(state: String, count: Int)]
    /// Every input that failed, with its place and reason.
    public let quarantined: [Entry]
    /// Every document that left the run on its way; `nil` where these were not asked for.
    public let filtered: [Entry]?
    /// Documents whose inputs the last complete run did not find, and failures of such; not those in what it could not read.
    public let gone: [Entry]
    /// The files and parts of files that there are, those of `gone` documents too.
    public let outputCount: Int
  }

  /// The last run of a pipeline.
  public struct LastRun: Sendable {
    public let number: Int
    /// How it was called.
    public let command: JSON
    /// Seconds since 1970.
    public let started: Int
    public let ended: Int?
    public let state: State

    /// What is known of its end.
    public enum State: Hashable, Sendable {
      /// It is going on, in the process of this number.
      case running(process: Int)
      /// It was killed, or the machine went down.
      case cutOff
      /// It ended by itself: `complete`, `stopped`, `interrupted`, `aborted`.
      case ended(String)
    }
  }

  /// One input.
  public struct Entry: Sendable {
    /// The document's id; `nil` where the input did not become one.
    public let id: String?
    public let uri: String?
    public let place: String?
    public let reason: String?
    public let attempt: Int
    /// What a batch stage had decided about it among the others, as JSON; `nil` where nothing was.
    public let decision: String?
    /// Its files.
    public let outputs: [String]
  }

  /// Reads the ledger in the output folder at `path`; a run may go on meanwhile.
  ///
  /// - Parameter namingFiltered: whether the documents that left the run are named too, which may be most.
  public init(of path: String, namingFiltered: Bool = false) throws(LedgerError) {
    let database = try LedgerFile.openToRead(in: path)
    do throws(SQLiteError) {
      try database.execute("BEGIN")  // one view for all questions
      var names: [(Int, String)] = []
      try database.prepare("SELECT id, name FROM pipelines ORDER BY id").eachRow {
        names.append(($0.integer(0), $0.text(1)))
      }
      var pipelines: [PipelineStatus] = []
      for (number, name) in names {
        if let status = try PipelineStatus(number, name, namingFiltered, database) { pipelines.append(status) }
      }
      self.pipelines = pipelines
    } catch {
      throw LedgerError(error, LedgerFile.path(in: path))
    }
  }
}

extension LedgerStatus.PipelineStatus {
  fileprivate init?(
    _ number: Int, _ name: String, _ namingFiltered: Bool, _ database: SQLiteDatabase
  ) throws(SQLiteError) {
    self.name = name
    let lastRun = try database.prepare(
      "SELECT \(LedgerStatus.LastRun.columns) FROM runs WHERE pipeline = ? ORDER BY id DESC LIMIT 1"
    ).first(.integer(number), row: LedgerStatus.LastRun.init)
    guard let lastRun else { return nil }
    self.lastRun = lastRun
    let completeRun =
      try database.prepare("SELECT max(id) FROM runs WHERE pipeline = ? AND ending = 'complete'")
      .first(.integer(number)) { $0.integer(0) } ?? 0
    let complete = SQLiteStatement.Value.integer(completeRun)
    let unread = try UnreadInputs(of: number, since: completeRun, database)
    var counts: [String: Int] = [:]
    try database.prepare("SELECT state, count(*) FROM documents WHERE pipeline = ? AND run >= ? GROUP BY state")
      .eachRow(.integer(number), complete) { counts[$0.text(0)] = $0.integer(1) }
    try database.prepare("SELECT state, uri FROM documents WHERE pipeline = ? AND run < ? AND state <> 'quarantined'")
      .eachRow(.integer(number), complete) {
        if unread.mayHold($0.isNull(1) ? nil : $0.text(1)) { counts[$0.text(0), default: 0] += 1 }
      }
    self.counts = counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    let select = "SELECT \(LedgerRow.columns) FROM documents WHERE pipeline = ?"
    // What failed and has no input any more is nothing that could be mended.
    quarantined = try LedgerStatus.entries(
      "\(select) AND state = 'quarantined' AND run >= ? ORDER BY row", [.integer(number), complete], database)
    filtered =
      namingFiltered
      ? try LedgerStatus.entries("\(select) AND state = 'filtered' ORDER BY row", [.integer(number)], database) : nil
    gone = try LedgerStatus.entries("\(select) AND run < ? ORDER BY row", [.integer(number), complete], database)
      .filter { !unread.mayHold($0.uri) }
    outputCount =
      try database.prepare(
        """
        SELECT (SELECT count(*) FROM outputs o JOIN documents d ON d.row = o.document WHERE d.pipeline = ?1)
          + (SELECT count(*) FROM parts p JOIN documents d ON d.row = p.document WHERE d.pipeline = ?1)
          + (SELECT count(*) FROM records r JOIN documents d ON d.row = r.document WHERE d.pipeline = ?1)
        """
      ).first(.integer(number)) { $0.integer(0) } ?? 0
  }
}

extension LedgerStatus {
  static func entries(
    _ sql: String, _ values: [SQLiteStatement.Value], _ database: SQLiteDatabase
  ) throws(SQLiteError) -> [Entry] {
    let outputs = try database.prepare("SELECT name FROM outputs WHERE document = ? ORDER BY name")
    let statement = try database.prepare(sql)
    try statement.bind(values)
    var entries: [Entry] = []
    while try statement.step() {
      let row = LedgerRow(statement)
      var names: [String] = []
      try outputs.eachRow(.integer(row.row)) { names.append($0.text(0)) }
      entries.append(Entry(row, outputs: names))
    }
    return entries
  }
}

extension LedgerStatus.Entry {
  init(_ row: LedgerRow, outputs: [String]) {
    self.init(
      id: row.id, uri: row.uri, place: row.place, reason: row.reason, attempt: row.attempt, decision: row.decision,
      outputs: outputs)
  }
}

extension LedgerStatus.LastRun {
  /// What `init(_:)` reads, in order.
  static let columns = "id, command, started, ended, ending, process"

  init(_ statement: SQLiteStatement) {
    number = statement.integer(0)
    command = (try? JSON(parsing: Array(statement.text(1).utf8))) ?? .null
    started = statement.integer(2)
    ended = statement.isNull(3) ? nil : statement.integer(3)
    let process = statement.integer(5)
    state =
      if !statement.isNull(4) {
        statement.text(4) == "killed" ? .cutOff : .ended(statement.text(4))
      } else {
        kill(pid_t(truncatingIfNeeded: process), 0) == 0 || errno == EPERM ? .running(process: process) : .cutOff
      }
  }
}
