internal import JSON
internal import Runner
internal import StageKit

/// `galley describe`: tells everything about stages.
enum DescribeCommand {
  static let command = Command(
    name: "describe", summary: "Tell the options and contracts of stages, with examples",
    operands: Command.Operands(usage: "[STAGE…]", count: 0...Int.max),
    flags: [
      PipelineArguments.plugins, Flag("json", help: "Print it as JSON."),
      Flag("markdown", help: "Print it as a chapter of a reference page."),
    ],
    examples: [
      ("galley describe summarize", "every option with its default, bounds and meaning"),
      ("galley describe --markdown > stages.md", "a reference of all stages"),
    ]
  ) { arguments in
    let registry = try PipelineArguments.registry(arguments)
    let entries = try (arguments.operands.isEmpty ? registry.names : arguments.operands).map { name in
      guard let entry = registry.entry(named: name) else {
        let near = name.nearest(in: registry.names).map { "did you mean '\($0)'?" }
        throw UsageError(
          .refused("unknown stage '\(name)'; \(near ?? "there are \(registry.names.joined(separator: ", "))")"))
      }
      return StageDescription(entry)
    }
    let out = Terminal.standardOutput
    if arguments.has("json") {
      try out.print(JSON.array(entries.map(\.json)).text(.lines(depth: 2)) + "\n")
    } else if arguments.has("markdown") {
      try out.print("# Stages\n\nMade from the code by `galley describe --markdown`.\n\n")
      try out.print(entries.map(\.markdown).joined(separator: "\n"))
    } else {
      try out.print(entries.map(\.text).joined(separator: "\n"))
    }
    return ExitStatus.success
  }
}
