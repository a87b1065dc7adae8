internal import DocumentModel
internal import Glibc
internal import JSON
internal import Runner
internal import StoryDigest

/// The documents that a digest is made of: read as they are, or made by a pipeline first.
struct DigestReading {
  /// `nil` where the pipeline did not come to its end.
  private(set) var maker: DigestMaker?
  /// How many files of folders hold no document.
  private(set) var otherFiles = 0
  private(set) var exitStatus = ExitStatus.success

  init(_ arguments: Arguments) throws {
    guard let pipeline = arguments.value("pipeline") else {
      for flag in ["set", "param", "plugins", "jobs"] where arguments.has(flag) {
        throw UsageError(
          .refused("--\(flag) is about a pipeline: name it by --pipeline, or leave this out"), of: DigestCommand.command
        )
      }
      var maker = DigestMaker()
      otherFiles = try DocumentArguments.forEachDocument(
        at: arguments.operands, include: arguments.values("include"), exclude: arguments.values("exclude")
      ) { maker.add($0.document) }
      self.maker = maker
      return
    }
    try run(pipeline, arguments)
  }

  private mutating func run(_ path: String, _ arguments: Arguments) throws {
    let pipeline = try PipelineArguments.pipeline(path, arguments).withoutRenderers
    let inputs = try InputSelection(
      paths: arguments.operands, include: arguments.values("include"), exclude: arguments.values("exclude")
    ).list()
    var settings = RunSettings()
    settings.jobs =
      try arguments.integer("jobs", in: 1...1024, of: DigestCommand.command) ?? Int(sysconf(CInt(_SC_NPROCESSORS_ONLN)))
    settings.isolation = .process(maximumMemory: RunSettings.Isolation.defaultMemory)
    settings.documentForm = DocumentPrinter.form(isOnlyOne: false)
    let run = try Run(pipeline, on: inputs, settings: settings)
    let progress = RunProgress(total: inputs.hasContainers ? nil : inputs.count, isQuiet: arguments.has("quiet"))
    var maker = DigestMaker()
    let report = run.start(
      into: ClosureDelivery { delivered, _ throws(DeliveryError) in
        guard let json = delivered.json else { return }
        do {
          maker.add(try Document(json: JSON(parsing: json)))
        } catch {
          throw .brokenStream("a worker's document", reason: "\(error)")
        }
      }, observer: progress, stop: Interrupts.stopFlag())
    progress.finish()
    exitStatus = report.exitStatus
    guard report.ending == .complete else { return tell(report.ending) }
    guard !maker.isEmpty else {
      exitStatus = max(exitStatus, ExitStatus.someFailed)
      return Terminal.standardError.write("galley: no article came through the pipeline; no digest was written\n")
    }
    self.maker = maker
  }

  /// Says why there is no digest.
  private func tell(_ ending: RunReport.Ending) {
    let reason =
      switch ending {
      case .aborted(let error): "\(error)"
      case .stopped: "stopped at the last input told, as the stage's on-error says"
      case .tooManyErrors(let limit): "stopped, as more than \(limit) inputs failed (max-errors)"
      case .noProcesses(let reason): reason
      case .complete, .interrupted: "interrupted"
      }
    Terminal.standardError.write("galley: \(reason); no digest was written\n")
  }
}
