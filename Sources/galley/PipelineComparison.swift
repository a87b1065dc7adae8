internal import DocumentModel
internal import Glibc
internal import Inspection
internal import JSON
internal import Runner
internal import StageKit
internal import Synchronization

/// Runs two pipelines over the same inputs, what both begin with once.
struct PipelineComparison {
  private let fork: PipelineFork
  private let inputs: InputList
  private let settings: RunSettings
  private let observer: WorkObserver

  /// - Parameter arguments: those of `galley compare`.
  init(_ arguments: Arguments) throws {
    let command = CompareCommand.command
    let selection = try InputArguments.selection(
      arguments, of: command, paths: Array(arguments.operands.dropFirst(2)))
    let slice = try SliceArguments.slice(arguments, of: command)
    fork = try PipelineFork(
      PipelineArguments.pipeline(arguments.operands[0], arguments, side: "a", slice: slice),
      PipelineArguments.pipeline(arguments.operands[1], arguments, side: "b", slice: slice))
    inputs = try selection.list()
    var settings = RunSettings()
    settings.jobs = try arguments.integer("jobs", in: 1...1024, of: command) ?? Int(sysconf(CInt(_SC_NPROCESSORS_ONLN)))
    settings.isolation = try RunRequest.isolation(arguments, fork.pipeline)
    try InputArguments.apply(arguments, to: &settings, of: command)
    self.settings = settings
    observer = WorkObserver(
      fork, progress: RunProgress(total: inputs.hasContainers ? nil : inputs.count, isQuiet: arguments.has("quiet")))
  }

  /// What each stage did, once the comparison has ended.
  var work: [StageWork] { observer.work }

  /// Compares what comes of each input.
  ///
  /// - Returns: the exit status where the run has ended before its inputs; `nil` where all were compared.
  func compare(_ comparison: inout Comparison) throws -> Int32? {
    var sums = comparison
    let delivery = ClosureDelivery { delivered, input in Self.add(delivered, of: input, to: &sums) }
    let report = try Run(fork.pipeline, on: inputs, settings: settings)
      .start(into: delivery, observer: observer, stop: Interrupts.stopFlag())
    observer.progress.finish()
    for (uri, failure) in observer.failures {
      sums.addFailure(of: uri, on: .both, reason: failure)
    }
    comparison = sums
    guard report.ending != .complete else { return nil }
    let reason =
      switch report.ending {
      case .stopped(let uri): "stopped at '\(uri)', as the stage's on-error says"
      case .noProcesses(let reason): reason
      case .aborted(let error): "\(error)"
      case .complete, .tooManyErrors, .interrupted: "interrupted"
      }
    Terminal.standardError.write("galley: \(reason); nothing was compared\n")
    return report.exitStatus
  }

  private static func add(_ delivered: Delivered, of input: Input, to comparison: inout Comparison) {
    let sides = delivered.branches.map(outcome)
    guard sides.count == 2 else { return }
    switch (sides[0], sides[1]) {
    case (.success(let first), .success(let second)): comparison.add(first, second)
    case (.failure(let first), .success): comparison.addFailure(of: input.uri, on: .first, reason: first.reason)
    case (.success, .failure(let second)): comparison.addFailure(of: input.uri, on: .second, reason: second.reason)
    case (.failure(let first), .failure(let second)):
      // What both leave out is no document to compare.
      guard !first.isFiltered || !second.isFiltered else { return }
      let reason = first.reason == second.reason ? first.reason : "A: \(first.reason); B: \(second.reason)"
      comparison.addFailure(of: input.uri, on: .both, reason: reason)
    }
  }

  private struct SideFailure: Error {
    let reason: String
    var isFiltered = false
  }

  private static func outcome(of branch: Delivered.Branch) -> Result<Document, SideFailure> {
    switch branch {
    case .failed(let failure): .failure(SideFailure(reason: "\(failure)"))
    case .filtered: .failure(SideFailure(reason: "is left out by the pipeline", isFiltered: true))
    case .document(let json):
      Result { try Document(json: JSON(parsing: json)) }.mapError { SideFailure(reason: "wrote no document: \($0)") }
    }
  }
}

/// Notes how long each stage took, and what failed before the two pipelines part.
private final class WorkObserver: RunObserver {
  let progress: RunProgress
  private let state: Mutex<(work: [StageWork], failures: [(String, String)])>

  init(_ fork: PipelineFork, progress: RunProgress) {
    self.progress = progress
    let work = fork.pipeline.steps.enumerated().map { index, step in
      StageWork(
        stage: step.contract.name, version: step.contract.version,
        side: fork.common.contains(index) ? .both : fork.first.contains(index) ? .first : .second)
    }
    state = Mutex((work, []))
  }

  var work: [StageWork] { state.withLock { $0.work } }
  /// The inputs that failed, with the reasons.
  var failures: [(String, String)] { state.withLock { $0.failures } }

  func ended(_ ended: EndedInput, report: RunReport) {
    progress.ended(ended, report: report)
    state.withLock { state in
      for (index, nanoseconds) in ended.stepNanoseconds.enumerated() where state.work.indices.contains(index) {
        state.work[index].add(nanoseconds: nanoseconds)
      }
      if case .quarantined(let failure) = ended.ending { state.failures.append((ended.input.uri, "\(failure)")) }
    }
  }
}
