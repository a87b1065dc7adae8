internal import JSON
internal import Runner
internal import StageKit

/// `galley stages`: lists the stages that there are.
enum StagesCommand {
  static let command = Command(
    name: "stages", summary: "List the stages that plugins bring",
    operands: .none,
    flags: [PipelineArguments.plugins, Flag("json", help: "Print the contracts and options as JSON.")],
    examples: [
      ("galley stages", "names, versions and what each does"),
      ("galley stages --plugins ./my-plugins", "with plugins of your own"),
    ]
  ) { arguments in
    let entries = try PipelineArguments.registry(arguments).entries
    if arguments.has("json") {
      let json = JSON.array(entries.map { StageDescription($0).json })
      try Terminal.standardOutput.print(json.text(.lines(depth: 2)) + "\n")
      return ExitStatus.success
    }
    guard !entries.isEmpty else {
      throw UsageError(.refused("no plugins were found; say where they are by --plugins DIR"))
    }
    let name = entries.map { $0.type.contract.name.count }.max() ?? 0
    let out = Terminal.standardOutput
    for entry in entries {
      let contract = entry.type.contract
      let label = Style.bold(Help.padded(contract.name, name), on: out)
      try out.print("\(label)  \(contract.version)  \(contract.summary)\n")
      try out.print(Style.dim("\(Help.padded("", name))  \(entry.library ?? "")\n", on: out))
    }
    return ExitStatus.success
  }
}
