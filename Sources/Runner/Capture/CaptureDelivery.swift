/// Delivers nothing: what is captured of the documents is all that is wanted of them.
public final class CaptureDelivery: Delivery {
  /// The inputs by their documents' ids, of which no two may write into one file.
  private var owners: [String: String] = [:]

  public init() {}

  public func deliver(_ delivered: Delivered, of processed: ProcessedInput) throws(DeliveryError) {
    guard let id = processed.documentID else { return }
    if let owner = owners.updateValue(processed.input.uri, forKey: id) { throw .idTaken(id, by: owner) }
  }

  public func finish(_ report: RunReport) throws(DeliveryError) {}
  public func abandon() -> (documents: Int, outputs: Int) { (0, 0) }
}
