public import JSON

/// Words that lead somewhere else, as the markup that the text was read from has them.
public struct Link: Hashable, Sendable {
  /// The words, without white space around them; they lie in one paragraph or heading.
  public var range: TextRange
  /// Where they lead: an absolute address where the source tells enough for one, otherwise as it stands there.
  public var target: String
  /// The stage that made it.
  public var by: String
  /// Keys of the JSON form that this version does not know.
  public var extra: JSONObject

  public init(range: TextRange, target: String, by: String, extra: JSONObject = [:]) {
    self.range = range
    self.target = target
    self.by = by
    self.extra = extra
  }
}
