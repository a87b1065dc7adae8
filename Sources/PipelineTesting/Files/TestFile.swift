public import Runner

/// A test file that has been read: its cases, and nothing wrong with its form.
public struct TestFile: Sendable {
  public let path: String
  let cases: [TestCase]
  let source: SourceText

  /// How the names of test files end.
  public static let suffix = ".test.json"

  /// Reads the file at `path`.
  ///
  /// - Throws: everything that is wrong with its form, at once.
  public init(_ path: String) throws(PipelineProblems) {
    var reader = TestFileReader()
    guard let file = reader.read(path), reader.problems.isEmpty else { throw PipelineProblems(reader.problems) }
    self = file
  }

  init(source: SourceText, cases: [TestCase]) {
    path = source.path
    self.source = source
    self.cases = cases
  }

  /// The number of cases.
  public var count: Int { cases.count }

  /// The names of the cases.
  public var names: [String] { cases.map(\.name) }

  /// The folder of its snapshots: `news.snapshots` beside `news.test.json`.
  var snapshotFolder: String {
    let stem = path.hasSuffix(Self.suffix) ? String(path.dropLast(Self.suffix.count)) : path
    return "\(stem).snapshots"
  }

  /// The files that its results depend on: its own, pipelines and inputs.
  public var dependencies: [String] {
    var paths = [path]
    for test in cases {
      if case .pipeline(let part) = test.subject { paths.append(part.path.resolved) }
      if case .file(let input) = test.input { paths.append(input.resolved) }
    }
    return paths
  }
}

extension Sourced<String> {
  /// The path to open, of one that stands in a file.
  var resolved: String {
    let folder = origin.folder
    return value.hasPrefix("/") || folder == "." ? value : "\(folder)/\(value)"
  }
}
