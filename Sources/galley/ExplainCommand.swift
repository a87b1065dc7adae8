internal import JSON
internal import Pages
internal import Runner

/// `galley explain`: what a document's results depend on, and why it would run again.
enum ExplainCommand {
  static let command = Command(
    name: "explain", summary: "Tell what a document's results depend on, and why it would run again",
    operands: Command.Operands(usage: "OUT ID", count: 2...2),
    flags: [Flag("json", help: "Print it as JSON.")],
    examples: [("galley explain out 2026/harbour-tunnel", "a document's id, or its input as the run named it")],
    notes: "The pipeline and the input are looked at as they are now, by the command line that the ledger remembers.",
    body: run)

  private static func run(_ arguments: Arguments) throws -> Int32 {
    let (folder, id) = (arguments.operands[0], arguments.operands[1])
    let documents = try documents(called: id, in: folder)
    guard !documents.isEmpty else {
      throw UsageError(
        .refused("the ledger of '\(folder)' has no document '\(id)'; 'galley status \(folder)' tells what it has"),
        of: command)
    }
    let output = try RunRequest.absolutePath(of: folder)
    var json: [JSON] = []
    for document in documents {
      let step = try forecast(for: document, in: output)
      if arguments.has("json") {
        json.append(self.json(document, step))
      } else {
        try Terminal.standardOutput.print(text(document, step))
      }
    }
    if arguments.has("json") { try Terminal.standardOutput.print(JSON.array(json).text(.lines(depth: 4)) + "\n") }
    return ExitStatus.success
  }

  /// The documents called `id`, or whose input is at that path, however the run called it.
  private static func documents(called id: String, in folder: String) throws -> [LedgerDocument] {
    let documents = try LedgerDocument.documents(called: id, in: folder)
    guard documents.isEmpty, let path = WrittenPath(id, in: RunRequest.workingFolder) else { return documents }
    let folders = try LedgerStatus(of: folder).pipelines.compactMap { $0.lastRun.command["directory"]?.string }
    for name in Set(folders).sorted().flatMap(path.names) {
      let found = try LedgerDocument.documents(called: name, in: folder)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// What the same command would do with the document's input; `nil` where that is not there any more.
  private static func forecast(for document: LedgerDocument, in output: String) throws -> RunPlan.Step? {
    let request = try RunRequest(repeating: document.run.command, in: output)
    let plan = try RunPlan(request.pipeline, settings: request.settings, into: request.folder ?? "")
    return try request.decidedInputs().documents(request.settings).first { $0.uri == document.entry.uri }.map(plan.step)
  }

  private static func text(_ document: LedgerDocument, _ step: RunPlan.Step?) -> String {
    let out = Terminal.standardOutput
    let entry = document.entry
    var text =
      "\(Style.bold(entry.id ?? entry.uri ?? "", on: out)): \(document.state) in run \(document.run.number) of "
    text += "\(document.pipeline), \(timeOfDay(document.run.started))\n"
    func line(_ name: String, _ value: String) { text += "  \(Help.padded(name, 8))  \(value)\n" }
    if let reason = entry.reason { line("failed", "\(entry.place ?? ""): \(reason) (attempt \(entry.attempt))") }
    line("input", entry.uri ?? "gone")
    if let source = document.source { line("", "sha256:\(source)") }
    if let decision = document.entry.decision { line("decided", decision) }
    for (name, size) in zip(entry.outputs, document.outputSizes) { line("output", "\(name), \(size.grouped) bytes") }
    for part in document.parts {
      line("output", "\(part.file), \(part.count.grouped) bytes from byte \(part.start.grouped)")
    }
    if let dependencies = document.dependencies {
      line(
        "with",
        "Galley \(dependencies["galley"]?.string ?? ""), document format "
          + "\(dependencies["document-format"]?.integer ?? 0)")
      for stage in dependencies["stages"]?.array ?? [] { line("stage", words(for: stage)) }
    }
    guard let step else { return text + "It would not run again: its input is not there any more.\n" }
    switch step.action {
    case .run: text += "It would run again: \(step.reason).\n"
    case .keep: text += "It would be kept: \(step.reason).\n"
    case .skip: text += "It would be skipped: \(step.reason).\n"
    }
    return text
  }

  private static func words(for stage: JSON) -> String {
    func short(_ key: String) -> String { String((stage[key]?.string ?? "none").prefix(19)) }
    return "\(stage["stage"]?.string ?? "") \(stage["version"]?.string ?? "") (build \(short("build")), options "
      + "\(short("options")))"
  }

  private static func json(_ document: LedgerDocument, _ step: RunPlan.Step?) -> JSON {
    [
      "pipeline": .string(document.pipeline), "state": .string(document.state), "document": document.entry.json,
      "decided": document.entry.decisionJSON,
      "source-sha256": document.source.map { .string($0) } ?? .null, "depends-on": document.dependencies ?? .null,
      "parts": .array(
        document.parts.map { ["file": .string($0.file), "start": .integer($0.start), "bytes": .integer($0.count)] }),
      "run": document.run.json,
      "next": step.map { ["action": .string($0.action.rawValue), "reason": .string($0.reason)] } ?? .null,
    ]
  }
}

/// A path and the ways in which it may have been written.
private struct WrittenPath {
  private let absolute: String

  /// - Parameter folder: the one that a relative `path` is in.
  init?(_ path: String, in folder: String?) {
    guard let folder else { return nil }
    var components: [Substring] = []
    for component in (path.hasPrefix("/") ? path : "\(folder)/\(path)").split(separator: "/") where component != "." {
      if component == ".." { _ = components.popLast() } else { components.append(component) }
    }
    absolute = "/" + components.joined(separator: "/")
  }

  /// What the path may be called by who is in `folder`.
  func names(in folder: String) -> [String] {
    guard absolute.hasPrefix("\(folder)/") else { return [absolute] }
    let relative = absolute.dropFirst(folder.count + 1)
    return ["\(relative)", "./\(relative)", absolute]
  }
}
