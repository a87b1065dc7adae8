public import JSON

/// A block of running text.
public struct Paragraph: Hashable, Sendable {
  /// The text without the white space around it.
  public var range: TextRange
  /// What kind of block it is.
  public var kind: Kind
  /// The stage that made it.
  public var by: String
  /// Keys of the JSON form that this version does not know.
  public var extra: JSONObject

  /// Kinds of block; open, so that readers of other formats can say more.
  public struct Kind: Hashable, Sendable, RawRepresentable {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A paragraph of prose.
    public static let text = Kind(rawValue: "text")
    /// An item of a bulleted or numbered list, its mark included.
    public static let listItem = Kind(rawValue: "list-item")
    /// A block quotation.
    public static let quote = Kind(rawValue: "quote")
  }

  public init(range: TextRange, kind: Kind = .text, by: String, extra: JSONObject = [:]) {
    self.range = range
    self.kind = kind
    self.by = by
    self.extra = extra
  }
}
