internal import Glibc
internal import JSON
internal import Pages
internal import Synchronization

/// Gathers the statistics of a run while it goes on, and keeps a file of metrics up to date.
public final class RunRecorder: RunObserver {
  private let start = ContinuousClock.now
  private let metricsPath: String?
  private let metricsInterval: Duration
  private let state: Mutex<State>

  private struct State {
    var statistics: RunStatistics
    var metricsWritten = Duration.zero
  }

  /// - Parameter metrics: the path of the file that tells the state of the run to Prometheus.
  /// - Throws: `UnwritableFile` where that file can't be written now.
  public init(
    _ setting: RunSetting, metrics: String? = nil, every interval: Duration = .seconds(10)
  ) throws(UnwritableFile) {
    metricsPath = metrics
    metricsInterval = interval
    state = Mutex(State(statistics: RunStatistics(setting)))
    guard let metrics else { return }
    if let error = state.withLock({ Self.write($0.statistics, isFinished: false, to: metrics) }) {
      throw error
    }
  }

  public func ended(_ ended: EndedInput, report: RunReport) {
    let moment = ContinuousClock.now - start
    state.withLock { state in
      state.statistics.record(ended, at: moment)
      guard let metricsPath, moment - state.metricsWritten >= metricsInterval else { return }
      state.metricsWritten = moment
      state.statistics.update(report, at: moment)
      // Where that fails now, the last attempt tells.
      _ = Self.write(state.statistics, isFinished: false, to: metricsPath)
    }
  }

  /// Takes in how the run ended, and writes the metrics for the last time.
  ///
  /// - Returns: the statistics, and what is wrong with the file of metrics, in words.
  public func finish(_ report: RunReport) -> (statistics: RunStatistics, warning: String?) {
    let moment = ContinuousClock.now - start
    return state.withLock { state in
      state.statistics.update(report, at: moment)
      guard let metricsPath else { return (state.statistics, nil) }
      let error = Self.write(state.statistics, isFinished: true, to: metricsPath)
      return (state.statistics, error?.description)
    }
  }

  private static func write(_ statistics: RunStatistics, isFinished: Bool, to path: String) -> UnwritableFile? {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let metrics = Metrics(
      statistics, isFinished: isFinished, now: Double(now.tv_sec) + (Double(now.tv_nsec) / 1e6).rounded() / 1e3)
    do throws(UnwritableFile) {
      try OutputFile.replace(path, with: Array(metrics.text.utf8))
      return nil
    } catch {
      return error
    }
  }
}

extension RunStatistics {
  /// Writes `report.json` and `report.html` into `.galley` of the output folder at `path`, each in one step.
  ///
  /// - Throws: `UnwritableReport`.
  public func writeReport(into path: String) throws(UnwritableReport) {
    do throws(SystemError) {
      let folder = try Folder(making: path).folder(OutputPath.reserved)
      try folder.replace("report.json", with: Array((json.text(.lines(depth: 2)) + "\n").utf8))
      try folder.replace("report.html", with: Array(ReportPage(self).html.markup.utf8))
    } catch {
      throw UnwritableReport(folder: "\(path)/\(OutputPath.reserved)", reason: error.description)
    }
  }
}

/// The report can't be written.
public struct UnwritableReport: Error, CustomStringConvertible {
  public let folder: String
  public let reason: String

  public var description: String { "no report of this run in '\(folder)': \(reason)" }
}
