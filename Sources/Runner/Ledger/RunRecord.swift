internal import Glibc

extension Ledger {
  /// Writes how the run ended.
  ///
  /// - Returns: where the states of its inputs do not add up, in words.
  func end(_ report: RunReport) throws(SQLiteError) -> [String] {
    let counts = report.counts
    let written = try stateCounts()
    let told: [LedgerRow.State: Int] = [
      .delivered: counts.delivered, .unchanged: counts.unchanged, .filtered: counts.filtered,
      .skipped: counts.skipped, .quarantined: counts.quarantined,
    ]
    let miscounts = LedgerRow.State.allCases.filter { written[$0] ?? 0 != told[$0] ?? 0 }.map { state in
      "\(told[state] ?? 0) inputs ended \(state.rawValue), but \(written[state] ?? 0) are written so in the ledger; this is a "
        + "fault of Galley: please report it"
    }
    try database.prepare(
      """
      UPDATE runs SET ended = ?, ending = ?, inputs = ?, delivered = ?, unchanged = ?, filtered = ?, skipped = ?,
      quarantined = ?, "not-run" = ? WHERE id = ?
      """
    ).run(
      .integer(time(nil)), .text(report.ending.name), .integer(counts.total), .integer(counts.delivered),
      .integer(counts.unchanged), .integer(counts.filtered), .integer(counts.skipped), .integer(counts.quarantined),
      .integer(counts.notRun), .integer(run))
    return miscounts
  }

  /// Writes that the run could not go on.
  func abort() throws(SQLiteError) {
    try database.prepare("UPDATE runs SET ended = ?, ending = 'aborted' WHERE id = ?").run(
      .integer(time(nil)), .integer(run))
  }

  /// How many inputs ended in each state in this run.
  private func stateCounts() throws(SQLiteError) -> [LedgerRow.State: Int] {
    var counts: [LedgerRow.State: Int] = [:]
    try database.prepare("SELECT state, count(*) FROM documents WHERE run = ? GROUP BY state").eachRow(.integer(run)) {
      if let state = LedgerRow.State(rawValue: $0.text(0)) { counts[state] = $0.integer(1) }
    }
    return counts
  }
}

extension RunReport.Ending {
  /// The word for it in reports and the ledger.
  public var name: String {
    switch self {
    case .complete: "complete"
    case .stopped: "stopped"
    case .tooManyErrors: "too-many-errors"
    case .noProcesses: "no-processes"
    case .interrupted: "interrupted"
    case .aborted: "aborted"
    }
  }
}
