public import JSON

/// A short form of the text, made of its own sentences.
public struct Summary: Hashable, Sendable {
  /// The chosen sentences, joined by spaces.
  public var text: String
  /// The chosen sentences in document order.
  public var sentences: [Choice]
  /// The stage that made it.
  public var by: String
  /// Keys of the JSON form that this version does not know.
  public var extra: JSONObject

  /// One sentence of a summary.
  public struct Choice: Hashable, Sendable {
    public var range: TextRange
    /// What it was chosen by: higher is better; comparable within one document.
    public var score: Double
    /// Keys of the JSON form that this version does not know.
    public var extra: JSONObject

    public init(range: TextRange, score: Double, extra: JSONObject = [:]) {
      self.range = range
      self.score = score
      self.extra = extra
    }
  }

  public init(text: String, sentences: [Choice], by: String, extra: JSONObject = [:]) {
    self.text = text
    self.sentences = sentences
    self.by = by
    self.extra = extra
  }
}
