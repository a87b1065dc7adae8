/// Where the outputs of a run go. Called in input order, by one thread at a time.
public protocol Delivery: AnyObject {
  /// What workers do for this delivery before a document's turn has come.
  var preparation: any Preparation { get }

  /// Delivers all outputs of one document, or none.
  func deliver(_ delivered: Delivered, of processed: ProcessedInput) throws(DeliveryError)

  /// Keeps what an earlier run made of an input.
  func keep(_ settled: SettledInput, of input: Input) throws(DeliveryError)

  /// Takes note that an input came to an end without an output: filtered, skipped or quarantined.
  func note(_ ending: InputEnding, of processed: ProcessedInput) throws(DeliveryError)

  /// Completes what several documents share, after the last one: also of a run that was interrupted or stopped.
  func finish(_ report: RunReport) throws(DeliveryError)

  /// Removes what is incomplete, instead of `finish(_:)` or after it failed.
  ///
  /// - Returns: what was delivered and is lost by that: how many outputs, of how many documents.
  func abandon() -> (documents: Int, outputs: Int)
}

extension Delivery {
  public var preparation: any Preparation { NoPreparation() }
  public func keep(_ settled: SettledInput, of input: Input) throws(DeliveryError) {}
  public func note(_ ending: InputEnding, of processed: ProcessedInput) throws(DeliveryError) {}
}

/// What workers do for a delivery, several at once, before a document's turn has come.
public protocol Preparation: Sendable {
  /// What became of `input` in an earlier run, if all that it depends on is as it was then.
  func settled(_ input: Input) -> SettledInput?

  /// Does what can be done for the outputs of one document while others are still in line before it.
  func prepare(_ delivered: inout Delivered) throws(DeliveryError)
}

/// Nothing to prepare.
struct NoPreparation: Preparation {
  func settled(_ input: Input) -> SettledInput? { nil }
  func prepare(_ delivered: inout Delivered) throws(DeliveryError) {}
}

/// An input that needs not be run, because an earlier run has and nothing has changed since.
public struct SettledInput: Sendable {
  /// What became of it: unchanged, or what it was then.
  public let ending: InputEnding
  /// The bytes that were read to tell.
  public let bytesRead: Int
  /// Its document's number in the ledger.
  let row: Int
  /// Its document's id; that of the input where it has none.
  let id: String
}

extension Preparation {
  /// What became of `input` earlier, as what is delivered; `nil` where it has to be processed.
  func earlier(_ input: Input) -> ProcessedInput? {
    guard input.skipReason == nil, let settled = settled(input) else { return nil }
    var processed = ProcessedInput(input, .settled(settled))
    processed.bytesRead = settled.bytesRead
    return processed
  }

  /// `processed` as ready for delivery as it can be.
  func prepared(_ processed: ProcessedInput) -> ProcessedInput {
    var processed = processed
    guard case .processed(var delivered) = processed.outcome else { return processed }
    do throws(DeliveryError) {
      try prepare(&delivered)
      processed.outcome = .processed(delivered)
    } catch {
      processed.outcome = .undeliverable(error)
    }
    return processed
  }
}
