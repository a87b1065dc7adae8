public import JSON

/// A block of running text.
public struct Paragraph: Hashable, Sendable {
  /// The text without the white space around it; preformatted text has the indentation of its first line.
  public var range: TextRange
  /// What kind of block it is.
  public var kind: Kind
  /// The depth that the source's markup gives a heading or an item of a list, one of `Section.levels`; `nil` where it
  /// gives none.
  public var level: Int?
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
    /// A block quotation. One with a level is an item of a list in the quotation, its mark included.
    public static let quote = Kind(rawValue: "quote")
    /// A row of a table: its cells in order, parted by bars, with one space between any two of them: `Turku | 4`. An empty
    /// cell is nothing (`Turku | | 12`, `| 4`, `Turku |`), so that a bar parts cells where a space or the row's border stands
    /// on either side of it; one of a cell's own joins the word before it. All rows of a table count columns alike: a cell over several leaves empty ones behind and below it.
    public static let tableRow = Kind(rawValue: "table-row")
    /// Text whose line breaks and spaces matter, such as code.
    public static let preformatted = Kind(rawValue: "preformatted")
    /// A heading as the source's markup has it: what a stage that reads markup hands on, and what sections are made from.
    public static let heading = Kind(rawValue: "heading")
  }

  public init(range: TextRange, kind: Kind = .text, level: Int? = nil, by: String, extra: JSONObject = [:]) {
    self.range = range
    self.kind = kind
    self.level = level
    self.by = by
    self.extra = extra
  }
}
