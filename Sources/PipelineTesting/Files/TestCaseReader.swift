internal import DocumentModel
internal import JSON
internal import Runner

/// Reads one case of a test file, gathering every mistake.
struct TestCaseReader {
  private(set) var problems: [PipelineProblem] = []
  private let defaultPipeline: Sourced<String>?

  init(defaultPipeline: Sourced<String>?) { self.defaultPipeline = defaultPipeline }

  mutating func read(_ entry: JSON, at origin: Origin) -> TestCase? {
    guard var members = MemberTaker(entry, at: origin, problems: &problems) else { return nil }
    defer { members.finish(&problems) }
    let name = members.string("name")
    if entry["name"] == nil { members.note(.missingKey("name", example: #""name": "finds Oslo""#), at: origin) }
    _ = members.string("description")
    let skip = members.string("skip")
    let subject = readSubject(&members, entry)
    let input = readInput(&members, entry)
    let expectations = readExpectations(&members)
    let snapshot = members.take("snapshot").flatMap { readSnapshot($0) }
    if expectations.isEmpty, snapshot == nil, !Self.expecting.contains(where: { entry[$0] != nil }) {
      members.note(.refused(Self.nothingExpected), at: name?.origin ?? origin)
    }
    guard let name, let subject, let input else { return nil }
    return TestCase(
      name: name.value, subject: subject, input: input, expectations: expectations, snapshot: snapshot,
      skipReason: skip?.value, origin: name.origin)
  }

  private static let expecting = ["expect", "exactly", "absent", "counts", "outputs", "error", "snapshot"]
  private static let nothingExpected =
    "the case expects nothing; add \"expect\", \"exactly\", \"absent\", \"counts\", \"outputs\", \"error\" or \"snapshot\": true"

  // MARK: - What runs

  private mutating func readSubject(_ members: inout MemberTaker, _ entry: JSON) -> Subject? {
    let stage = members.string("stage")
    let options = members.object("with")
    let stages = members.array("stages")
    let pipeline = members.string("pipeline")
    var part = (pipeline ?? defaultPipeline).map { PipelinePart(path: $0) }
    part?.settings = arguments(members.object("set"))
    part?.parameters = arguments(members.object("params"))
    part?.from = members.string("from")
    part?.until = members.string("until")
    let named = ["stage", "stages", "pipeline"].filter { entry[$0] != nil }
    if named.count > 1 {
      members.note(
        .refused("'\(named[0])' and '\(named[1])' both say what to run: leave one out"),
        at: members.origin.appending(named[1]), .key)
      return nil
    }
    for key in ["set", "params", "from", "until"] where entry[key] != nil && (stage != nil || stages != nil) {
      members.note(
        .refused("'\(key)' goes with a pipeline file, not with '\(named[0])'"), at: members.origin.appending(key), .key)
    }
    if let options, stage == nil {
      members.note(
        .refused(
          "'with' goes with 'stage'; options of a pipeline's stage are set by \"set\": { \"stages.STAGE.OPTION\": … }"),
        at: options.origin, .key)
    }
    if let stage { return .stage(stage, options: options) }
    if let stages { return .stages(stages.value, stages.origin) }
    if let part { return .pipeline(part) }
    if named.isEmpty {
      members.note(
        .missingKey("stage", example: #""stage": "clean", or "pipeline": "news.json" for the file or the case"#),
        at: members.origin)
    }
    return nil
  }

  /// Members as the command line has them: `NAME=VALUE`.
  private func arguments(_ object: Sourced<JSONObject>?) -> [String] {
    (object?.value.members ?? []).map { "\($0.key)=\($0.value.string ?? $0.value.text())" }
  }

  // MARK: - On what

  private mutating func readInput(_ members: inout MemberTaker, _ entry: JSON) -> TestInput? {
    let text = members.take("text")
    let file = members.string("file")
    let document = members.object("document")
    let mediaType = members.string("media-type")
    let metadata = members.object("metadata")
    let given = ["text", "file", "document"].filter { entry[$0] != nil }
    guard given.count == 1 else {
      let problem: PipelineProblem.Kind =
        given.isEmpty
        ? .missingKey(
          "text", example: #""text": "Oslo is a city.", or "file": "../articles/story.txt", or "document": { … }"#)
        : .refused("'\(given[0])' and '\(given[1])' both give the input: leave one out")
      members.note(problem, at: given.isEmpty ? members.origin : members.origin.appending(given[1]), .key)
      return nil
    }
    if text == nil, let extra = mediaType?.origin ?? metadata?.origin {
      members.note(.refused("'media-type' and 'metadata' go with 'text'"), at: extra, .key)
    }
    if let file { return .file(file) }
    if let document { return readDocument(document, &members) }
    guard let text, let words = self.text(text, &members) else { return nil }
    var result = Document(
      id: "test", text: words, source: Source(mediaType: mediaType?.value ?? "text/plain"),
      metadata: Metadata(metadata?.value ?? [:]))
    result.source.charset = "utf-8"
    return .document(result)
  }

  /// A string, or one a line.
  private func text(_ text: Sourced<JSON>, _ members: inout MemberTaker) -> String? {
    if let words = text.value.string { return words }
    let lines = (text.value.array ?? []).compactMap(\.string)
    guard let array = text.value.array, lines.count == array.count else {
      members.note(.wrongKind(expected: "a string or a list of lines", found: text.value.kind), at: text.origin)
      return nil
    }
    return lines.joined(separator: "\n")
  }

  private func readDocument(_ json: Sourced<JSONObject>, _ members: inout MemberTaker) -> TestInput? {
    do {
      var document = try Document(json: .object(json.value))
      if document.id.isEmpty { document.id = "test" }
      return .document(document)
    } catch {
      members.note(.refused("is no document: \(error.problem)"), at: json.origin.appending(error.pointer))
      return nil
    }
  }

  // MARK: - What should come of it

  private mutating func readExpectations(_ members: inout MemberTaker) -> [Sourced<Expectation>] {
    var reader = ExpectationReader()
    if let expected = members.object("expect") { reader.readExpected(expected) }
    if let expected = members.object("exactly") { reader.readExactly(expected) }
    if let expected = members.take("absent") { reader.readAbsent(expected) }
    if let expected = members.object("counts") { reader.readCounts(expected) }
    if let expected = members.object("outputs") { reader.readOutputs(expected) }
    if let expected = members.take("error") { reader.readError(expected) }
    problems += reader.problems
    return reader.expectations
  }

  private mutating func readSnapshot(_ value: Sourced<JSON>) -> Sourced<SnapshotRequest>? {
    switch value.value {
    case .bool(true), .string("document"): return Sourced(value: SnapshotRequest(), origin: value.origin)
    case .string("outputs"): return Sourced(value: SnapshotRequest(keepsOutputs: true), origin: value.origin)
    case .bool(false): return nil
    case .string(let word):
      problems.append(PipelineProblem(.notAChoice(word, choices: ["document", "outputs"]), at: value.origin))
    default:
      problems.append(
        PipelineProblem(
          .wrongKind(expected: #"true, "document" or "outputs""#, found: value.value.kind), at: value.origin))
    }
    return nil
  }
}
