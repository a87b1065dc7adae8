internal import Glibc
public import JSON
internal import StageKit

/// Writes outputs as files of a folder and keeps the ledger of them: what is in the ledger is on the disk, whatever
/// happens to the process or the machine.
///
/// Documents are made durable in groups. The drafts of a group are brought to the disk by one call, then the ledger
/// says in one transaction that the group is delivered and which names its drafts are to get, then they get them. After a
/// crash, the next run first gives what was promised its names; what was not in the ledger is run again.
public final class LedgerDelivery: Delivery {
  private let folder: OutputFolder
  private let ledger: Ledger
  private let lock: CInt
  private let ledgerFile: FileIdentity?
  private let names: OutputNames
  private let maximumBytes: Int
  private let prunes: Bool
  private let replays: Bool
  private var shared: SharedFiles
  private let stores: RowStores
  private let cache: StageCacheFile?
  private var group = Group()
  /// Documents of earlier runs whose output names documents of this run have taken.
  private var robbed: [Int: String] = [:]
  /// The folder of the last output.
  private var folderAtHand: [Substring] = []
  /// Whether the open transaction can't be trusted any more.
  private var isBroken = false
  /// When the run before was killed or lost its machine, its number.
  public let brokenOffRun: Int?
  /// Documents of earlier runs whose inputs are not there any more.
  public private(set) var gone = GoneDocuments()
  /// Where the states of the inputs do not add up at the end of the run, in words.
  public private(set) var miscounts: [String] = []

  /// What has been delivered since the last commit.
  private struct Group {
    var inputs = 0
    var documents = 0
    var outputs = 0
    var bytes = 0
    var renames: [(draft: Draft, path: OutputPath)] = []
    var removals: [String] = []
    var start = ContinuousClock.now
    var hasDrafts = false

    /// Large enough that bringing it to the disk takes a small part of the time that it took to make.
    var isFull: Bool {
      inputs >= 512 || bytes >= 1 << 25 || (inputs % 16 == 0 && ContinuousClock.now - start > .seconds(1))
    }
  }

  /// What a run does with a folder that has a ledger.
  public struct Options: Sendable {
    /// Whether outputs of inputs that are gone are removed.
    public var prunes = false
    /// Whether only what failed before is run, and everything else left as it is.
    public var replays = false
    /// How many bytes of documents between stages may be kept for later runs; 0 for none.
    public var cacheLimit = 0
    /// How the run was called, for `galley status` and `galley replay`.
    public var command = JSON.null

    public init() {}
  }

  /// - Parameter path: the folder, made with all above it where it is not there.
  /// - Throws: `OutputCollision` before anything is made, `LedgerError`, `PluginError` or `DeliveryError`.
  public init(
    at path: String, of pipeline: Pipeline, on inputs: InputList, settings: RunSettings, options: Options = Options()
  ) throws {
    names = try OutputNames(of: pipeline, on: inputs)
    maximumBytes = settings.maximumBytes
    (prunes, replays) = (options.prunes, options.replays)
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    folder = try OutputFolder(path, draftFolderName: "drafts", draftPrefix: "\(now.tv_sec).\(now.tv_nsec)-")
    lock = try LedgerFile.lock(folder.reserved, of: path)
    let database = try LedgerFile.openToWrite(LedgerFile.path(in: path))
    ledgerFile = FileIdentity(path: LedgerFile.path(in: path))
    let fingerprint = try PipelineFingerprint(of: pipeline, settings: settings)
    do {
      brokenOffRun = try database.integer("SELECT id FROM runs WHERE ending IS NULL ORDER BY id DESC LIMIT 1")
      try database.execute("UPDATE runs SET ending = 'killed' WHERE ending IS NULL")
      try folder.carryOut(PendingChanges(database))
      ledger = try Ledger(database, pipeline: pipeline.name, fingerprint: fingerprint, command: options.command)
      try ledger.begin()
      shared = try SharedFiles(ledger, folder)
      stores = try RowStores(ledger, path, of: pipeline)
      cache = options.cacheLimit > 0 ? try StageCacheFile(in: path, limit: options.cacheLimit, run: ledger.run) : nil
      try ledger.commit()
    } catch let error as SQLiteError {
      throw LedgerError(error, LedgerFile.path(in: path))
    }
  }

  deinit { close(lock) }

  public var preparation: any Preparation {
    let reader = LedgerReader(LedgerFile.path(in: folder.path), pipeline: ledger.pipeline)
    let settlement = Settlement(
      reader: reader, fingerprint: ledger.fingerprint, root: folder.root.descriptor, maximumBytes: maximumBytes)
    return LedgerPreparation(settlement: settlement, replays: replays, writer: DraftWriter(drafts: folder.drafts))
  }

