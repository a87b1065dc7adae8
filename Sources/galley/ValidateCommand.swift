internal import JSON
internal import PipelineTesting
internal import Runner
internal import StageKit

/// `galley validate`: finds every mistake of a pipeline or test file without running it.
enum ValidateCommand {
  static let command = Command(
    name: "validate", summary: "Find every mistake of a pipeline or test file without running it",
    operands: Command.Operands(usage: "PIPELINE…", count: 1...Int.max),
    flags: [PipelineArguments.plugins] + PipelineArguments.changes + [
      Flag("json", help: "Print the problems as JSON, for editors and scripts.")
    ],
    examples: [
      ("galley validate Pipelines/news.json", "says what is wrong, with line and column, and exits 2"),
      ("galley validate Pipelines/*.json", "several at once"),
    ],
    notes: "Exit status: 0 all well, 2 a pipeline has problems."
  ) { arguments in
    let registry = try PipelineArguments.registry(arguments)
    let changes = PipelineLoader.Arguments(
      settings: arguments.values("set"), parameters: arguments.values("param"), environment: Environment.all)
    var status = ExitStatus.success
    var report: [JSON] = []
    for path in arguments.operands {
      let found: (words: String, warnings: [PipelineProblem])
      do throws(PipelineProblems) {
        found = try Self.found(at: path, registry, changes)
      } catch {
        status = ExitStatus.couldNotRun
        if !arguments.has("json") { Terminal.standardError.write("\(error)\n") }
        report.append(["file": .string(path), "problems": .array(error.problems.map { json($0) }), "warnings": []])
        continue
      }
      if !arguments.has("json") {
        try Terminal.standardOutput.print("\(path): \(Style.green("ok", on: .standardOutput)) (\(found.words))\n")
        Terminal.standardError.warn(of: found.warnings)
      }
      report.append(["file": .string(path), "problems": [], "warnings": .array(found.warnings.map { json($0) })])
    }
    if arguments.has("json") {
      try Terminal.standardOutput.print(JSON.array(report).text(.lines(depth: 3)) + "\n")
    }
    return status
  }

  /// What the file has, where all is well with it: the stages of a pipeline, the number of cases; and what is hardly meant.
  private static func found(
    at path: String, _ registry: StageRegistry, _ changes: PipelineLoader.Arguments
  ) throws(PipelineProblems) -> (words: String, warnings: [PipelineProblem]) {
    guard path.hasSuffix(TestFile.suffix) else {
      let pipeline = try PipelineLoader(registry: registry).load(path, changes)
      return (pipeline.steps.map(\.contract.name).joined(separator: " → "), pipeline.warnings)
    }
    let file = try TestFile(path)
    var settings = TestRun.Settings()
    settings.environment = changes.environment
    try TestRun(registry, settings: settings).check([file])
    return (file.count == 1 ? "1 case" : "\(file.count) cases", [])
  }

  private static func json(_ problem: PipelineProblem) -> JSON {
    var object: JSONObject = ["message": .string(problem.message), "path": .string(problem.path)]
    if let place = problem.place {
      object["file"] = .string(place.file)
      object["line"] = .integer(place.line)
      object["column"] = .integer(place.column)
      object["length"] = .integer(place.length)
    }
    return .object(object)
  }
}
