public import JSON

/// A part of the text under one heading, with the parts below it.
public struct Section: Hashable, Sendable {
  /// The whole section: heading, own text and subsections.
  public var range: TextRange
  /// The depth of the heading, one of `levels`.
  public var level: Int
  /// The heading's words without marks such as `##`; `nil` for text before the first heading (the lead).
  public var heading: TextRange?
  /// The section's own text: from after the heading to the first subsection or the end.
  public var body: TextRange
  /// The index of the section that this one is part of.
  public var parent: Int?
  /// The stage that made it.
  public var by: String
  /// Keys of the JSON form that this version does not know.
  public var extra: JSONObject

  /// The depths that a heading or an item of a list can have; what is deeper has the last.
  public static let levels = 1...255

  public init(
    range: TextRange, level: Int, heading: TextRange?, body: TextRange, parent: Int? = nil, by: String,
    extra: JSONObject = [:]
  ) {
    self.range = range
    self.level = level
    self.heading = heading
    self.body = body
    self.parent = parent
    self.by = by
    self.extra = extra
  }
}