  // MARK: One input

  public func deliver(_ delivered: Delivered, of processed: ProcessedInput) throws(DeliveryError) {
    let losers: [(row: Int, name: String)]
    do throws(DeliveryError) {
      losers = try check(delivered, processed)
      try stores.stage(delivered, as: processed.documentID ?? processed.input.id)
    } catch {
      delivered.discardDrafts(in: folder.drafts)
      throw error
    }
    try write(outputs: max(1, delivered.outputs.count)) { delivery throws(DeliveryError) in
      for (row, name) in losers {
        delivery.robbed[row] = name
        try delivery.asking { ledger throws(SQLiteError) in try ledger.unsettle(row) }
      }
      let (row, _) = try delivery.end(
        processed, id: processed.documentID, as: .delivered(outputs: delivered.outputs.count))
      for output in delivered.outputs {
        guard let draft = output.draft else { continue }
        let name = output.artifact.name
        try delivery.publish(draft, as: OutputPath(name), of: row)
      }
      for output in delivered.outputs {
        if case .appended(let header) = output.artifact.placement {
          try delivery.shared.append(output.artifact.bytes, to: output.artifact.name, header: header, of: row)
          delivery.group.hasDrafts = true
          delivery.group.bytes += output.artifact.bytes.count
        }
      }
      try delivery.stores.note(delivered, of: row, called: processed.documentID ?? processed.input.id)
      try delivery.dropOutputs(of: row, except: delivered.outputs.filter { $0.draft != nil }.map(\.artifact.name))
    }
  }

  public func keep(_ settled: SettledInput, of input: Input) throws(DeliveryError) {
    if let name = robbed[settled.row] { throw .nameTaken(name, by: try ownerURI(of: name)) }
    let state: LedgerRow.State =
      switch settled.ending {
      case .unchanged, .delivered: .unchanged
      case .filtered: .filtered
      case .skipped: .skipped
      case .quarantined: .quarantined
      }
    let isStillThere = try asking { ledger throws(SQLiteError) in
      try ledger.begin()
      return try ledger.touch(settled.row, state)
    }
    guard isStillThere else { throw .idTaken(settled.id, by: try row(id: settled.id)?.uri ?? "another input") }
    try write { delivery throws(DeliveryError) in try delivery.shared.keep(partsOf: settled.row) }
  }

  public func note(_ ending: InputEnding, of processed: ProcessedInput) throws(DeliveryError) {
    try write { delivery throws(DeliveryError) in
      let id = try delivery.id(of: processed, as: ending)
      let (row, entry) = try delivery.end(processed, id: id, as: ending)
      if !ending.isUnread(processed.input) { try delivery.dropOutputs(of: row, except: []) }
      if case .quarantined(let failure) = ending {
        let record = QuarantineRecord(
          uri: entry.uri, id: id, failure: failure, step: processed.failedStep, attempt: entry.attempts,
          document: processed.documentBefore)
        try delivery.keep(record)
      }
    }
  }

  /// The id to note the end of an input without an output under; `nil` where that is no document's, or another's.
  private func id(of processed: ProcessedInput, as ending: InputEnding) throws(DeliveryError) -> String? {
    if case .skipped = ending { return nil }
    let id = processed.documentID ?? processed.input.id
    let known = try asking { ledger throws(SQLiteError) in
      // A file that can't be unpacked may be that of one document.
      try processed.input.isUnreadContainer ? ledger.row(uri: processed.input.uri) : ledger.row(id: id)
    }
    if known?.run == ledger.run { return nil }
    return processed.input.isUnreadContainer ? known?.id : id
  }

