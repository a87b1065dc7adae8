internal import Glibc
internal import JSON
internal import Runner
internal import StageKit

/// `galley run`: takes articles through a pipeline.
enum RunCommand {
  static let command = Command(
    name: "run", summary: "Take articles through a pipeline",
    operands: Command.Operands(usage: "PIPELINE INPUT…", count: 2...Int.max),
    flags: [
      Flag("output", short: "o", value: "OUT", help: "The folder for the outputs, or - for standard output."),
      Flag("jobs", short: "j", value: "N", help: "Documents processed at once; as many as there are cores by default."),
      Flag(
        "include", value: "GLOB", repeats: true,
        help: "Of folders, take only files whose name or path matches: --include '2026/**'."),
      Flag("exclude", value: "GLOB", repeats: true, help: "Of folders, leave out files and folders that match."),
      Flag("charset", value: "NAME", help: "The charset of all inputs, where it should not be found out for each."),
      Flag("max-bytes", value: "N", help: "Refuse larger inputs (1 GiB by default)."),
      Flag("check-contracts", help: "Compare what each stage did with what its contract allows (slower)."),
    ] + RunReportFiles.flags + PipelineArguments.changes + [
      PipelineArguments.plugins,
      Flag("json", help: "Print the report of the run as JSON on standard output."),
      Flag("quiet", short: "q", help: "Say nothing but what went wrong."),
    ],
    examples: [
      ("galley run Pipelines/news.json ARTICLES/ -o out", "a folder, with all below it"),
      ("galley run Pipelines/news.json story.txt -o -", "one article, to standard output"),
      ("galley run stages.json - < story.txt", "without an export stage: the document's JSON"),
      ("galley run news.json A/ -o out --set stages.summarize.sentences=5", "with another option"),
    ],
    notes: """
      INPUT is a folder, a file, or - for one document on standard input. Outputs are named relative to OUT.
      A pipeline without an export stage prints the documents' JSON: one document over several lines, more as JSON lines.

      Exit status: 0 all well, 1 some documents failed, 2 could not run, 130 and 143 ended by a signal.
      """,
    body: run)

  private static func run(_ arguments: Arguments) throws -> Int32 {
    let pipeline = try PipelineArguments.pipeline(arguments.operands[0], arguments)
    let output = arguments.value("output")
    let selection = InputSelection(
      paths: Array(arguments.operands.dropFirst()), include: arguments.values("include"),
      exclude: arguments.values("exclude"))
    try checkOutput(output, of: pipeline, arguments)
    let inputs = try selection.list(output: output == "-" ? nil : output)
    let delivery = try delivery(to: output, of: pipeline, on: inputs)
    let settings = try settings(arguments)
    let run = try Run(pipeline, on: inputs, settings: settings)
    let files = try RunReportFiles(pipeline, on: inputs, jobs: settings.jobs, output: output, arguments)

    let progress = RunProgress(total: inputs.count, isQuiet: arguments.has("quiet"))
    let start = ContinuousClock.now
    let report = run.start(
      into: delivery, observer: files.observer(beside: progress), stop: Interrupts.stopFlag())
    progress.finish()
    let page = files.finish(report)
    let summary = RunSummary(
      report: report, inputs: inputs, pipeline: pipeline.name, output: output, reportPage: page,
      elapsed: ContinuousClock.now - start)
    if report.ending == .aborted(.readerGone) { return ExitStatus.success }
    if arguments.has("json") { try Terminal.standardOutput.print(summary.json.text(.lines(depth: 2)) + "\n") }
    if !arguments.has("quiet") || report.ending != .complete {
      Terminal.standardError.write(summary.text(on: .standardError))
    }
    return report.exitStatus
  }

  private static func settings(_ arguments: Arguments) throws -> RunSettings {
    var settings = RunSettings()
    settings.jobs = try arguments.integer("jobs", in: 1...1024, of: command) ?? Int(sysconf(CInt(_SC_NPROCESSORS_ONLN)))
    settings.maximumBytes = try arguments.integer("max-bytes", in: 1...Int.max, of: command) ?? settings.maximumBytes
    settings.checksContracts = arguments.has("check-contracts")
    settings.charset = arguments.value("charset")
    return settings
  }

  /// Results must have a place to go, and only one.
  private static func checkOutput(_ output: String?, of pipeline: Pipeline, _ arguments: Arguments) throws {
    if pipeline.rendersOutputs && (output ?? "").isEmpty {
      throw UsageError(
        .refused("the pipeline has outputs; say where by -o FOLDER, or -o - for standard output"), of: command)
    }
    if !pipeline.rendersOutputs, let output, output != "-" {
      throw UsageError(
        .refused(
          "the pipeline has no export stage, so there is nothing to write in '\(output)': add one, or leave -o away to "
            + "print the documents' JSON"), of: command)
    }
    if arguments.has("json") && (!pipeline.rendersOutputs || output == "-") {
      throw UsageError(.refused("--json prints on standard output, where the results go: say -o FOLDER"), of: command)
    }
  }

  private static func delivery(to output: String?, of pipeline: Pipeline, on inputs: InputList) throws -> any Delivery {
    guard pipeline.rendersOutputs else { return DocumentPrinter.delivery(isOnlyOne: inputs.count == 1) }
    guard let output, output != "-" else { return StreamDelivery(to: STDOUT_FILENO, name: "standard output") }
    return try FolderDelivery(at: output, of: pipeline, on: inputs)
  }
}

extension Pipeline {
  /// Whether any stage makes outputs.
  var rendersOutputs: Bool { steps.contains { $0.stage is any Renderer } }
}
