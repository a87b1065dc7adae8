internal import Glibc
internal import JSON
internal import Pages
internal import Runner
internal import StageKit
internal import Synchronization

/// `galley stream`: a pipeline as a filter of JSON lines, for Unix pipes and larger engines.
enum StreamCommand {
  static let command = Command(
    name: "stream", summary: "Take JSON lines through a pipeline, from standard input to standard output",
    operands: Command.Operands(usage: "PIPELINE", count: 1...1),
    flags: [
      Flag("jobs", short: "j", value: "N", help: "Documents processed at once; as many as there are cores by default.")
    ] + InputArguments.fields + [InputArguments.maximumBytes] + RunRequest.isolationFlags + SliceArguments.flags
      + PipelineArguments.changes + [PipelineArguments.plugins],
    examples: [
      ("galley stream Pipelines/news.json < articles.jsonl > documents.jsonl", "objects with a text in, documents out"),
      ("zcat dump.gz | galley stream news.json --text-field body | jq -c .summary", "between other programs"),
    ],
    notes: """
      Each line is an object with a text, or a document that Galley wrote, which is read with all that was found out about
      it. Each gives one line, in the same order and as soon as it is done: the document, or where it failed
        {"galley":"error","line":3,"id":"a","stage":"clean","reason":"…"}
      with a stage of null where the line could not be read. Blank lines give none. The pipeline's export stages are left
      out, so that the pipelines of 'galley run' serve here too: the documents themselves are what comes out.

      Exit status: 0 all well, 1 some lines failed, 2 could not run, 130 and 143 ended by a signal.
      """,
    body: stream)

  private static func stream(_ arguments: Arguments) throws -> Int32 {
    let pipeline = try PipelineArguments.pipeline(
      arguments.operands[0], arguments, slice: SliceArguments.slice(arguments, of: command)
    ).withoutRenderers
    let inputs = try InputSelection(paths: ["-"], format: .jsonl).list()
    var settings = RunSettings()
    settings.jobs = try arguments.integer("jobs", in: 1...1024, of: command) ?? Int(sysconf(CInt(_SC_NPROCESSORS_ONLN)))
    try InputArguments.apply(arguments, to: &settings, of: command)
    settings.documentForm = DocumentPrinter.form(isOnlyOne: false)
    settings.isolation = try RunRequest.isolation(arguments, pipeline)
    let run = try Run(pipeline, on: inputs, settings: settings)
    let stop = Interrupts.stopFlag()
    let failures = FailurePrinter(stop: stop)
    let report = run.start(into: DocumentPrinter.delivery(), observer: failures, stop: stop)
    if let error = failures.error { throw error }
    switch report.ending {
    case .aborted(.readerGone): return ExitStatus.success
    case .aborted(let error): Terminal.standardError.write("galley: \(error)\n")
    case .stopped: Terminal.standardError.write("galley: stopped at the last line told, as the stage's on-error says\n")
    case .tooManyErrors(let limit):
      Terminal.standardError.write("galley: stopped, as more than \(limit.grouped) lines failed (max-errors)\n")
    case .noProcesses(let reason): Terminal.standardError.write("galley: \(reason)\n")
    case .complete, .interrupted: break
    }
    return report.exitStatus
  }
}

/// Prints a line for each document that failed, in its place among the others.
private final class FailurePrinter: RunObserver {
  private let stop: StopFlag
  private let firstError = Mutex<(any Error)?>(nil)

  /// - Parameter stop: what ends the run where nothing more can be printed.
  init(stop: StopFlag) { self.stop = stop }

  /// Why a line could not be printed.
  var error: (any Error)? { firstError.withLock { $0 } }

  func ended(_ ended: EndedInput, report: RunReport) {
    guard case .quarantined(let failure) = ended.ending else { return }
    let input = ended.input
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("galley", "error")
      writer.member("line", input.line.map { .integer($0) } ?? .null)
      writer.member("id", input.id)
      writer.member("stage", failure.stage.map { .string($0) } ?? .null)
      writer.member("reason", failure.reason)
    }
    let line = writer.bytes + [0x0A]
    do { try Terminal.standardOutput.print(line) } catch {
      firstError.withLock { $0 = $0 ?? error }
      stop.raise(signal: SIGPIPE)
    }
  }
}

extension DocumentFailure {
  fileprivate var stage: String? { if case .stage(let name) = place { name } else { nil } }
}
