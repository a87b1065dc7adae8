/// `galley help`: shows the overview, or one command's help.
enum HelpCommand {
  static let command = Command(
    name: "help", summary: "Show this, or the help of a command",
    operands: Command.Operands(usage: "[COMMAND]", count: 0...1), flags: [],
    examples: [("galley help run", "the same as 'galley run --help'")]
  ) { arguments in
    guard let name = arguments.operands.first else {
      try Terminal.standardOutput.print(Help.overview)
      return ExitStatus.success
    }
    guard let command = Galley.commands.first(where: { $0.name == name }) else {
      throw UsageError(.unknownCommand(name))
    }
    try Terminal.standardOutput.print(Help.text(of: command))
    return ExitStatus.success
  }
}
