internal import DocumentModel
internal import JSON
internal import Runner

/// One case of a test file: what runs, on what, and what should come of it.
struct TestCase: Sendable {
  let name: String
  let subject: Subject
  let input: TestInput
  let expectations: [Sourced<Expectation>]
  let snapshot: Sourced<SnapshotRequest>?
  /// Why it is not run.
  let skipReason: String?
  /// Where its name stands.
  let origin: Origin

  /// Whether it is about a failure, be it that the stage can't be made.
  var expectsError: Bool {
    expectations.contains { if case .error = $0.value { true } else { false } }
  }
}

/// What a case runs.
enum Subject: Sendable {
  /// One stage by itself.
  case stage(Sourced<String>, options: Sourced<JSONObject>?)
  /// A pipeline that the case itself holds.
  case stages([JSON], Origin)
  case pipeline(PipelinePart)
}

/// Steps of a pipeline file.
struct PipelinePart: Sendable {
  /// The path, relative to the test file's folder.
  var path: Sourced<String>
  var settings: [String] = []
  var parameters: [String] = []
  var from: Sourced<String>?
  var until: Sourced<String>?
}

/// What a case hands to the first stage.
enum TestInput: Sendable {
  case document(Document)
  /// The path, relative to the test file's folder.
  case file(Sourced<String>)
}

/// What of a result a snapshot keeps.
struct SnapshotRequest: Sendable {
  var keepsOutputs = false
}