  /// Refuses what would take the place of another document or output of this run, or can't be put where it belongs.
  ///
  /// - Returns: the documents of earlier runs whose output names it takes.
  private func check(
    _ delivered: Delivered, _ processed: ProcessedInput
  ) throws(DeliveryError) -> [(row: Int, name: String)] {
    let id = processed.documentID ?? processed.input.id
    let known = try row(id: id)
    if let known, known.run == ledger.run { throw .idTaken(id, by: known.uri ?? id) }
    var own: [String] = []
    var losers: [(row: Int, name: String)] = []
    for output in delivered.outputs {
      let name = output.artifact.name
      if case .appended(let header) = output.artifact.placement {
        try shared.check(name, header: header)
        guard !shared.hasFile(called: name) else { continue }
        let owner = try asking { ledger throws(SQLiteError) in try ledger.owner(of: name) }
        if let owner, owner.run == ledger.run { throw .nameTaken(name, by: owner.uri) }
        continue
      }
      guard !own.contains(where: { $0.utf8.elementsEqual(name.utf8) }), !shared.hasFile(called: name) else {
        throw .nameTaken(name, by: "another export stage")
      }
      own.append(name)
      // The name of a server's tables is none of the folder.
      if case .rows(let database) = output.artifact.placement, case .server = database.place { continue }
      try names.refusePlanned(output, for: processed.input)
      let owner = try asking { ledger throws(SQLiteError) in try ledger.owner(of: name) }
      if let owner, owner.row != known?.row {
        guard owner.run != ledger.run else { throw .nameTaken(name, by: owner.uri) }
        losers.append((owner.row, name))
      }
      let path = try OutputPath(name)
      try refuseFile(above: path)
      try folder.checkPlace(of: path)
    }
    return losers
  }

  /// Refuses an output in a folder whose name a file of this run is to get with its group.
  private func refuseFile(above path: OutputPath) throws(DeliveryError) {
    // Once the folder is there, no file gets its name.
    guard path.folders != folderAtHand else { return }
    for count in path.folders.indices.map({ $0 + 1 }) {
      let name = path.folders[..<count].joined(separator: "/")
      let owner = try asking { ledger throws(SQLiteError) in try ledger.owner(of: name) }
      if let owner, owner.run == ledger.run {
        throw .unplaceable(path.name, reason: "'\(name)' is the output of '\(owner.uri)'")
      }
    }
    folderAtHand = path.folders
  }

  /// Puts the record of a failure where it is kept.
  private func keep(_ record: QuarantineRecord) throws(DeliveryError) {
    let name = QuarantineRecord.name(id: record.id, uri: record.uri)
    let draft = try folder.drafts.write(record.bytes)
    try asking { ledger throws(SQLiteError) in try ledger.rename(draft.name, to: name) }
    group.renames.append((draft, OutputPath(reserved: name)))
    group.hasDrafts = true
  }

  /// Writes the end of one input into the ledger.
  ///
  /// - Returns: the row, and what is written there.
  private func end(
    _ processed: ProcessedInput, id: String?, as ending: InputEnding
  ) throws(DeliveryError) -> (row: Int, entry: Ledger.Ending) {
    var entry = Ledger.Ending(
      id: id, uri: processed.input.uri, state: .delivered, source: processed.sourceDigest, dependsOnPipeline: true)
    switch ending {
    case .delivered, .unchanged: break
    case .filtered: entry.state = .filtered
    case .skipped(let reason): (entry.state, entry.dependsOnPipeline, entry.reason) = (.skipped, false, reason)
    case .quarantined(let failure):
      entry.state = .quarantined
      if case .stage = failure.place {} else { entry.dependsOnPipeline = false }
      (entry.place, entry.reason, entry.attempts) = (failure.place.ledgerName, failure.reason, failure.attempts)
    }
    if let snapshot = processed.snapshot, let cache {
      try asking { _ throws(SQLiteError) in try cache.keep(snapshot) }
    }
    let (row, attempt, old) = try asking { ledger throws(SQLiteError) in try ledger.write(&entry) }
    entry.attempts = attempt
    if let old, old.state == .quarantined { try remove(QuarantineRecord.name(of: old)) }
    guard !ending.isUnread(processed.input) else {
      try shared.keep(partsOf: row)
      return (row, entry)
    }
    if entry.state != .delivered, let id = old?.id { try stores.remove(id, of: row, except: []) }
    try shared.dropParts(of: row)
    return (row, entry)
  }

  private func publish(_ draft: Draft, as path: OutputPath, of row: Int) throws(DeliveryError) {
    try shared.replaceOthers(path.name)
    try asking { ledger throws(SQLiteError) in try ledger.publish(draft, as: path.name, of: row) }
    group.renames.append((draft, path))
    group.bytes += draft.byteCount
    group.hasDrafts = true
  }

  private func remove(_ name: String) throws(DeliveryError) {
    try asking { ledger throws(SQLiteError) in try ledger.remove(name) }
    group.removals.append(name)
  }

  private func dropOutputs(of row: Int, except kept: [String]) throws(DeliveryError) {
    group.removals += try asking { ledger throws(SQLiteError) in try ledger.dropOutputs(of: row, except: kept) }
  }

  private func row(id: String) throws(DeliveryError) -> LedgerRow? {
    try asking { ledger throws(SQLiteError) in try ledger.row(id: id) }
  }

  private func ownerURI(of name: String) throws(DeliveryError) -> String {
    try asking { ledger throws(SQLiteError) in try ledger.owner(of: name) }?.uri ?? "another input"
  }

