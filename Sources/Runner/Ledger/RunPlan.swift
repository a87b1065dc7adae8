internal import Glibc
public import JSON
internal import StageKit

/// What a run would do with each input, and why, found out without running or writing anything.
public struct RunPlan: Sendable {
  private let settlement: Settlement?
  private let renderers: [any Renderer]
  private let fingerprint: PipelineFingerprint
  private let database: SQLiteDatabase?
  private let pipelineName: String
  /// Keeps the folder open.
  private let root: Root?

  /// The open output folder.
  private final class Root: Sendable {
    let descriptor: CInt
    init?(_ path: String) {
      descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      if descriptor < 0 { return nil }
    }
    deinit { close(descriptor) }
  }

  /// What would become of one input.
  public struct Step: Sendable {
    public let input: Input
    public let action: Action
    /// Why, in words.
    public let reason: String
    /// The names of its outputs as far as they can be told before it runs.
    public let outputs: [String]
  }

  /// The kinds of fates.
  public enum Action: String, Hashable, Sendable {
    case run, keep, skip
  }

  /// - Parameter folder: the output folder, which need not exist.
  public init(_ pipeline: Pipeline, settings: RunSettings, into folder: String) throws {
    renderers = pipeline.steps.compactMap { $0.stage as? any Renderer }
    fingerprint = try PipelineFingerprint(of: pipeline, settings: settings)
    pipelineName = pipeline.name
    guard let root = Root(folder), access(LedgerFile.path(in: folder), F_OK) == 0 else {
      (settlement, database, root) = (nil, nil, nil)
      return
    }
    let database = try LedgerFile.openToRead(in: folder)
    do throws(SQLiteError) {
      let number = try database.prepare("SELECT id FROM pipelines WHERE name = ?").first(.text(pipeline.name)) {
        $0.integer(0)
      }
      let known = try database.prepare("SELECT id FROM fingerprints WHERE digest = ?").first(.text(fingerprint.digest))
      {
        $0.integer(0)
      }
      settlement = Settlement(
        reader: LedgerReader(LedgerFile.path(in: folder), pipeline: number ?? -1), fingerprint: known ?? -1,
        root: root.descriptor, maximumBytes: settings.maximumBytes)
    } catch {
      throw LedgerError(error, LedgerFile.path(in: folder))
    }
    (self.database, self.root) = (database, root)
  }

  /// What would become of `input`.
  public func step(for input: Input) -> Step {
    if let reason = input.lookedUpSkipReason() { return Step(input: input, action: .skip, reason: reason, outputs: []) }
    let outputs = input.isPlain ? renderers.compactMap { $0.plannedName(for: input.bareDocument) } : []
    guard let settlement else { return Step(input: input, action: .run, reason: "it is new", outputs: outputs) }
    switch settlement.verdict(on: input) {
    case .settled(let settled):
      return Step(input: input, action: .keep, reason: settled.ending.reasonToKeep, outputs: outputs)
    case .run(let reason):
      return Step(input: input, action: .run, reason: words(for: reason), outputs: outputs)
    }
  }

  private func words(for reason: Settlement.Reason) -> String {
    switch reason {
    case .new: "it is new"
    case .notSettled(let row):
      switch row.state {
      case .quarantined: "it failed in \(row.place ?? "reading") before: \(row.reason ?? "")"
      case .skipped: "it was skipped before: \(row.reason ?? "")"
      default: "one of its outputs was lost, or taken by another document"
      }
    case .pipelineChanged(let row): changes(since: row).joined(separator: "; ")
    case .renamed(let row): "its document was called '\(row.id ?? "")' before"
    case .unreadable(_, let error): "it \(error)"
    case .readOnce: "it is no file: what is read of it to tell would be lost"
    case .sourceChanged: "its bytes changed"
    case .decisionChanged: "what is decided about it among the other inputs changed"
    case .outputChanged(_, let name): "its output '\(name)' is not as it was written"
    case .unknown(let reason): "the ledger can't be asked: \(reason)"
    }
  }

  private func changes(since row: LedgerRow) -> [String] {
    let text = try? database?.prepare("SELECT parts FROM fingerprints WHERE id = ?")
      .first(.integer(row.fingerprint ?? -1)) { $0.text(0) }
    guard let text = text ?? nil, let old = try? JSON(parsing: Array(text.utf8)) else {
      return ["the pipeline changed"]
    }
    return FingerprintChanges.between(old, fingerprint.parts)
  }

  /// Files and documents in the ledger whose inputs are not among those at `present`, nor in what could not be read, at
  /// `unread`.
  public func gone(except present: Set<String>, unread: [String]) throws(LedgerError) -> [LedgerStatus.Entry] {
    guard let database else { return [] }
    let unread = UnreadInputs(unread)
    do throws(SQLiteError) {
      let entries = try LedgerStatus.entries(
        """
        SELECT \(LedgerRow.columns) FROM documents WHERE pipeline = (SELECT id FROM pipelines WHERE name = ?)
        AND state NOT IN ('filtered', 'skipped') ORDER BY row
        """, [.text(pipelineName)], database)
      return entries.filter { entry in !(entry.uri.map(present.contains) ?? false) && !unread.mayHold(entry.uri) }
    } catch {
      throw LedgerError(error, "ledger")
    }
  }

  /// What the results of every document depend on beside its bytes.
  public var dependencies: JSON { fingerprint.parts }
}

extension InputEnding {
  fileprivate var reasonToKeep: String {
    switch self {
    case .unchanged, .delivered: "nothing that it depends on has changed"
    case .filtered: "it has no output, and nothing that it depends on has changed"
    case .skipped(let reason): reason
    case .quarantined(let failure): "it failed, and nothing that it depends on has changed: \(failure)"
    }
  }
}
