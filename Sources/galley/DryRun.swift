internal import JSON
internal import Pages
internal import Runner

/// `galley run --dry-run`: what a run would do with each input, and why.
enum DryRun {
  static func show(_ request: RunRequest, _ arguments: Arguments) throws -> Int32 {
    let plan = try RunPlan(request.pipeline, settings: request.settings, into: request.folder ?? "")
    let out = Terminal.standardOutput
    var counts: [RunPlan.Action: Int] = [:]
    var steps: [JSON] = []
    var seen: Set<String> = []
    var unread: [String] = []
    for input in try request.decidedInputs().documents(request.settings) {
      seen.insert(input.uri)
      if input.isUnreadContainer { unread.append(input.uri) }
      let step = plan.step(for: input)
      counts[step.action, default: 0] += 1
      if arguments.has("json") {
        steps.append(json(step))
      } else if !arguments.has("quiet") {
        let outputs = step.action == .run && !step.outputs.isEmpty ? " → \(step.outputs.joined(separator: ", "))" : ""
        let action = style(of: step.action)(Help.padded(step.action.rawValue, 4), on: out)
        let words = "\(input.uri): \(step.reason)\(outputs)"
        try out.print("\(action)  \(words.printable)\n")
      }
    }
    let gone = try plan.gone(except: seen, unread: unread)
    let told = [RunPlan.Action.run, .keep, .skip].map { "\((counts[$0] ?? 0).grouped) to \($0.rawValue)" }
    if arguments.has("json") {
      let json: JSON = ["inputs": .array(steps), "gone": .array(gone.map(\.json))]
      try out.print(json.text(.lines(depth: 2)) + "\n")
    } else {
      for entry in gone {
        let fate = arguments.has("prune") ? "prune" : "left"
        let words = "\(entry.id ?? entry.uri ?? ""): its input is gone\(entry.outputList)"
        try out.print("\(fate)  \(words.printable)\n")
      }
    }
    Terminal.standardError.write(
      "\(request.pipeline.name): \(counts.values.reduce(0, +).grouped) inputs: \(told.joined(separator: ", ")); nothing was "
        + "written\n")
    return ExitStatus.success
  }

  private static func style(of action: RunPlan.Action) -> Style {
    switch action {
    case .run: .green
    case .keep: .dim
    case .skip: .yellow
    }
  }

  private static func json(_ step: RunPlan.Step) -> JSON {
    [
      "input": .string(step.input.uri), "id": .string(step.input.id), "action": .string(step.action.rawValue),
      "reason": .string(step.reason), "outputs": .array(step.outputs.map { .string($0) }),
    ]
  }
}

extension LedgerStatus.Entry {
  var outputList: String { outputs.isEmpty ? "" : " (\(outputs.joined(separator: ", ")))" }

  /// What was decided about it; `null` where nothing was.
  var decisionJSON: JSON { decision.flatMap { try? JSON(parsing: $0) } ?? .null }

  var json: JSON {
    [
      "id": id.map { .string($0) } ?? .null, "input": uri.map { .string($0) } ?? .null,
      "place": place.map { .string($0) } ?? .null, "reason": reason.map { .string($0) } ?? .null,
      "attempt": .integer(attempt), "outputs": .array(outputs.map { .string($0) }),
    ]
  }
}
