/// Why a file is no gold, and where.
public struct GoldError: Error, Hashable, Sendable {
  /// The file as the user would name it.
  public let uri: String
  /// The line, counted from 1; `nil` where the whole file is meant.
  public let line: Int?
  /// What is wrong and what to do, in the words of a message.
  public let problem: String

  public init(_ uri: String, line: Int? = nil, _ problem: String) {
    self.uri = uri
    self.line = line
    self.problem = problem
  }
}

extension GoldError: CustomStringConvertible {
  public var description: String { line.map { "\(uri):\($0): \(problem)" } ?? "\(uri): \(problem)" }
}
