internal import Pages

/// The state of a run in the text format of Prometheus, as node_exporter's textfile collector reads it
/// (https://prometheus.io/docs/instrumenting/exposition_formats).
struct Metrics {
  private(set) var text = ""
  private let pipeline: String

  /// - Parameters:
  ///   - isFinished: whether the run has ended; its exit status is told only then.
  ///   - now: seconds since 1970.
  init(_ statistics: RunStatistics, isFinished: Bool, now: Double) {
    let setting = statistics.setting
    let report = statistics.report
    pipeline = setting.pipeline
    family("galley_run_info", .gauge, "What runs; the value is always 1.", [([("version", setting.version)], 1)])
    family("galley_run_start_time_seconds", .gauge, "When the run began, since 1970.", Double(setting.started))
    family("galley_run_updated_time_seconds", .gauge, "When these figures were written, since 1970.", now)
    family("galley_run_duration_seconds", .gauge, "How long the run has taken.", statistics.elapsed.inSeconds)
    family("galley_run_finished", .gauge, "1 once the run has ended, in whatever way.", isFinished ? 1 : 0)
    if isFinished {
      family("galley_run_exit_status", .gauge, "The exit status of the run.", Double(report.exitStatus))
    }
    family("galley_jobs", .gauge, "Documents processed at once.", Double(setting.jobs))
    family("galley_inputs", .gauge, "Inputs of the run.", Double(max(setting.inputs, report.counts.total)))
    family(
      "galley_inputs_ended_total", .counter, "Inputs that came to an end, by what became of them.",
      report.counts.states.map { ([("state", $0.name)], Double($0.count)) })
    family("galley_outputs_total", .counter, "Files or records delivered.", Double(report.outputs))
    family("galley_read_bytes_total", .counter, "Bytes of the inputs that were read.", Double(report.bytesRead))
    family(
      "galley_errors_total", .counter, "Documents that failed, by stage, reading or delivery.",
      statistics.errors.counts.sorted.map { ([("stage", $0.name)], Double($0.count)) })
    family(
      "galley_warnings_total", .counter, "Warnings about documents, by code.",
      statistics.warnings.sorted.map { ([("code", $0.name)], Double($0.count)) })
    family(
      "galley_peak_memory_bytes", .gauge, "The most memory in use at once.",
      [
        ([("process", "self")], Double(statistics.memory.ofProcess)),
        ([("process", "children")], Double(statistics.memory.ofChildren)),
      ])
    summary("galley_document_seconds", "Time that a document took.", [([], statistics.documentTimes)])
    summary(
      "galley_stage_seconds", "Time that a document took in each stage, in reading and in delivery.",
      zip(setting.places, statistics.placeTimes).map { ([("stage", $0)], $1) })
  }

  private enum Kind: String { case gauge, counter, summary }
  private typealias Labels = [(name: String, value: String)]

  private mutating func family(_ name: String, _ kind: Kind, _ help: String, _ value: Double) {
    family(name, kind, help, [([], value)])
  }

  private mutating func family(_ name: String, _ kind: Kind, _ help: String, _ samples: [(Labels, Double)]) {
    guard !samples.isEmpty else { return }
    head(name, kind, help)
    for (labels, value) in samples { sample(name, labels, value) }
  }

  private mutating func summary(_ name: String, _ help: String, _ samples: [(Labels, TimeHistogram)]) {
    head(name, .summary, help)
    for (labels, times) in samples {
      for quantile in [0.5, 0.95, 0.99] where times.count > 0 {
        sample(name, labels + [("quantile", "\(quantile)")], times.quantileSeconds(quantile))
      }
      sample("\(name)_sum", labels, times.totalSeconds)
      sample("\(name)_count", labels, Double(times.count))
    }
  }

  private mutating func head(_ name: String, _ kind: Kind, _ help: String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
  }

  private mutating func sample(_ name: String, _ labels: Labels, _ value: Double) {
    let labels = [(name: "pipeline", value: pipeline)] + labels
    let list = labels.map { "\($0.name)=\"\($0.value.escapedForMetrics)\"" }.joined(separator: ",")
    let isWhole = value == value.rounded() && abs(value) < 1e15
    text += "\(name){\(list)} \(isWhole ? String(Int(value)) : value.description)\n"
  }
}

extension String {
  fileprivate var escapedForMetrics: String {
    var escaped: [UInt8] = []
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "\\"): escaped += Array("\\\\".utf8)
      case UInt8(ascii: "\""): escaped += Array("\\\"".utf8)
      case UInt8(ascii: "\n"): escaped += Array("\\n".utf8)
      default: escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }
}
