/// Who is told what becomes of the inputs while a run goes on.
public protocol RunObserver: Sendable {
  /// One input has come to its end. Called in input order, never twice at once, from any thread; the run waits for it.
  ///
  /// - Parameter report: the run so far, this input included.
  func ended(_ input: Input, as ending: InputEnding, report: RunReport)
}

/// What became of one input.
public enum InputEnding: Sendable {
  case delivered(outputs: Int)
  /// Delivered by an earlier run, and all that it depends on is the same still.
  case unchanged
  case filtered
  case skipped(reason: String)
  case quarantined(DocumentFailure)
}

/// An observer that does nothing.
public struct SilentObserver: RunObserver {
  public init() {}
  public func ended(_ input: Input, as ending: InputEnding, report: RunReport) {}
}
