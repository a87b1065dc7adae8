internal import Pages
internal import Runner

/// `galley run --verify-determinism`: runs everything twice, by one worker and by many, and compares what comes out.
enum DeterminismCheck {
  static func run(_ request: RunRequest, _ arguments: Arguments) throws -> Int32 {
    var settings = request.settings
    settings.cacheFolder = nil
    let jobs = max(2, settings.jobs)
    // Both before the first run starts threads: workers are forked from what is in memory now.
    settings.jobs = 1
    let alone = try Run(request.pipeline, on: request.inputs, settings: settings)
    settings.jobs = jobs
    let together = try Run(request.pipeline, on: request.inputs, settings: settings)

    let stop = Interrupts.stopFlag()
    let (first, second) = (DigestDelivery(), DigestDelivery())
    for (run, delivery) in [(alone, first), (together, second)] {
      let total = request.inputs.hasContainers ? nil : request.inputs.count
      let progress = RunProgress(total: total, isQuiet: arguments.has("quiet") || delivery === second)
      let report = run.start(into: delivery, observer: progress, stop: stop)
      progress.finish()
      if case .interrupted = report.ending { return report.exitStatus }
    }
    let differing = differences(first.entries, second.entries)
    for line in differing { try Terminal.standardOutput.print("differs: \(line)\n") }
    let count = first.entries.count
    Terminal.standardError.write(
      differing.isEmpty
        ? "\(request.pipeline.name): \(count.grouped) \(count == 1 ? "input gives" : "inputs give") the same bytes by 1 "
          + "worker and by \(jobs)\n"
        : "\(request.pipeline.name): \(differing.count.grouped) outputs differ between two runs: a stage of the pipeline is "
          + "not a pure function of document and options\n")
    return differing.isEmpty ? ExitStatus.success : ExitStatus.someFailed
  }

  /// What is not the same in both runs: the input, and the output's name.
  private static func differences(_ first: [DigestDelivery.Entry], _ second: [DigestDelivery.Entry]) -> [String] {
    var lines: [String] = []
    for (one, other) in zip(first, second) where one != other {
      let names = Set(one.outputs.keys).union(other.outputs.keys).sorted()
      for name in names where one.outputs[name] != other.outputs[name] {
        lines.append(name.isEmpty ? one.uri : "\(one.uri): \(name)")
      }
    }
    if first.count != second.count { lines.append("the number of inputs: \(first.count), then \(second.count)") }
    return lines
  }
}
