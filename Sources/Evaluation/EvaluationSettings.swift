/// What is compared, and how.
public struct EvaluationSettings: Hashable, Sendable {
  /// The layers that are looked at; `nil` for all that the gold has.
  public var layers: Set<MeasureName.Layer>?
  /// Names that labels of both sides have here: `GPE` as `LOC`.
  public var labelMap: [String: String] = [:]
  /// The labels that count, after the map; `nil` for all.
  public var labels: Set<String>?
  /// Whether mentions of chains are the same where they overlap; else their ranges have to be equal.
  public var matchesMentionsByOverlap = false
  /// Whether ROUGE compares stems.
  public var stems = true
  /// How many samples confidence intervals are drawn from.
  public var rounds = 1000

  public init() {}

  func looks(at layer: MeasureName.Layer) -> Bool { layers?.contains(layer) ?? true }

  /// The name that `label` has here; `nil` where it does not count.
  func label(_ label: String) -> String? {
    let name = labelMap[label] ?? label
    return labels.map { $0.contains(name) } ?? true ? name : nil
  }
}
