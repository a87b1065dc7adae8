internal import Glibc

/// The shared files of a run, with the ledger of whose part lies where.
struct SharedFiles {
  private let ledger: Ledger
  private let folder: OutputFolder
  private var files: [SharedFile] = []
  /// The names that documents of this run have parts in.
  private var used: Set<String> = []
  /// The files that other pipelines have written, which this run may replace.
  private var others: [(name: String, number: Int)] = []
  private let parts, setPart, dropPart, move, grow: SQLiteStatement

  /// A file of an earlier run, as the ledger has it.
  private struct Entry {
    let number: Int
    let name: String
    let draft: String?
    let header: [UInt8]
    let count: Int
  }

  /// Opens what earlier runs have written. Documents whose parts are not there any more will be run again.
  init(_ ledger: Ledger, _ folder: OutputFolder) throws(SQLiteError) {
    self.ledger = ledger
    self.folder = folder
    let database = ledger.database
    parts = try database.prepare("SELECT shared, start, bytes FROM parts WHERE document = ?")
    setPart = try database.prepare("INSERT OR REPLACE INTO parts (document, shared, start, bytes) VALUES (?, ?, ?, ?)")
    dropPart = try database.prepare("DELETE FROM parts WHERE document = ?")
    move = try database.prepare("UPDATE OR REPLACE parts SET shared = ? WHERE shared = ? AND start + bytes <= ?")
    grow = try database.prepare("UPDATE shared SET bytes = ? WHERE id = ?")
    var entries: [Entry] = []
    try database.prepare("SELECT id, name, draft, header, bytes FROM shared WHERE pipeline = ? ORDER BY id")
      .eachRow(.integer(ledger.pipeline)) {
        entries.append(
          Entry(
            number: $0.integer(0), name: $0.text(1), draft: $0.isNull(2) ? nil : $0.text(2), header: $0.blob(3),
            count: $0.integer(4)))
      }
    var others: [(name: String, number: Int)] = []
    try database.prepare("SELECT name, id FROM shared WHERE pipeline <> ? AND draft IS NULL ORDER BY id")
      .eachRow(.integer(ledger.pipeline)) { others.append(($0.text(0), $0.integer(1))) }
    self.others = others
    var names: [String] = []
    for entry in entries where !names.contains(where: { $0.utf8.elementsEqual(entry.name.utf8) }) {
      names.append(entry.name)
    }
    for name in names {
      var sources: [(file: SharedFile.Physical, header: [UInt8])] = []
      for entry in entries where entry.name.utf8.elementsEqual(name.utf8) {
        if let file = folder.open(entry.name, draft: entry.draft, number: entry.number, count: entry.count) {
          sources.append((file, entry.header))
        } else {
          try Self.forget(entry.number, database)
        }
      }
      guard let last = sources.last, let file = try? SharedFile(name, header: last.header, sources: sources) else {
        continue
      }
      files.append(file)
    }
  }

  /// Takes a file that was lost out of the ledger.
  private static func forget(_ number: Int, _ database: SQLiteDatabase) throws(SQLiteError) {
    try database.execute(
      """
      UPDATE documents SET fingerprint = NULL WHERE row IN (SELECT document FROM parts WHERE shared = \(number));
      DELETE FROM parts WHERE shared = \(number); DELETE FROM shared WHERE id = \(number)
      """)
  }

