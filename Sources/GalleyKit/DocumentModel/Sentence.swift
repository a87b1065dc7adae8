public import JSON

/// One sentence.
public struct Sentence: Hashable, Sendable {
  /// From the first to the last character of the sentence, closing marks included, white space around it not.
  public var range: TextRange
  /// The stage that made it.
  public var by: String
  /// Keys of the JSON form that this version does not know.
  public var extra: JSONObject

  public init(range: TextRange, by: String, extra: JSONObject = [:]) {
    self.range = range
    self.by = by
    self.extra = extra
  }
}