  /// Runs `body` inside the open transaction; what fails in it spoils the transaction.
  ///
  /// - Parameter outputs: how many outputs are lost with the transaction once it is done; `nil` where there is no document.
  private func write(outputs: Int? = nil, _ body: (LedgerDelivery) throws(DeliveryError) -> Void) throws(DeliveryError)
  {
    try asking { ledger throws(SQLiteError) in try ledger.begin() }
    do throws(DeliveryError) {
      try body(self)
    } catch {
      isBroken = true
      throw error.endsRun ? error : .unwritable(folder.path, reason: error.description)
    }
    group.inputs += 1
    guard !group.isFull else { return try commit() }
    if let outputs {
      group.documents += 1
      group.outputs += outputs
    }
  }

  private func asking<Result>(_ body: (Ledger) throws(SQLiteError) -> Result) throws(DeliveryError) -> Result {
    do throws(SQLiteError) {
      return try body(ledger)
    } catch {
      isBroken = true
      throw .unwritable(LedgerFile.path(in: folder.path), reason: error.message)
    }
  }

  // MARK: Groups

  /// Makes the group durable and gives its files their names.
  private func commit() throws(DeliveryError) {
    do throws(DeliveryError) {
      guard FileIdentity(path: LedgerFile.path(in: folder.path)) == ledgerFile else {
        throw .unwritable(LedgerFile.path(in: folder.path), reason: "it was removed or replaced during the run")
      }
      try shared.flush()
      if group.hasDrafts { try folder.synchronize() }
      try stores.commit()
      try asking { ledger throws(SQLiteError) in
        try cache?.commit()
        try ledger.commit()
      }
    } catch {
      isBroken = true
      throw error
    }
    let (renames, removals) = (group.renames, group.removals)
    group = Group()
    group.hasDrafts = !renames.isEmpty || !removals.isEmpty
    do throws(DeliveryError) {
      for (draft, path) in renames { try folder.publish(draft, as: path) }
      let taken = Set(renames.map(\.path.name))
      for name in removals where !taken.contains(name) { try folder.remove(name) }
    } catch {
      // What is committed can't be taken back: the rest of the group is pending, and the next run carries it out.
      throw error.endsRun ? error : .unwritable(folder.path, reason: error.description)
    }
    guard group.hasDrafts else { return }
    // What the names stand for is durable with the next group, and so is that nothing is pending.
    try asking { ledger throws(SQLiteError) in
      try ledger.begin()
      try ledger.forgetPending()
    }
  }

  public func finish(_ report: RunReport) throws(DeliveryError) {
    do throws(DeliveryError) {
      try complete(report)
    } catch {
      isBroken = true
      throw error
    }
  }

  private func complete(_ report: RunReport) throws(DeliveryError) {
    try asking { ledger throws(SQLiteError) in try ledger.begin() }
    if case .complete = report.ending {
      gone = try asking { ledger throws(SQLiteError) in try ledger.goneDocuments() }
      if prunes { try prune() }
    }
    group.hasDrafts = true
    for (draft, path) in try shared.finish() { group.renames.append((draft, path)) }
    group.removals += try shared.removeEmpty()
    miscounts = try asking { ledger throws(SQLiteError) in try ledger.end(report) }
    try commit()
    try folder.synchronize()
    try asking { ledger throws(SQLiteError) in
      try ledger.begin()
      try ledger.forgetPending()
      try ledger.commit()
    }
    folder.removeDrafts()
  }

  /// Removes what earlier runs made of inputs that are gone.
  private func prune() throws(DeliveryError) {
    for document in gone.rows {
      try dropOutputs(of: document.row, except: [])
      try shared.dropParts(of: document.row)
      if let id = document.id { try stores.remove(id, of: document.row, except: []) }
      if document.state == .quarantined { try remove(QuarantineRecord.name(of: document)) }
      try asking { ledger throws(SQLiteError) in try ledger.forget(document.row) }
    }
    gone.arePruned = true
  }

  public func abandon() -> (documents: Int, outputs: Int) {
    if !isBroken { try? commit() }
    let lost = (group.documents, group.outputs)
    ledger.rollBack()
    stores.rollBack()
    try? ledger.abort()
    return lost
  }
}

extension InputEnding {
  /// Whether nothing is known of what `input` holds now, so that what an earlier run made of it stays.
  fileprivate func isUnread(_ input: Input) -> Bool {
    guard case .quarantined(let failure) = self else { return false }
    return failure.isUnread || input.isUnreadContainer
  }
}
