/// Why some bytes are not JSON, and where.
public struct JSONSyntaxError: Error, Hashable, Sendable {
  /// What is wrong, in the words of a message: "unexpected token near ','".
  public var problem: String
  /// Where in the text: the start of the token at which reading stopped.
  public var location: JSONLocation
}

extension JSONSyntaxError: CustomStringConvertible {
  public var description: String { "line \(location.line), column \(location.column): \(problem)" }
}
