/// How well what was found fits what there is: shares from 0 to 1.
public struct Score: Hashable, Sendable {
  /// The share of what was found that is right.
  public var precision: Double
  /// The share of what there is that was found.
  public var recall: Double

  public init(precision: Double, recall: Double) {
    self.precision = precision
    self.recall = recall
  }

  /// The harmonic mean of precision and recall; 0 where both are.
  public var f1: Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }

  /// Nothing found that is right.
  public static let zero = Score(precision: 0, recall: 0)
}
