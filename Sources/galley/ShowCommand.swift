internal import Inspection

/// `galley show`: draws documents in the terminal.
enum ShowCommand {
  static let command = Command(
    name: "show", summary: "Draw a document in the terminal, with all that was found out about it",
    operands: Command.Operands(usage: "FILE…", count: 1...Int.max),
    flags: [
      Flag("color", value: "WHEN", help: "Use colours: auto (on a terminal, unless NO_COLOR is set), always or never."),
      Flag("width", value: "N", help: "The columns of a line; those of the terminal by default."),
    ],
    examples: [
      ("galley show out/story.json", "a document that a run has written"),
      ("galley run stages.json story.txt | galley show -", "the result of a pipeline"),
      ("galley show --color=always out/story.json | less -R", "page by page"),
    ],
    notes: """
      FILE is a document's JSON, JSON lines, a folder with these, or - for standard input. Without colours, an entity is written as
      [LABEL words]. Lines marked ▌ have a sentence of the summary.
      """,
    body: run)

  private static func run(_ arguments: Arguments) throws -> Int32 {
    let terminal = Terminal.standardOutput
    let hasColours = try colours(arguments, on: terminal, of: command)
    let width = try arguments.integer("width", in: 20...1000, of: command) ?? terminal.width
    var isFirst = true
    for path in arguments.operands {
      for found in try DocumentArguments.documents(at: path) {
        if !isFirst { try terminal.print("\n\n") }
        isFirst = false
        try terminal.print(DocumentDrawing(found.document, width: width, hasColours: hasColours).text)
      }
    }
    return ExitStatus.success
  }

  /// Whether to use colours, as `--color` says.
  static func colours(_ arguments: Arguments, on terminal: Terminal, of command: Command) throws -> Bool {
    switch arguments.value("color") ?? "auto" {
    case "auto": return terminal.hasColours
    case "always": return true
    case "never": return false
    case let other: throw UsageError(.badValue("color", other, expected: "auto, always or never"), of: command)
    }
  }
}
