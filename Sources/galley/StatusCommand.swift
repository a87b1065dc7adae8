internal import Glibc
internal import JSON
internal import Pages
internal import Runner

/// `galley status`: what has become of every input that was run into a folder.
enum StatusCommand {
  static let command = Command(
    name: "status", summary: "Tell what has become of every input of an output folder",
    operands: Command.Operands(usage: "OUT", count: 1...1),
    flags: [
      Flag(
        "all", short: "a",
        help: "Name every failed input and every document without input, not the first twenty, and every filtered one."),
      Flag("json", help: "Print it as JSON."),
    ],
    examples: [
      ("galley status out", "the last run, counts by state, what failed and why"),
      ("galley status out --json", "for programs"),
      ("galley status out --all --json", "with every copy that dedupe has filtered, and its original"),
    ],
    notes: """
      The states: delivered and unchanged have outputs in OUT; filtered had none by the pipeline's conditions; skipped
      were not read; quarantined failed. Documents whose inputs are gone are removed by galley run --prune.

      Exit status: 0 all well, 1 inputs failed or the last run did not complete, 2 there is no ledger.
      """
  ) { arguments in
    let status = try LedgerStatus(of: arguments.operands[0], namingFiltered: arguments.has("all"))
    if arguments.has("json") {
      try Terminal.standardOutput.print(JSON.array(status.pipelines.map(\.json)).text(.lines(depth: 3)) + "\n")
    } else {
      for pipeline in status.pipelines {
        try Terminal.standardOutput.print(text(of: pipeline, named: arguments.has("all") ? Int.max : 20))
      }
    }
    return status.pipelines.allSatisfy(\.isWell) ? ExitStatus.success : ExitStatus.someFailed
  }

  private static func text(of pipeline: LedgerStatus.PipelineStatus, named: Int) -> String {
    let out = Terminal.standardOutput
    var text = "\(Style.bold(pipeline.name, on: out)): run \(pipeline.lastRun.number), \(pipeline.lastRun.words)\n"
    for (state, count) in pipeline.counts { text += "  \(Help.padded(state, 11))  \(count.grouped)\n" }
    text += "  \(Help.padded("outputs", 11))  \(pipeline.outputCount.grouped)\n"
    text += list(pipeline.quarantined, "failed", Style.red, named) {
      "\($0.uri ?? $0.id ?? ""): \($0.place ?? ""): \($0.reason ?? "")"
        + ($0.attempt > 1 ? " (attempt \($0.attempt))" : "")
    }
    text += list(pipeline.filtered ?? [], "filtered", Style.dim, named) {
      ($0.uri ?? $0.id ?? "") + ($0.decision.map { ": decided \($0)" } ?? "")
    }
    text += list(pipeline.gone, "without input", Style.yellow, named) { "\($0.id ?? $0.uri ?? "")\($0.outputList)" }
    return text
  }

  private static func list(
    _ entries: [LedgerStatus.Entry], _ title: String, _ style: Style, _ named: Int,
    _ words: (LedgerStatus.Entry) -> String
  ) -> String {
    guard !entries.isEmpty else { return "" }
    var text = "\(style(title, on: .standardOutput)):\n"
    for entry in entries.prefix(named) { text += "  \(words(entry).printable)\n" }
    if entries.count > named { text += "  … and \((entries.count - named).grouped) more: --all names them\n" }
    return text
  }
}

extension LedgerStatus.LastRun {
  /// When it was and how it ended.
  var words: String {
    let start = timeOfDay(started)
    switch state {
    case .running(let process): return "going on since \(start) in process \(process)"
    case .cutOff: return "\(start), cut off: run the same command again to go on"
    case .ended(let ending):
      let seconds = max(0, (ended ?? started) - started)
      let advice = ending == "complete" ? "" : ": run the same command again to go on"
      return "\(start), \(ending) after \(Duration.seconds(seconds).clock)\(advice)"
    }
  }

  var json: JSON {
    let (name, process): (String, Int?) =
      switch state {
      case .running(let process): ("running", process)
      case .cutOff: ("cut-off", nil)
      case .ended(let ending): (ending, nil)
      }
    return [
      "number": .integer(number), "state": .string(name), "process": process.map { .integer($0) } ?? .null,
      "started": .string(timeOfDay(started)), "ended": ended.map { .string(timeOfDay($0)) } ?? .null,
      "command": command,
    ]
  }
}

extension LedgerStatus.PipelineStatus {
  /// Whether nothing failed and nothing is left to be done.
  var isWell: Bool {
    let isComplete = if case .ended("complete") = lastRun.state { true } else { false }
    return quarantined.isEmpty && isComplete
  }

  var json: JSON {
    var states = JSONObject()
    for (state, count) in counts { states[state] = .integer(count) }
    var members: JSONObject = [
      "pipeline": .string(name), "run": lastRun.json, "counts": .object(states), "outputs": .integer(outputCount),
      "quarantined": .array(quarantined.map(\.json)), "gone": .array(gone.map(\.json)),
    ]
    if let filtered {
      members["filtered"] = .array(
        filtered.map {
          [
            "id": $0.id.map { .string($0) } ?? .null, "input": $0.uri.map { .string($0) } ?? .null,
            "decided": $0.decisionJSON,
          ]
        })
    }
    return .object(members)
  }
}

/// The moment `seconds` after 1970 began, in ISO 8601, UTC.
func timeOfDay(_ seconds: Int) -> String {
  var moment = time_t(seconds)
  var parts = tm()
  gmtime_r(&moment, &parts)
  return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { buffer in
    let count = strftime(buffer.baseAddress, buffer.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
