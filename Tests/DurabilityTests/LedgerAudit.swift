import Glibc

@testable import Runner

/// What is not as it should be in an output folder whose last run has come to its end, in words; empty where all is well:
/// the ledger is sound and adds up, every file that it speaks of is there, and nothing is left of the run.
func auditedFaults(in folder: String) throws -> [String] {
  var faults: [String] = []
  func expect(_ isSo: Bool, _ fault: @autoclosure () -> String) { if !isSo { faults.append(fault()) } }
  let own = try FolderContents(of: "\(folder)/.galley", omitting: ["cache.db"]).files.keys
  let known: Set = [
    "ledger.db", "ledger.db-wal", "ledger.db-shm", "lock", "report.json", "report.html",
    "cache.db", "cache.db-wal", "cache.db-shm",
  ]
  for name in own.sorted() where !known.contains(name) && !name.hasPrefix("quarantine/") {
    faults.append("'.galley/\(name)' is left over")
  }

  let database = try LedgerFile.openToRead(in: folder)
  let failed = try database.integer("SELECT count(*) FROM documents WHERE state = 'quarantined'")
  let kept = own.count { $0.hasPrefix("quarantine/") }
  expect(failed == kept, "\(failed ?? -1) documents are quarantined, and \(kept) kept there")
  let verdict = try database.prepare("PRAGMA integrity_check").first { $0.text(0) }
  expect(verdict == "ok", "the database is damaged: \(verdict ?? "no answer")")
  for table in ["runs", "documents", "outputs", "parts", "shared"] {
    let count = try database.integer("SELECT count(*) FROM pragma_foreign_key_check('\(table)')")
    expect(count == 0, "\(count ?? -1) rows of \(table) refer to nothing")
  }
  for table in ["renames", "removals"] {
    expect(try database.integer("SELECT count(*) FROM \(table)") == 0, "\(table) are pending")
  }
  expect(try database.integer("SELECT count(*) FROM shared WHERE draft IS NOT NULL") == 0, "shared drafts are left")
  try database.prepare(
    """
    SELECT ending, inputs, "not-run", delivered = (SELECT count(*) FROM documents WHERE run = r.id AND state = 'delivered')
    AND unchanged = (SELECT count(*) FROM documents WHERE run = r.id AND state = 'unchanged')
    AND filtered = (SELECT count(*) FROM documents WHERE run = r.id AND state = 'filtered')
    AND quarantined = (SELECT count(*) FROM documents WHERE run = r.id AND state = 'quarantined')
    AND inputs = (SELECT count(*) FROM documents WHERE run = r.id) + "not-run"
    FROM runs r ORDER BY id DESC LIMIT 1
    """
  ).eachRow {
    expect($0.text(0) == "complete" && $0.integer(2) == 0, "the last run is \($0.text(0)), \($0.integer(2)) not run")
    expect($0.integer(3) == 1, "the states of the last run do not add up to \($0.integer(1)) inputs")
  }
  faults += try filesNotAsWritten(database, in: folder)
  faults += try gapsInSharedFiles(database)
  return faults
}

/// The files that do not have the length that the ledger tells.
private func filesNotAsWritten(_ database: SQLiteDatabase, in folder: String) throws -> [String] {
  var faults: [String] = []
  try database.prepare("SELECT name, bytes FROM outputs UNION ALL SELECT name, bytes FROM shared").eachRow {
    var status = stat()
    let name = $0.text(0)
    guard lstat("\(folder)/\(name)", &status) == 0, Int(status.st_size) == $0.integer(1) else {
      faults.append("'\(name)' is not there with its \($0.integer(1)) bytes")
      return
    }
  }
  return faults
}

/// The shared files that are more or less than their header and the documents' parts, one after the other.
private func gapsInSharedFiles(_ database: SQLiteDatabase) throws -> [String] {
  var faults: [String] = []
  var files: [(id: Int, name: String, header: Int, bytes: Int)] = []
  try database.prepare("SELECT id, name, length(header), bytes FROM shared").eachRow {
    files.append(($0.integer(0), $0.text(1), $0.integer(2), $0.integer(3)))
  }
  for file in files {
    var end = file.header
    try database.prepare("SELECT start, bytes FROM parts WHERE shared = ? ORDER BY start, bytes").eachRow(
      .integer(file.id)
    ) {
      if $0.integer(0) != end { faults.append("'\(file.name)' has a gap or an overlap at \(end)") }
      end = $0.integer(0) + $0.integer(1)
    }
    if end != file.bytes { faults.append("the parts of '\(file.name)' end at \(end) of \(file.bytes)") }
  }
  return faults
}
