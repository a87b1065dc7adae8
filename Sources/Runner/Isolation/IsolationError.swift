/// Why stages can't be run in processes of their own.
public enum IsolationError: Error, Hashable, Sendable {
  /// Something, a plugin perhaps, has started threads, of which a forked process would have none.
  case threadsAreRunning(count: Int)
  /// The system refuses, with its reason.
  case refused(reason: String)
}

extension IsolationError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .threadsAreRunning(let count):
      "workers can't be processes: a plugin has started threads (\(count - 1)), which would not be there; "
        + "say --isolation none to run the stages in this process"
    case .refused(let reason):
      "worker processes can't be started: \(reason); raise the limit of processes (ulimit -u) or of memory, or say "
        + "--isolation none to run the stages in this process"
    }
  }
}
