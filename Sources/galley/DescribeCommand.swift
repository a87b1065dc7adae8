internal import JSON
internal import Runner
internal import StageKit

/// `galley describe`: tells everything about one stage.
enum DescribeCommand {
  static let command = Command(
    name: "describe", summary: "Tell a stage's options and contract, with an example",
    operands: Command.Operands(usage: "STAGE", count: 1...1),
    flags: [PipelineArguments.plugins, Flag("json", help: "Print it as JSON.")],
    examples: [("galley describe summarize", "every option with its default, bounds and meaning")]
  ) { arguments in
    let registry = try PipelineArguments.registry(arguments)
    let name = arguments.operands[0]
    guard let entry = registry.entry(named: name) else {
      let near = name.nearest(in: registry.names).map { "did you mean '\($0)'?" }
      throw UsageError(
        .refused("unknown stage '\(name)'; \(near ?? "there are \(registry.names.joined(separator: ", "))")"))
    }
    let description = StageDescription(entry)
    let text = arguments.has("json") ? description.json.text(.lines(depth: 2)) + "\n" : description.text
    try Terminal.standardOutput.print(text)
    return ExitStatus.success
  }
}
