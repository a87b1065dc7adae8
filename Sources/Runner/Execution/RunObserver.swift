/// Who is told what becomes of the inputs while a run goes on.
public protocol RunObserver: Sendable {
  /// One input has come to its end. Called in input order, never twice at once, from any thread; the run waits for it.
  ///
  /// - Parameter report: the run so far, this input included.
  func ended(_ ended: EndedInput, report: RunReport)
}

/// An input that has come to its end, and what it took to get there.
public struct EndedInput: Sendable {
  public let input: Input
  public let ending: InputEnding
  /// Bytes of its source that were read.
  public let bytesRead: Int
  /// How long reading and decoding took; 0 where it was not read.
  public let readNanoseconds: Int64
  /// How long each step of the pipeline took, as far as the document came; 0 where a step was left out.
  public let stepNanoseconds: [Int64]
  /// How long the delivery of its outputs took; 0 where there was none.
  public let deliveryNanoseconds: Int64
  /// The codes of the document's warnings and errors.
  public let warningCodes: [String]
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
  public func ended(_ ended: EndedInput, report: RunReport) {}
}
