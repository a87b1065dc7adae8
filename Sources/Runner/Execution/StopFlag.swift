internal import Synchronization

/// A wish to end a run early: no further input is taken, those at hand are finished and delivered.
///
/// `raise(signal:)` does nothing that is forbidden in a signal handler.
public final class StopFlag: Sendable {
  private let raised = Atomic<Int32>(0)

  public init() {}

  /// The signal that asked for the end, or `nil` as long as none has.
  public var signal: Int32? {
    let signal = raised.load(ordering: .relaxed)
    return signal == 0 ? nil : signal
  }

  /// Asks for the end. The first signal is kept.
  public func raise(signal: Int32) {
    _ = raised.compareExchange(expected: 0, desired: signal, ordering: .relaxed)
  }
}
