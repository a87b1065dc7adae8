internal import DocumentModel
internal import Glibc
internal import JSON
internal import Runner
internal import StageKit

/// Reads a test file, gathering every mistake.
struct TestFileReader {
  private(set) var problems: [PipelineProblem] = []

  /// What the file at `path` says, or `nil` where it can't be told.
  mutating func read(_ path: String) -> TestFile? {
    let bytes: [UInt8]
    do {
      bytes = try Resources().bytes(of: path)
    } catch {
      problems.append(PipelineProblem(.unreadable(file: path, reason: error.reason), at: nil))
      return nil
    }
    let source = SourceText(path: path, bytes: bytes)
    do {
      return readFile(try JSON(parsing: bytes), source)
    } catch {
      problems.append(PipelineProblem(.syntax(error.problem), place: Place(error.location, in: source)))
      return nil
    }
  }

  private mutating func readFile(_ json: JSON, _ source: SourceText) -> TestFile? {
    let origin = Origin.file(source, .root)
    if json["stages"] != nil, json["cases"] == nil {
      problems.append(PipelineProblem(.refused(Self.isPipeline), at: origin.appending("stages"), .key))
      return nil
    }
    guard var members = MemberTaker(json, at: origin, problems: &problems) else { return nil }
    defer { members.finish(&problems) }
    _ = members.string("$schema")
    _ = members.string("description")
    let pipeline = members.string("pipeline") ?? Self.pipelineBeside(source)
    guard let cases = members.array("cases"), !cases.value.isEmpty else {
      if json["cases"] == nil {
        members.note(.missingKey("cases", example: Self.example), at: origin)
      } else if json["cases"]?.array != nil {
        members.note(.refused(Self.hasNoCases), at: origin.appending("cases"))
      }
      return nil
    }
    var read: [TestCase] = []
    for (index, entry) in cases.value.enumerated() {
      var reader = TestCaseReader(defaultPipeline: pipeline)
      if let test = reader.read(entry, at: cases.origin.appending(index)) { read.append(test) }
      problems += reader.problems
    }
    noteRepeatedNames(in: read)
    return TestFile(source: source, cases: read)
  }

  private static let hasNoCases = "there are no cases; add some, for example \(example)"
  private static let isPipeline =
    "this is a pipeline; its tests stand beside it in a file NAME.test.json, under \"cases\""
  private static let example =
    #""cases": [ { "name": "finds Oslo", "stage": "entity-tag", "text": "Oslo.", "expect": { "entities": [ "Oslo" ] } } ]"#

  /// `news.json` for `news.test.json`, where it is there.
  private static func pipelineBeside(_ source: SourceText) -> Sourced<String>? {
    guard source.path.hasSuffix(TestFile.suffix) else { return nil }
    let path = "\(source.path.dropLast(TestFile.suffix.count)).json"
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return access(path, F_OK) == 0 ? Sourced(value: name, origin: .file(source, .root)) : nil
  }

  /// Two cases of one name could not be told apart, nor could their snapshots.
  private mutating func noteRepeatedNames(in cases: [TestCase]) {
    var names: [String: String] = [:]
    for test in cases {
      let slug = Snapshot.slug(of: test.name)
      if let other = names.updateValue(test.name, forKey: slug) {
        let why = other == test.name ? "two cases have the name \"\(other)\"" : "\"\(other)\" has nearly the same name"
        problems.append(PipelineProblem(.refused("\(why): give this one another"), at: test.origin))
      }
    }
  }
}
