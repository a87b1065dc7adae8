internal import JSON
internal import Pages
internal import Runner

/// What is said of a run when it has ended.
struct RunSummary {
  let report: RunReport
  let inputs: InputList
  let pipeline: String
  let output: String?
  /// What inputs that are not there any more left behind.
  let gone: GoneDocuments?
  /// The codes of the documents' warnings, with how many there were.
  let warnings: [(name: String, count: Int)]
  /// The page of the report, where there is one.
  let reportPage: String?
  let elapsed: Duration

  /// A line or two for people.
  func text(on terminal: Terminal) -> String {
    let counts = report.counts
    let states = [
      (counts.delivered, "delivered", Style.green), (counts.unchanged, "unchanged", Style.green),
      (counts.filtered, "filtered", Style.dim), (counts.skipped, "skipped", Style.yellow),
      (counts.quarantined, "failed", Style.red), (counts.notRun, "not run", Style.yellow),
    ]
    let told = states.filter { $0.0 > 0 }.map { $0.2("\($0.0.grouped) \($0.1)", on: terminal) }
    let left = [(inputs.hiddenCount, "hidden"), (inputs.excludedCount, "excluded")].filter { $0.0 > 0 }
      .map { "\($0.0.grouped) \($0.1)" }
    var text = "\(pipeline): \(counts.total.grouped) \(counts.total == 1 ? "input" : "inputs"): "
    text += told.joined(separator: ", ")
    if !left.isEmpty { text += " (left out: \(left.joined(separator: ", ")))" }
    if let output, output != "-" {
      text += " → \(output) (\(report.outputs.grouped) \(report.outputs == 1 ? "output" : "outputs"))"
      if report.fromCache > 0 { text += ", \(report.fromCache.grouped) from the cache" }
    }
    let seconds = elapsed.inSeconds
    text += " in \(seconds.rounded(to: 2)) s, \(Int(Double(counts.ended) / max(seconds, 1e-6)).grouped) documents/s, "
    text += "\(megabytes(report.bytesRead, per: seconds)) MB/s\n"
    if counts.skipped > RunProgress.namedSkips {
      text += "all that was skipped, by reason:\n"
      for (reason, count) in report.skipReasons { text += "  \(count.grouped): \(reason)\n" }
    }
    if counts.quarantined > 0, gone != nil, let output {
      text +=
        "kept: what failed is in \(output)/.galley/quarantine; once mended, 'galley replay \(output)' runs it again\n"
    }
    if let reportPage, counts.quarantined > 0 { text += "what failed, by kind: \(reportPage)\n" }
    if !warnings.isEmpty {
      let told = warnings.map { "\($0.count.grouped) \($0.name)" }.joined(separator: ", ")
      text += "warnings: \(told)\(reportPage.map { " (\($0))" } ?? "")\n"
    }
    return text + goneText + ending
  }

  private var goneText: String {
    guard let gone, gone.count > 0 else { return "" }
    let documents = "\(gone.count.grouped) \(gone.count == 1 ? "document" : "documents")"
    let outputs = "\(gone.outputs.count.grouped) \(gone.outputs.count == 1 ? "file" : "files")"
    return gone.arePruned
      ? "pruned: \(documents) whose inputs are gone, with \(outputs)\n"
      : "left: \(documents) of earlier runs whose inputs are gone, with \(outputs); 'galley status \(output ?? "OUT")' "
        + "names them, --prune removes them\n"
  }

  /// Why a run ended before its inputs did, and what to do.
  private var ending: String {
    switch report.ending {
    case .complete:
      report.hasReadNothing
        ? "galley: nothing was read: every input was skipped, the first because \(report.skipReasons.first?.reason ?? "")\n"
        : ""
    case .stopped(let uri):
      "galley: stopped at '\(uri)', as the stage's on-error says; mend it and run the same command again\n"
    case .tooManyErrors(let limit):
      "galley: stopped, as more than \(limit.grouped) inputs failed (max-errors); mend them or the pipeline and run the "
        + "same command again\n"
    case .noProcesses(let reason): "galley: \(reason)\n"
    case .interrupted:
      "galley: interrupted; what was delivered is whole, and the same command "
        + "\(gone == nil ? "runs all inputs again" : "goes on from here")\n"
    case .aborted(let error): "galley: \(error)\n"
    }
  }

  /// The report for programs.
  var json: JSON {
    let counts = report.counts
    return [
      "pipeline": .string(pipeline), "output": output.map { .string($0) } ?? .null,
      "ending": .string(report.ending.name),
      "inputs": .integer(counts.total),
      "counts": counts.json,
      "gone": [
        "documents": .integer(gone?.count ?? 0), "outputs": .array((gone?.outputs ?? []).map { .string($0) }),
        "pruned": .bool(gone?.arePruned ?? false),
      ],
      "left-out": ["hidden": .integer(inputs.hiddenCount), "excluded": .integer(inputs.excludedCount)],
      "outputs": .integer(report.outputs), "from-cache": .integer(report.fromCache),
      "bytes-read": .integer(report.bytesRead),
      "seconds": .real((elapsed.inSeconds * 1000).rounded() / 1000),
      "failures": .array(
        report.failures.map {
          ["input": .string($0.uri), "place": .string($0.failure.place.name), "reason": .string($0.failure.reason)]
        }),
      "warnings": .array(warnings.map { ["code": .string($0.name), "count": .integer($0.count)] }),
      "skipped": .array(report.skipReasons.map { ["reason": .string($0.reason), "count": .integer($0.count)] }),
    ]
  }
}
