public import JSON

/// One real-world thing, with every mention of it.
public struct Chain: Hashable, Sendable {
  /// The fullest name: "Shanghai Cooperation Organization".
  public var canonical: String
  public var label: EntityLabel
  /// Indices of `Document.entities`, ascending.
  public var mentions: [Int]
  /// What the thing is called in lists of the user's or a knowledge base: a Wikidata id, a ticker.
  public var id: String?
  /// The stage that made it.
  public var by: String
  /// Keys of the JSON form that this version does not know.
  public var extra: JSONObject

  public init(
    canonical: String, label: EntityLabel, mentions: [Int], id: String? = nil, by: String, extra: JSONObject = [:]
  ) {
    self.canonical = canonical
    self.label = label
    self.mentions = mentions
    self.id = id
    self.by = by
    self.extra = extra
  }
}
