internal import JSON
public import Runner

/// Something that a case expects and that is not so.
public struct TestFailure: Hashable, Sendable {
  /// The place of the expectation in the test file.
  public let place: Place
  /// What is expected, on one line.
  public let expected: String
  /// What is so instead.
  public let found: String
  /// More to look at: the nearest miss, a difference.
  public let details: [String]

  init(_ expected: String, found: String, details: [String] = [], at place: Place) {
    self.place = place
    self.expected = expected
    self.found = found
    self.details = details
  }
}

extension Origin {
  /// The place in the file; tests' expectations always have one.
  func place(_ part: JSONLocator.Part = .value) -> Place {
    switch self {
    case .file(let source, let pointer): source.place(of: pointer, part)
    case .argument(let argument): SourceText(path: argument, bytes: []).place(of: .root, part)
    }
  }
}
