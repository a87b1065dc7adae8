internal import StageKit

/// Delivers nothing, and notes what came of every input as a digest: two runs are compared by it.
public final class DigestDelivery: Delivery {
  /// What came of one input.
  public struct Entry: Hashable, Sendable {
    public let uri: String
    /// The outputs' names, each with the SHA-256 of its bytes; the document's own JSON has no name. How an input failed
    /// is an output called `failure`.
    public let outputs: [String: String]
  }

  /// The inputs in order.
  public private(set) var entries: [Entry] = []

  public init() {}

  public func deliver(_ delivered: Delivered, of processed: ProcessedInput) throws(DeliveryError) {
    var outputs: [String: String] = [:]
    if let json = delivered.json { outputs[""] = SHA256.hexDigest(of: json.span) }
    for output in delivered.outputs { outputs[output.artifact.name] = SHA256.hexDigest(of: output.artifact.bytes.span) }
    entries.append(Entry(uri: processed.input.uri, outputs: outputs))
  }

  public func note(_ ending: InputEnding, of processed: ProcessedInput) throws(DeliveryError) {
    var outputs: [String: String] = [:]
    if case .quarantined(let failure) = ending { outputs["failure"] = failure.description }
    entries.append(Entry(uri: processed.input.uri, outputs: outputs))
  }

  public func finish(_ report: RunReport) throws(DeliveryError) {}
  public func abandon() -> (documents: Int, outputs: Int) { (0, 0) }
}
