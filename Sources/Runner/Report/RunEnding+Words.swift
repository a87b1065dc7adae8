extension RunReport.Ending {
  /// The ending in one word: `complete`, `stopped`, `interrupted`, `aborted`.
  public var name: String {
    switch self {
    case .complete: "complete"
    case .stopped: "stopped"
    case .interrupted: "interrupted"
    case .aborted: "aborted"
    }
  }

  /// Why the run ended before its inputs did; `nil` where it did not.
  var reason: String? {
    switch self {
    case .complete: nil
    case .stopped(let uri): "a stage failed on '\(uri)', and its on-error is 'stop'"
    case .interrupted(let signal): "signal \(signal)"
    case .aborted(let error): "\(error)"
    }
  }
}
