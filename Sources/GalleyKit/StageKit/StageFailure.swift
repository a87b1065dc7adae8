/// A stage's way to say that one document can't be processed, where no error of its own says it better.
public struct StageFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with the document and what to do about it.
  public var description: String

  public init(_ description: String) { self.description = description }
}
