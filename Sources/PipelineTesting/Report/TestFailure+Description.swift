internal import Runner

extension TestFailure: CustomStringConvertible {
  /// What is expected and what is found, on one line.
  public var message: String { "expected \(expected); found: \(found)" }

  /// Place, message, the line of the test file with a caret, and what else there is to look at.
  public var description: String {
    let more = details.map { "\n       \($0)" }.joined()
    return "\(place.file):\(place.line):\(place.column): \(message)\n\(place.excerpt)\(more)"
  }
}
