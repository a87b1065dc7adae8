/// A measure's values over all documents.
public struct Figure: Hashable, Sendable {
  public let name: MeasureName
  /// How much there is to find, and how much was found: annotations, links, chains or documents; `nil` for an average of
  /// measures.
  public let gold: Double?
  public let found: Double?
  public let precision: Value?
  public let recall: Value?
  public let f1: Value?

  /// A value from 0 to 1 with its confidence interval of 95%.
  public struct Value: Hashable, Sendable {
    public let value: Double
    /// `nil` where there are too few documents to tell.
    public let interval: Interval?
  }

  public struct Interval: Hashable, Sendable {
    public let low: Double
    public let high: Double
  }

  /// The values by the names that threshold files have for them.
  public func value(_ kind: Kind) -> Value? {
    switch kind {
    case .precision: precision
    case .recall: recall
    case .f1: f1
    }
  }

  public enum Kind: String, Hashable, Sendable, CaseIterable { case precision, recall, f1 }
}
