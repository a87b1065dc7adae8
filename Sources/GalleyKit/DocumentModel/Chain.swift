public import JSON

/// One real-world thing, with every mention of it.
public struct Chain: Hashable, Sendable {
  /// The fullest name: "Shanghai Cooperation Organization".
  public var canonical: String
  public var label: EntityLabel
  /// Indices of `Document.entities`, ascending.
  public var mentions: [Int]
  /// The stage that made it.
  public var by: String
  /// Keys of the JSON form that this version does not know.
  public var extra: JSONObject

  public init(canonical: String, label: EntityLabel, mentions: [Int], by: String, extra: JSONObject = [:]) {
    self.canonical = canonical
    self.label = label
    self.mentions = mentions
    self.by = by
    self.extra = extra
  }
}
