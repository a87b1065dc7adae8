internal import Glibc
internal import StageKit

extension PipelineProblem: CustomStringConvertible {
  /// Place, what is wrong, and the next step on one line; then the line of the file with a caret.
  public var description: String {
    let place = place.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
    let subject = path.isEmpty ? "" : "\(path): "
    let excerpt = self.place.map { "\n\($0.excerpt)" } ?? ""
    return "\(place)\(subject)\(message)\(excerpt)"
  }

  /// What is wrong and what to do, without the place.
  public var message: String {
    switch kind {
    case .unreadable(let file, let reason):
      reason == Self.isFolder
        ? "'\(file)' is a folder, where the file of a pipeline is expected" : "can't read '\(file)': \(reason)"
    case .syntax(let problem): "not valid JSON: \(problem)"
    case .unknownKey(let key, let known): "unknown key '\(key)'; \(Self.suggestion(for: key, among: known))"
    case .wrongKind(let expected, let found): "should be \(expected), not \(found)"
    case .badValue(let value, let expected): "should be \(expected), not \(value)"
    case .missingKey(let key, let example): "the key '\(key)' is missing; for example \(example)"
    case .noStages: #"the pipeline has no stages; add some, for example "stages": [ { "use": "clean" } ]"#
    case .unknownStage(let name, let known):
      known.isEmpty
        ? "unknown stage '\(name)': no plugins were found; say where they are by --plugins DIR"
        : "unknown stage '\(name)'; \(Self.suggestion(for: name, among: known))"
    case .option(let error, let stage): "stage '\(stage)': \(error)"
    case .missingLayer(let layer, let stage, let providers):
      "stage '\(stage)' requires \(layer), which no earlier stage provides"
        + (providers.isEmpty ? "" : "; \(Self.list(providers)) does: put it before")
    case .layerUnderCondition(let layer, let stage, let provider):
      "stage '\(stage)' requires \(layer), which '\(provider)' provides only \"when\" its condition holds; give '\(stage)' the "
        + "same \"when\""
    case .rewriteAfterRanges(let stage, let layer, let provider):
      "stage '\(stage)' rewrites the text, into which the \(layer) of '\(provider)' point already; put '\(stage)' before it"
    case .secondBatchStage(let stage, let first):
      "stage '\(stage)' decides about all documents together, and '\(first)' does so before it; a pipeline has one such stage: "
        + "run a second pipeline over what the first one wrote"
    case .equalOutputs(let stage):
      "stage '\(stage)' would write to the files of an earlier one: give each a 'to' of its own"
    case .afterLastExport(let stage, let export):
      "stage '\(stage)' comes after '\(export)', the last to write, so what it adds is in no output: put it before"
    case .stageFailed(let stage, let reason): "stage '\(stage)' can't be made: \(reason)"
    case .circle(let files): "the files extend each other in a circle: \(files.joined(separator: " → "))"
    case .ambiguousStage(let name):
      "several stages are called '\(name)'; give each an \"id\" of its own and name that"
    case .noSuchStage(let name, let known):
      "the pipeline has no stage '\(name)'; \(Self.suggestion(for: name, among: known))"
    case .emptySlice(let first, let last):
      "no stage is left: '\(first)' comes after '\(last)'; name the earlier one by --from"
    case .notAChoice(let word, let choices): "unknown value \"\(word)\"; \(Self.suggestion(for: word, among: choices))"
    case .unknownParameter(let name, let known):
      known.isEmpty
        ? "there is no parameter '\(name)'; declare it under \"parameters\", or write $${ for the characters ${"
        : "there is no parameter '\(name)'; \(Self.suggestion(for: name, among: known))"
    case .parameterWithoutValue(let name, let environment):
      "the parameter '\(name)' has no value; give one by --param \(name)=VALUE"
        + (environment.map { " or in the environment variable \($0)" } ?? "") + ", or a \"default\""
    case .badParameter(let name, let value, let expected):
      "the parameter '\(name)' should be \(expected), not \(value)"
    case .badArgument(let expected): "should look like \(expected)"
    case .refused(let why): why
    }
  }

  /// The system's words for a folder where a file was wanted.
  private static let isFolder = String(cString: strerror(EISDIR))

  private static func suggestion(for name: String, among known: [String]) -> String {
    if let near = name.nearest(in: known) { return "did you mean '\(near)'?" }
    return known.isEmpty ? "there are none" : "there are \(list(known))"
  }

  private static func list(_ names: [String]) -> String { names.map { "'\($0)'" }.joined(separator: ", ") }
}

extension PipelineProblems: CustomStringConvertible {
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
