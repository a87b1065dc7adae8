internal import StageKit

/// Why a command line could not be understood.
struct UsageError: Error, CustomStringConvertible {
  enum Problem {
    case unknownCommand(String)
    case unknownFlag(String)
    case missingValue(Flag)
    case needlessValue(String)
    case repeated(String)
    case badValue(String, String, expected: String)
    case wrongOperands(found: [String])
    case refused(String)
  }

  let problem: Problem
  let command: Command?

  init(_ problem: Problem, of command: Command? = nil) {
    self.problem = problem
    self.command = command
  }

  var description: String { "\(message)\nSee 'galley \(command.map { "\($0.name) --help" } ?? "--help")'." }

  private var message: String {
    switch problem {
    case .unknownCommand(let name):
      let near = name.nearest(in: Galley.commands.map(\.name))
      return "unknown command '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? "")
    case .unknownFlag(let flag):
      let known = command?.allFlags.map { "--\($0.name)" } ?? []
      let near = flag.hasPrefix("--") ? flag.nearest(in: known) : nil
      return "unknown option '\(flag)'" + (near.map { "; did you mean '\($0)'?" } ?? "")
    case .missingValue(let flag): return "the option '--\(flag.name)' needs a value: --\(flag.name) \(flag.value ?? "")"
    case .needlessValue(let flag): return "the option '\(flag)' takes no value"
    case .repeated(let flag): return "the option '--\(flag)' is given twice"
    case .badValue(let flag, let value, let expected): return "--\(flag) should be \(expected), not '\(value)'"
    case .wrongOperands(let found):
      let usage = command.map { Help.usage(of: $0) } ?? ""
      return "\(found.isEmpty ? "something is missing" : "wrong number of arguments"); usage: \(usage)"
    case .refused(let why): return why
    }
  }
}
