internal import DocumentModel
internal import Evaluation
internal import Glibc
internal import JSON
internal import Runner
internal import StageKit
internal import Synchronization

/// A pipeline, gold, and what is to be compared.
struct EvalRequest {
  private let pipeline: Pipeline
  private let gold: [GoldDocument]
  private let runSettings: RunSettings
  private let isQuiet: Bool
  private(set) var evaluation: Evaluation

  /// - Throws: `UsageError` where layers or labels are none of the gold's.
  init(_ arguments: Arguments, _ file: EvaluationFile?, _ gold: [GoldDocument], _ pipeline: Pipeline) throws {
    self.pipeline = pipeline
    self.gold = gold
    isQuiet = arguments.has("quiet")
    var settings = EvaluationSettings()
    settings.layers = try EvalChoices.layers(arguments, gold, pipeline)
    settings.labelMap = try EvalChoices.labelMap(arguments, file, gold)
    settings.labels = try EvalChoices.labels(arguments, file, gold, settings)
    settings.matchesMentionsByOverlap = try EvalChoices.matchesMentionsByOverlap(arguments)
    settings.stems = !arguments.has("no-stemming")
    evaluation = Evaluation(settings)
    var runSettings = RunSettings()
    runSettings.jobs =
      try arguments.integer("jobs", in: 1...1024, of: EvalCommand.command) ?? Int(sysconf(CInt(_SC_NPROCESSORS_ONLN)))
    runSettings.isolation = try RunRequest.isolation(arguments, pipeline)
    runSettings.maximumErrors = .count(gold.count)
    runSettings.documentForm = .complete
    self.runSettings = runSettings
  }

  /// Takes the gold's texts through the pipeline and compares what it finds.
  mutating func run() throws -> RunReport {
    let texts = try TextsForRun(gold)
    defer { texts.remove() }
    let inputs = try InputSelection(paths: [texts.path], format: .jsonl).list()
    let run = try Run(pipeline, on: inputs, settings: runSettings)
    let gold = gold
    let progress = RunProgress(total: gold.count, isQuiet: isQuiet) { input in
      gold.indices.contains((input.line ?? 0) - 1) ? gold[(input.line ?? 0) - 1].place : input.uri
    }
    let comparison = EvalComparison(evaluation, gold, progress)
    let report = run.start(into: comparison.delivery, observer: comparison, stop: Interrupts.stopFlag())
    progress.finish()
    evaluation = comparison.result
    return report
  }
}

/// The texts of gold in a file of their own, a document a line, as a run reads them.
private struct TextsForRun {
  let path: String

  /// - Throws: `UnwritableFile`.
  init(_ gold: [GoldDocument]) throws {
    let folder = Environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    var template = Array("\(folder)/galley-eval-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw UnwritableFolder(path: folder, reason: String(cString: strerror(errno)))
    }
    path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? folder } + "/texts.jsonl"
    var bytes: [UInt8] = []
    for document in gold { bytes += document.unannotated.json(DocumentForm(layout: .compact)) + [0x0A] }
    try OutputFile.replace(path, with: bytes)
  }

  func remove() {
    unlink(path)
    rmdir(String(path.dropLast("/texts.jsonl".count)))
  }
}

/// The texts can't be laid down for the run.
private struct UnwritableFolder: Error, CustomStringConvertible {
  let path: String
  let reason: String

  var description: String { "can't write into '\(path)': \(reason); set TMPDIR to a folder with room" }
}

/// Compares documents with their gold as they come out of a run, in the gold's order.
private final class EvalComparison: RunObserver {
  private let gold: [GoldDocument]
  private let progress: RunProgress
  private let state: Mutex<State>

  private struct State {
    var evaluation: Evaluation
    var document: Document?
    var failure: String?
  }

  init(_ evaluation: Evaluation, _ gold: [GoldDocument], _ progress: RunProgress) {
    self.gold = gold
    self.progress = progress
    state = Mutex(State(evaluation: evaluation))
  }

  var result: Evaluation { state.withLock { $0.evaluation } }

  /// Keeps the document until its end is told.
  var delivery: any Delivery {
    ClosureDelivery { [self] delivered, _ in
      state.withLock { state in
        (state.document, state.failure) = (nil, nil)
        do {
          state.document = try delivered.document ?? Document(json: JSON(parsing: delivered.json ?? []))
        } catch {
          state.failure = "the pipeline's document can't be read: \(error)"
        }
      }
    }
  }

  func ended(_ ended: EndedInput, report: RunReport) {
    progress.ended(ended, report: report)
    guard let line = ended.input.line, gold.indices.contains(line - 1) else { return }
    let gold = gold[line - 1]
    state.withLock { state in
      if let document = state.document {
        state.evaluation.add(gold, found: document)
      } else {
        state.evaluation.add(gold, failedFor: state.failure ?? ended.ending.reason)
      }
      (state.document, state.failure) = (nil, nil)
    }
  }
}

extension InputEnding {
  /// Why there is no document.
  fileprivate var reason: String {
    switch self {
    case .quarantined(let failure): "\(failure)"
    case .skipped(let reason): reason
    case .filtered, .delivered, .unchanged: "the pipeline let it go"
    }
  }
}
