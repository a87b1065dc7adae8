/// A subcommand: what its help, its parsing and its completion are made from.
struct Command: Sendable {
  let name: String
  /// What it does, in one line of the overview.
  let summary: String
  /// What stands after the name: `PIPELINE INPUT…`.
  let operands: Operands
  let flags: [Flag]
  /// Command lines with what they do.
  let examples: [(line: String, does: String)]
  /// More to say, after the flags.
  var notes = ""
  let body: @Sendable (Arguments) throws -> Int32

  /// Parses `words` and runs.
  func run(_ words: [String]) throws -> Int32 {
    let arguments = try Arguments(words, of: self)
    if arguments.has("help") {
      try Terminal.standardOutput.print(Help.text(of: self))
      return ExitStatus.success
    }
    return try body(arguments)
  }

  /// The flag called `name`, `--help` included.
  func flag(named name: String) -> Flag? { allFlags.first { $0.name == name } }

  /// The flags with the one that every command has.
  var allFlags: [Flag] { flags + [Flag("help", short: "h", help: "Show this help.")] }

  /// What a command is about: files, names.
  struct Operands: Sendable {
    let usage: String
    let count: ClosedRange<Int>

    static let none = Operands(usage: "", count: 0...0)
  }
}

/// An option of the command line.
struct Flag: Sendable {
  let name: String
  let short: Character?
  /// What its value is called in the help; `nil` for a switch.
  let value: String?
  /// Whether it may be given more than once.
  let repeats: Bool
  let help: String

  init(_ name: String, short: Character? = nil, value: String? = nil, repeats: Bool = false, help: String) {
    self.name = name
    self.short = short
    self.value = value
    self.repeats = repeats
    self.help = help
  }
}
