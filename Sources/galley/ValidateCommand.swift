internal import JSON
internal import Runner
internal import StageKit

/// `galley validate`: finds every mistake of a pipeline file without running it.
enum ValidateCommand {
  static let command = Command(
    name: "validate", summary: "Find every mistake of a pipeline file without running it",
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
      do throws(PipelineProblems) {
        let pipeline = try PipelineLoader(registry: registry).load(path, changes)
        if !arguments.has("json") { try? Terminal.standardOutput.print(line(for: pipeline, at: path)) }
        report.append(["file": .string(path), "problems": []])
      } catch {
        status = ExitStatus.couldNotRun
        if !arguments.has("json") { Terminal.standardError.write("\(error)\n") }
        report.append(["file": .string(path), "problems": .array(error.problems.map { json($0) })])
      }
    }
    if arguments.has("json") {
      try Terminal.standardOutput.print(JSON.array(report).text(.lines(depth: 3)) + "\n")
    }
    return status
  }

  private static func line(for pipeline: Pipeline, at path: String) -> String {
    let stages = pipeline.steps.map(\.contract.name).joined(separator: " → ")
    return "\(path): \(Style.green("ok", on: .standardOutput)) (\(stages))\n"
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
