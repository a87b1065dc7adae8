/// What was promised in the ledger of an output folder and may not have been done: names to give and files to remove.
struct PendingChanges {
  private(set) var renames: [(draft: String, name: String)] = []
  private(set) var removals: [String] = []
  /// Drafts of shared files that a crashed run was writing.
  private(set) var drafts: Set<String> = []
  private let database: SQLiteDatabase

  init(_ database: SQLiteDatabase) throws(SQLiteError) {
    self.database = database
    var (renames, removals, drafts) = ([(String, String)](), [String](), Set<String>())
    try database.prepare("SELECT draft, name FROM renames").eachRow { renames.append(($0.text(0), $0.text(1))) }
    try database.prepare("SELECT name FROM removals").eachRow { removals.append($0.text(0)) }
    try database.prepare("SELECT draft FROM shared WHERE draft IS NOT NULL").eachRow { drafts.insert($0.text(0)) }
    (self.renames, self.removals, self.drafts) = (renames, removals, drafts)
  }

  /// Notes that all is done.
  func forget() throws(SQLiteError) { try database.execute("DELETE FROM renames; DELETE FROM removals") }
}

extension OutputFolder {
  /// Does what is pending, again where it was done, and removes the drafts that nothing refers to.
  func carryOut(_ pending: PendingChanges) throws {
    for (draft, name) in pending.renames where hasDraft(called: draft) {
      do throws(DeliveryError) {
        try publish(Draft(name: draft, byteCount: 0), as: OutputPath(reserved: name))
      } catch {
        // Where something else has come to stand, the document is found to miss its output, and runs again.
        if error.endsRun { throw error }
      }
    }
    for name in pending.removals { try remove(name) }
    if !pending.renames.isEmpty || !pending.removals.isEmpty {
      try synchronize()
      try pending.forget()
    }
    removeDrafts(except: pending.drafts)
  }
}
