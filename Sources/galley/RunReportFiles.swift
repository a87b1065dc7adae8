internal import Glibc
internal import Runner

/// The files that tell what a run was like: the report in the output folder, and the metrics.
struct RunReportFiles {
  static let flags = [
    Flag("no-report", help: "Write no report of the run into OUT/.galley (report.html, report.json)."),
    Flag("metrics", value: "FILE", help: "Tell how the run is going in FILE, every ten seconds, for Prometheus."),
  ]

  private let recorder: RunRecorder
  /// The output folder, or `nil` where no report is wanted.
  private let folder: String?

  /// - Throws: `UnwritableFile`.
  init(_ request: RunRequest, _ arguments: Arguments) throws {
    folder = arguments.has("no-report") || !request.pipeline.rendersOutputs ? nil : request.folder
    recorder = try RunRecorder(
      RunSetting(
        request.pipeline, inputs: request.inputs, jobs: request.settings.jobs, output: request.folder,
        started: time(nil)),
      metrics: arguments.value("metrics"))
  }

  /// An observer that records what `other` is told.
  func observer(beside other: any RunObserver) -> any RunObserver { ObserverPair(first: recorder, second: other) }

  /// Writes the files at the end of the run. What can't be written is a warning.
  ///
  /// - Returns: what was counted, and the path of the report's page, where it is written.
  func finish(_ report: RunReport) -> (statistics: RunStatistics, page: String?) {
    let (statistics, warning) = recorder.finish(report)
    if let warning { warn(warning) }
    guard let folder else { return (statistics, nil) }
    do {
      try statistics.writeReport(into: folder)
      return (statistics, "\(folder)/.galley/report.html")
    } catch {
      warn(error.description)
      return (statistics, nil)
    }
  }

  private func warn(_ message: String) {
    Terminal.standardError.write("\(Style.yellow("warning", on: .standardError)): \(message)\n")
  }
}

/// Two observers that are told the same.
private struct ObserverPair: RunObserver {
  let first: any RunObserver
  let second: any RunObserver

  func ended(_ ended: EndedInput, report: RunReport) {
    first.ended(ended, report: report)
    second.ended(ended, report: report)
  }
}
