extension RunReport.Ending {
  /// Why the run ended before its inputs did; `nil` where it did not.
  var reason: String? {
    switch self {
    case .complete: nil
    case .stopped(let uri): "a stage failed on '\(uri)', and its on-error is 'stop'"
    case .tooManyErrors(let limit): "more than \(limit) inputs failed (max-errors)"
    case .noProcesses(let reason): reason
    case .interrupted(let signal): "signal \(signal)"
    case .aborted(let error): "\(error)"
    }
  }
}
