/// Why some bytes are not JSON, and where.
public struct JSONSyntaxError: Error, Hashable, Sendable {
  /// What is wrong and what to do about it, in the words of a message: "a comma before '}': take it out".
  public var problem: String
  /// Where in the text: what is wrong itself, or the place where something is missing.
  public var location: JSONLocation
}

extension JSONSyntaxError: CustomStringConvertible {
  public var description: String { "line \(location.line), column \(location.column): \(problem)" }
}
