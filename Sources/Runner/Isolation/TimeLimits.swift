/// How long things may take, in nanoseconds.
struct TimeLimits {
  private let steps: [Int64?]
  private let document: Int64?
  /// The shortest of all; `nil` where there is none.
  private let shortest: Int64?

  init(_ pipeline: Pipeline) {
    steps = pipeline.steps.map { $0.timeout?.nanoseconds }
    document = pipeline.timeout?.nanoseconds
    shortest = (steps + [document]).compactMap { $0 }.min()
  }

  /// What took too long.
  enum Overrun: Hashable {
    case step(limit: Int64)
    case document(limit: Int64)

    var reason: String {
      switch self {
      case .step(let limit): "took longer than its timeout of \(limit.inSeconds) s"
      case .document(let limit): "the document took longer than its timeout of \(limit.inSeconds) s"
      }
    }
  }

  /// How long to wait before looking again, or what has taken too long; `nil` where nothing has a limit.
  ///
  /// - Parameters:
  ///   - state: what the worker is doing, since when.
  ///   - start: when the document was begun.
  ///   - allowance: time that is not counted.
  func check(
    _ state: (state: WorkerSlot.State, since: MonotonicTime), start: MonotonicTime, allowance: Int64,
    now: MonotonicTime = .now
  ) -> (wait: Int64, overrun: Overrun?)? {
    // A step that begins while we wait can't overrun before the shortest limit has passed.
    guard var wait = shortest else { return nil }
    if case .step(let index) = state.state, steps.indices.contains(index), let limit = steps[index] {
      let rest = limit + allowance - (now - state.since)
      if rest <= 0 { return (0, .step(limit: limit)) }
      wait = min(wait, rest)
    }
    if let document {
      let rest = document + allowance - (now - start)
      if rest <= 0 { return (0, .document(limit: document)) }
      wait = min(wait, rest)
    }
    return (wait, nil)
  }
}

extension Duration {
  fileprivate var nanoseconds: Int64 {
    let (seconds, attoseconds) = components
    return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
  }
}

extension Int64 {
  /// Nanoseconds as seconds, with the digits that there are.
  fileprivate var inSeconds: String {
    let milliseconds = (self + 500_000) / 1_000_000
    return milliseconds % 1000 == 0 ? "\(milliseconds / 1000)" : "\(Double(milliseconds) / 1000)"
  }
}
