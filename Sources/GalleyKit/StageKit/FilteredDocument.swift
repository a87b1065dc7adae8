/// What a stage throws to take a document out of the run: no failure, but the end of its way, counted as filtered.
public struct FilteredDocument: Error, Hashable, Sendable, CustomStringConvertible {
  /// Why, in words.
  public var description: String

  public init(_ description: String) { self.description = description }
}
