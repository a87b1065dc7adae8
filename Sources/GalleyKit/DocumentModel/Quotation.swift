public import JSON

/// Words that the text gives as somebody's.
public struct Quotation: Hashable, Sendable {
  /// What was said; of a direct quotation the quotation marks are part.
  public var range: TextRange
  /// The index of the chain of who said it.
  public var speaker: Int?
  /// The words that name the speaker: "Putin", "the minister".
  public var source: TextRange?
  /// The words that attribute it: "stated", "according to".
  public var cue: TextRange?
  public var kind: Kind
  /// The stage that made it.
  public var by: String
  /// Keys of the JSON form that this version does not know.
  public var extra: JSONObject

  /// How the words are given.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Word for word, in quotation marks.
    case direct
    /// By sense: "said that …".
    case indirect
    /// By sense, with parts in quotation marks.
    case mixed
  }

  public init(
    range: TextRange, speaker: Int? = nil, source: TextRange? = nil, cue: TextRange? = nil, kind: Kind, by: String,
    extra: JSONObject = [:]
  ) {
    self.range = range
    self.speaker = speaker
    self.source = source
    self.cue = cue
    self.kind = kind
    self.by = by
    self.extra = extra
  }
}
