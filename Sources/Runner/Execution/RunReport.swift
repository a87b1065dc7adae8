/// What became of every input: the states of the ledger, which add up to the inputs.
public struct RunCounts: Hashable, Sendable {
  /// Outputs written, or the document handed over.
  public internal(set) var delivered = 0
  /// Delivered by an earlier run and the same still.
  public internal(set) var unchanged = 0
  /// Left without an output by the pipeline's conditions.
  public internal(set) var filtered = 0
  /// Not read, for a reason that is told.
  public internal(set) var skipped = 0
  /// Failed in reading, in a stage or in delivery.
  public internal(set) var quarantined = 0
  /// Not taken, because the run ended before.
  public internal(set) var notRun = 0

  public init() {}

  /// The inputs that came to an end.
  public var ended: Int { delivered + unchanged + filtered + skipped + quarantined }
  /// All inputs.
  public var total: Int { ended + notRun }
}

/// What a run has done.
public struct RunReport: Sendable {
  public internal(set) var counts = RunCounts()
  /// Files or records delivered.
  public internal(set) var outputs = 0
  /// Documents that went on from where an earlier run had left them in the cache.
  public internal(set) var fromCache = 0
  /// Documents that were captured between stages, and the files that they are in.
  public internal(set) var captured = (documents: 0, files: 0)
  /// Bytes of the inputs that were read.
  public internal(set) var bytesRead = 0
  /// The first hundred failures in input order, each with the input's path.
  public internal(set) var failures: [(uri: String, failure: DocumentFailure)] = []
  /// The reasons for which inputs were skipped, in order of first appearance, and how many each.
  public internal(set) var skipReasons: [(reason: String, count: Int)] = []
  public internal(set) var ending = Ending.complete

  /// How a run ended.
  public enum Ending: Hashable, Sendable {
    /// Every input came to an end.
    case complete
    /// A stage failed whose `on-error` is `stop`, on the input at `uri`.
    case stopped(uri: String)
    /// More inputs failed than `max-errors` allows.
    case tooManyErrors(limit: Int)
    /// No process could be started to go on with, for the system's reason.
    case noProcesses(reason: String)
    /// A signal asked for the end; what was at hand was delivered.
    case interrupted(signal: Int32)
    /// Nothing more could be delivered.
    case aborted(DeliveryError)
  }

  static let keptFailures = 100

  /// Whether there were inputs, and all of them were skipped; a file of many documents that has none was read.
  public var hasReadNothing: Bool {
    ending == .complete && counts.skipped > 0 && counts.skipped == counts.total
      && !skipReasons.contains { $0.reason == ContainerName.emptyReason }
  }

  /// The program's exit status: 0 all well, 1 some documents failed, 2 could not run, 128 + n for signal n.
  public var exitStatus: Int32 {
    switch ending {
    case .aborted, .noProcesses: 2
    case .interrupted(let signal): 128 + signal
    case .stopped, .tooManyErrors: 1
    case .complete: counts.quarantined > 0 ? 1 : 0
    }
  }
}
