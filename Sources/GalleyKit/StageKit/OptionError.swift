public import JSON

/// What is wrong with one option of a pipeline file.
public struct OptionError: Error, Hashable, Sendable {
  /// The way to it from the stage's `with` object.
  public var pointer: JSONPointer
  public var problem: Problem

  /// The kinds of trouble.
  public enum Problem: Hashable, Sendable {
    /// No option has this key.
    case unknownKey(String, known: [String])
    /// The value is of another kind.
    case wrongKind(expected: OptionDeclaration.Kind, found: JSON)
    /// The value is of the right kind, but out of bounds.
    case outOfRange(JSON, allowed: OptionDeclaration.Kind)
    /// The value is none of those that there are.
    case notAChoice(String, choices: [String])
    /// The option has to be there.
    case missing(String, help: String)
    /// The stage says why not.
    case refused(String)
  }

  public init(_ problem: Problem, at pointer: JSONPointer) {
    self.problem = problem
    self.pointer = pointer
  }
}

extension OptionError: CustomStringConvertible {
  /// What is wrong and what to do, without the place.
  public var description: String {
    switch problem {
    case .unknownKey(let key, let known):
      if let near = key.nearest(in: known) { return "unknown option '\(key)'; did you mean '\(near)'?" }
      return known.isEmpty
        ? "unknown option '\(key)'; this stage has none"
        : "unknown option '\(key)'; there are \(known.map { "'\($0)'" }.joined(separator: ", "))"
    case .wrongKind(let expected, let found):
      return "'\(pointer.path)' should be \(expected), not \(found.kind)"
    case .outOfRange(let value, let allowed):
      return "'\(pointer.path)' is \(value), but should be \(allowed)"
    case .notAChoice(let value, let choices):
      if let near = value.nearest(in: choices) {
        return "'\(pointer.path)': unknown value \"\(value)\"; did you mean \"\(near)\"?"
      }
      return
        "'\(pointer.path)': unknown value \"\(value)\"; it can be \(choices.map { "\"\($0)\"" }.joined(separator: ", "))"
    case .missing(let key, let help): return "the option '\(key)' is missing: \(help)"
    case .refused(let why): return "'\(pointer.path)': \(why)"
    }
  }
}

/// Everything that is wrong with the options of one stage.
public struct OptionErrors: Error, Hashable, Sendable {
  public var errors: [OptionError]

  public init(_ errors: [OptionError]) { self.errors = errors }
}

extension OptionErrors: CustomStringConvertible {
  public var description: String { errors.map(\.description).joined(separator: "; ") }
}
