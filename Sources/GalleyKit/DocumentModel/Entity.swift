public import JSON

/// A mention of a named thing, a time or an amount.
public struct Entity: Hashable, Sendable {
  public var range: TextRange
  public var label: EntityLabel
  /// The index of the chain of this mention; `nil` where chains were not looked for, or for amounts and the like.
  public var chain: Int?
  /// The stage that made it.
  public var by: String
  /// What it was found by.
  public var why: Evidence?
  /// How sure the finder is, from 0 to 1.
  public var score: Double?
  /// What a date, a time or an amount stands for, in a form that can be compared: "2026-07-03", "USD 3200000000".
  public var normal: String?
  /// Keys of the JSON form that this version does not know.
  public var extra: JSONObject

  /// What an entity was found by; open for other stages' ways.
  public struct Evidence: Hashable, Sendable, RawRepresentable {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let rule = Evidence(rawValue: "rule")
    public static let gazetteer = Evidence(rawValue: "gazetteer")
    public static let model = Evidence(rawValue: "model")
    /// A pattern of the user's own.
    public static let pattern = Evidence(rawValue: "pattern")
  }

  public init(
    range: TextRange, label: EntityLabel, chain: Int? = nil, by: String, why: Evidence? = nil, score: Double? = nil,
    normal: String? = nil, extra: JSONObject = [:]
  ) {
    self.range = range
    self.label = label
    self.chain = chain
    self.by = by
    self.why = why
    self.score = score
    self.normal = normal
    self.extra = extra
  }
}
