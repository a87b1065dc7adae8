/// A document that took long.
public struct SlowDocument: Hashable, Sendable {
  public let uri: String
  /// The time of reading, all stages and delivery.
  public let nanoseconds: Int64
  /// The place of `RunSetting.places` where it spent most.
  public let slowestPlace: Int
  public let placeNanoseconds: Int64
  public let bytesRead: Int
}

/// The twenty documents that took longest, the longest first; of equal ones those that came first.
public struct SlowestDocuments: Hashable, Sendable {
  public static let limit = 20
  public private(set) var documents: [SlowDocument] = []

  mutating func record(_ document: SlowDocument) {
    if documents.count == Self.limit, let last = documents.last, document.nanoseconds <= last.nanoseconds { return }
    let place = documents.firstIndex { $0.nanoseconds < document.nanoseconds } ?? documents.count
    documents.insert(document, at: place)
    if documents.count > Self.limit { documents.removeLast() }
  }
}