  /// Takes the file of another pipeline that is replaced by one of this run out of the ledger, if there is one.
  mutating func replaceOthers(_ name: String) throws(DeliveryError) {
    guard let index = others.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) else { return }
    let number = others.remove(at: index).number
    try asking { () throws(SQLiteError) in try Self.forget(number, ledger.database) }
    try replaceOthers(name)
  }

  /// Whether a document of this run has a part in a file of that name.
  func hasFile(called name: String) -> Bool { used.contains(name) }

  /// - Throws: `differentHeaders` where the file was begun with another header in this run.
  func check(_ name: String, header: [UInt8]) throws(DeliveryError) {
    guard let file = files.first(where: { $0.name == name }), file.header != header, used.contains(name) else {
      _ = try OutputPath(name)
      return
    }
    throw .differentHeaders(name)
  }

  /// Adds a document's output to the file called `name`.
  mutating func append(_ bytes: [UInt8], to name: String, header: [UInt8], of row: Int) throws(DeliveryError) {
    let index = try fileIndex(name, header: header)
    used.insert(name)
    if files[index].draft == nil { try begin(index) }
    let start = try files[index].append(bytes)
    guard let number = files[index].draft?.number else { return }
    // Two export stages may add to one file: the parts of one document are neighbours then.
    try asking { () throws(SQLiteError) in
      var (first, count) = (start, bytes.count)
      try parts.eachRow(.integer(row)) {
        if $0.integer(0) == number, $0.integer(1) + $0.integer(2) == start {
          (first, count) = ($0.integer(1), $0.integer(2) + count)
        }
      }
      try setPart.run(.integer(row), .integer(number), .integer(first), .integer(count))
    }
  }

  private mutating func fileIndex(_ name: String, header: [UInt8]) throws(DeliveryError) -> Int {
    if let index = files.firstIndex(where: { $0.name == name }) {
      if files[index].header != header { files[index] = try files[index].restarted(with: header) }
      return index
    }
    files.append(try SharedFile(name, header: header, sources: []))
    return files.count - 1
  }

  /// Keeps the parts that an unchanged document has.
  mutating func keep(partsOf row: Int) throws(DeliveryError) {
    guard !files.isEmpty else { return }
    var found: [(shared: Int, start: Int, count: Int)] = []
    try asking { () throws(SQLiteError) in
      try parts.eachRow(.integer(row)) { found.append(($0.integer(0), $0.integer(1), $0.integer(2))) }
    }
    for part in found { try keep(part, of: row) }
  }

  private mutating func keep(_ part: (shared: Int, start: Int, count: Int), of row: Int) throws(DeliveryError) {
    guard let index = files.firstIndex(where: { $0.sourceNumbers.contains(part.shared) }) else { return }
    used.insert(files[index].name)
    if files[index].draft == nil, !files[index].repeats(part.start, of: part.shared) { try begin(index) }
    guard let place = try files[index].keep(part.start, part.count, of: part.shared), place.shared != part.shared else {
      return
    }
    try asking { () throws(SQLiteError) in
      try ledger.database.prepare("DELETE FROM parts WHERE document = ? AND shared = ?")
        .run(.integer(row), .integer(part.shared))
      try setPart.run(.integer(row), .integer(place.shared), .integer(place.start), .integer(part.count))
    }
  }

  /// Begins a new file, with what this run has repeated so far.
  private mutating func begin(_ index: Int) throws(DeliveryError) {
    let draft = try folder.drafts.open()
    let repeated = files[index].repeated
    let (name, header) = (files[index].name, files[index].header)
    let number = try asking { () throws(SQLiteError) -> Int in
      try ledger.database.prepare("INSERT INTO shared (pipeline, name, draft, header, bytes) VALUES (?, ?, ?, ?, 0)")
        .run(.integer(ledger.pipeline), .text(name), .text(draft.name), .blob(header))
      let number = ledger.database.lastRowID
      if let repeated { try move.run(.integer(number), .integer(repeated.shared), .integer(repeated.count)) }
      return number
    }
    try files[index].begin(draft, number: number)
  }

  /// Takes a document out of all shared files.
  func dropParts(of row: Int) throws(DeliveryError) {
    guard !files.isEmpty else { return }
    try asking { () throws(SQLiteError) in try dropPart.run(.integer(row)) }
  }

  /// Hands to the system what is in memory, and notes how long the files are.
  mutating func flush() throws(DeliveryError) {
    for index in files.indices {
      guard let draft = files[index].draft else { continue }
      try files[index].flush()
      let count = files[index].count
      try asking { () throws(SQLiteError) in try grow.run(.integer(count), .integer(draft.number)) }
    }
  }

  /// Completes the files: after the documents of this run stand those that it did not come to, as they were.
  ///
  /// - Returns: the drafts that are to get their names.
  mutating func finish() throws(DeliveryError) -> [(draft: Draft, path: OutputPath)] {
    try keepRest()
    var renames: [(draft: Draft, path: OutputPath)] = []
    for index in files.indices where used.contains(files[index].name) && !files[index].isPublishedAlready {
      if files[index].draft == nil { try begin(index) }
      try files[index].flush()
      guard let draft = files[index].draft else { continue }
      let (name, count, path) = (files[index].name, files[index].count, files[index].path)
      try replaceOthers(name)
      renames.append((try folder.drafts.complete(draft.file, byteCount: count), path))
      try asking { () throws(SQLiteError) in
        try grow.run(.integer(count), .integer(draft.number))
        try ledger.release(name)
        try ledger.rename(draft.file.name, to: name)
        try ledger.database.prepare("DELETE FROM shared WHERE pipeline = ? AND name = ? AND id <> ?")
          .run(.integer(ledger.pipeline), .text(name), .integer(draft.number))
        try ledger.database.prepare("UPDATE shared SET draft = NULL WHERE id = ?").run(.integer(draft.number))
      }
    }
    return renames
  }

  /// Keeps the parts of documents that this run did not come to.
  private mutating func keepRest() throws(DeliveryError) {
    var rest: [(row: Int, part: (shared: Int, start: Int, count: Int))] = []
    try asking { () throws(SQLiteError) in
      try ledger.database.prepare(
        """
        SELECT p.document, p.shared, p.start, p.bytes FROM parts p JOIN documents d ON d.row = p.document
        WHERE d.pipeline = ? AND d.run <> ? ORDER BY p.shared, p.start
        """
      ).eachRow(.integer(ledger.pipeline), .integer(ledger.run)) {
        rest.append(($0.integer(0), ($0.integer(1), $0.integer(2), $0.integer(3))))
      }
    }
    for (row, part) in rest { try keep(part, of: row) }
  }

  /// Takes files that no document has a part in any more out of the ledger.
  ///
  /// - Returns: their names.
  func removeEmpty() throws(DeliveryError) -> [String] {
    var removals: [String] = []
    for name in files.map(\.name) where !used.contains(name) {
      try asking { () throws(SQLiteError) in
        try ledger.database.prepare("DELETE FROM shared WHERE pipeline = ? AND name = ?")
          .run(.integer(ledger.pipeline), .text(name))
        // A document's own file may have the name now, or another pipeline's.
        guard try ledger.owner(of: name) == nil, !others.contains(where: { $0.name == name }) else { return }
        try ledger.remove(name)
        removals.append(name)
      }
    }
    return removals
  }

  private func asking<Result>(_ body: () throws(SQLiteError) -> Result) throws(DeliveryError) -> Result {
    do throws(SQLiteError) {
      return try body()
    } catch {
      throw .unwritable(LedgerFile.path(in: folder.path), reason: error.message)
    }
  }
}
