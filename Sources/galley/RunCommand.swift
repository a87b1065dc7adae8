enum RunCommand {
  static let command = Command(
    name: "run", summary: "Run a pipeline over articles",
    operands: Command.Operands(usage: "PIPELINE INPUT…", count: 2...Int.max), flags: [], examples: []
  ) { _ in 2 }
}
