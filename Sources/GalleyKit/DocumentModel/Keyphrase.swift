public import JSON

/// A phrase that tells what the text is about.
public struct Keyphrase: Hashable, Sendable {
  /// The phrase as the text has it first.
  public var text: String
  /// Higher is better; comparable within one document.
  public var score: Double
  /// The stage that made it.
  public var by: String
  /// Keys of the JSON form that this version does not know.
  public var extra: JSONObject

  public init(text: String, score: Double, by: String, extra: JSONObject = [:]) {
    self.text = text
    self.score = score
    self.by = by
    self.extra = extra
  }
}
