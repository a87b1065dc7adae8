internal import Glibc
internal import JSON
internal import Runner
internal import StageKit

/// `galley run`: takes articles through a pipeline.
enum RunCommand {
  static let command = Command(
    name: "run", summary: "Take articles through a pipeline",
    operands: Command.Operands(usage: "PIPELINE INPUT…", count: 1...Int.max),
    flags: [
      Flag("output", short: "o", value: "OUT", help: "The folder for the outputs, or - for standard output."),
      Flag("jobs", short: "j", value: "N", help: "Documents processed at once; as many as there are cores by default."),
    ] + InputArguments.selection + InputArguments.fields + [
      InputArguments.maximumBytes, InputArguments.maximumExpansion,
      Flag(
        "max-errors", value: "N", help: "End the run when more than N inputs fail, or more than a share such as 3/1000."
      ),
    ] + RunRequest.isolationFlags + [
      Flag("dry-run", short: "n", help: "Show what would be run, kept and skipped, and why; write nothing."),
      Flag(
        "verify-determinism", help: "Run twice, by one worker and by many, compare what comes out, and write nothing."),
      Flag("prune", help: "Remove outputs of inputs that are not there any more."),
      Flag(
        "cache-size", value: "SIZE",
        help: "Keep documents between stages in so much space of OUT, such as 200M, 4G or 0 (1G): see galley cache."),
      Flag("no-ledger", help: "Keep no ledger in OUT: every run does everything, and survives no power failure."),
      Flag("check-contracts", help: "Compare what each stage did with what its contract allows (slower)."),
    ] + RunReportFiles.flags + SliceArguments.flags + CaptureArguments.flags + PipelineArguments.changes + [
      PipelineArguments.plugins,
      Flag("json", help: "Print the report of the run as JSON on standard output."),
      Flag("quiet", short: "q", help: "Say nothing but what went wrong."),
    ],
    examples: [
      ("galley run Pipelines/news.json ARTICLES/ -o out", "a folder, with all below it"),
      ("galley run Pipelines/news.json story.html -o - --until json", "one article's record, to standard output"),
      ("galley run stages.json - < story.txt", "without an export stage: the document's JSON"),
      (
        "galley run news.json dump.jsonl.gz -o out --text-field body",
        "each line a document, its id from the field 'id'"
      ),
      ("galley run news.json A/ -o out --set stages.summarize.sentences=5", "with another option"),
      ("galley run news.json A/ -o out --dry-run", "what would be done, and why"),
      (
        "galley run news.json story.txt --capture steps",
        "the document between all stages: steps/01-clean/story.json, …"
      ),
      ("galley run news.json steps/04-entity-tag -o out --from quotations", "on from there"),
      ("galley run news.json story.txt --until entity-tag", "the document's JSON as it is after that stage"),
    ],
    notes: """
      INPUT is a folder, a file, a pattern such as 'news/**/*.txt', or - for one document on standard input. Plain text, web
      pages and Markdown are documents, told by their names or, where these don't, by their first bytes; so are the lines
      of .jsonl and the rows of .csv and .tsv files, and what is in .tar, .zip, .warc and compressed files (.gz, .bz2, .xz,
      .zst), which are read without unpacking them. Outputs are named relative to OUT.
      OUT keeps a ledger of what became of every input (galley status OUT). The same command again runs only what has
      changed: inputs, stages, options, outputs; after a crash it goes on from there.
      A pipeline without an export stage prints the documents' JSON: one document over several lines, more as JSON lines.

      Exit status: 0 all well, 1 some documents failed or all inputs were skipped, 2 could not run, 130 and 143 ended by a
      signal.
      """,
    body: run)

  private static func run(_ arguments: Arguments) throws -> Int32 {
    let request = try RunRequest(arguments)
    // What is captured has the findings of all stages.
    if !arguments.has("quiet"), request.settings.capture == nil {
      Terminal.standardError.warn(of: request.pipeline.warnings)
    }
    if arguments.has("dry-run") { return try DryRun.show(request, arguments) }
    if arguments.has("verify-determinism") { return try DeterminismCheck.run(request, arguments) }
    var options = LedgerDelivery.Options()
    options.prunes = arguments.has("prune")
    options.cacheLimit = try RunRequest.cacheSize(arguments)
    options.command = RunRequest.record(arguments)
    return try run(request, arguments, options)
  }

  /// Runs what is requested, tells how it goes and how it ended.
  ///
  /// - Parameter arguments: `quiet`, `json` and `no-ledger` are looked at.
  static func run(_ request: RunRequest, _ arguments: Arguments, _ options: LedgerDelivery.Options) throws -> Int32 {
    // Before anything is open that worker processes should not hold.
    let run = try Run(request.pipeline, on: request.inputs, settings: request.settings)
    let delivery = try delivery(for: request, arguments, options)
    if let ledger = delivery as? LedgerDelivery, ledger.brokenOffRun != nil, !arguments.has("quiet") {
      Terminal.standardError.write(
        "galley: the last run into '\(request.output ?? "")' was cut off; going on from there\n")
    }

    let progress = RunProgress(
      total: request.inputs.hasContainers ? nil : request.inputs.count, isQuiet: arguments.has("quiet"))
    let files = try RunReportFiles(request, arguments)
    let start = ContinuousClock.now
    let report = run.start(
      into: delivery, observer: files.observer(beside: progress), stop: Interrupts.stopFlag())
    progress.finish()
    let (statistics, page) = files.finish(report)
    let summary = RunSummary(
      report: report, inputs: request.inputs, pipeline: request.pipeline.name, output: request.output,
      gone: (delivery as? LedgerDelivery)?.gone, warnings: statistics.warnings.sorted, reportPage: page,
      elapsed: ContinuousClock.now - start)
    if report.ending == .aborted(.readerGone) { return ExitStatus.success }
    if arguments.has("json") { try Terminal.standardOutput.print(summary.json.text(.lines(depth: 2)) + "\n") }
    if !arguments.has("quiet") || report.ending != .complete || report.hasReadNothing {
      Terminal.standardError.write(summary.text(on: .standardError))
    }
    for miscount in (delivery as? LedgerDelivery)?.miscounts ?? [] {
      Terminal.standardError.write("galley: \(miscount)\n")
    }
    let status = report.hasReadNothing ? ExitStatus.someFailed : report.exitStatus
    guard let capture = request.settings.capture else { return status }
    let isCaptured = report.captured.documents > 0
    if !arguments.has("quiet") || !isCaptured { Terminal.standardError.write(capture.line(after: report)) }
    return isCaptured ? status : max(status, ExitStatus.someFailed)
  }

  private static func delivery(
    for request: RunRequest, _ arguments: Arguments, _ options: LedgerDelivery.Options
  ) throws -> any Delivery {
    guard request.pipeline.rendersOutputs else {
      return request.settings.capture != nil && request.output == nil ? CaptureDelivery() : DocumentPrinter.delivery()
    }
    guard let folder = request.folder else { return StreamDelivery(to: STDOUT_FILENO, name: "standard output") }
    guard !arguments.has("no-ledger") else {
      return try FolderDelivery(at: folder, of: request.pipeline, on: request.inputs)
    }
    return try LedgerDelivery(
      at: folder, of: request.pipeline, on: request.inputs, settings: request.settings, options: options)
  }
}
