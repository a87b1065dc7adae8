/// How one kind of line that is no part of an article is told.
struct BoilerplateRule: Sendable {
  /// The name that the edits carry.
  var name: String
  var shape: Shape
  var place: Place

  /// What the line looks like.
  enum Shape: Sendable {
    /// Words as they have to be, case aside, with anything between them and around them where there was a `*`.
    case pattern(LinePattern)
    /// The whole line as it is, byte for byte: what has been learned.
    case line([UInt8])
  }

  /// Where in the article the line has to stand.
  enum Place: String, Sendable {
    case anywhere
    /// Behind the first line, which may be the article's title.
    case later
    /// Among the last lines.
    case end
  }
}
