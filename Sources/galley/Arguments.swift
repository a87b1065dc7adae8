/// The words of a command line, sorted into operands and flags.
struct Arguments: Sendable {
  /// What is no flag, in order. `-` is an operand, and so is everything after `--`.
  private(set) var operands: [String] = []
  /// The words as they were given.
  let words: [String]
  private var values: [String: [String]] = [:]

  /// Parses `words` by the flags of `command`: `--name value`, `--name=value`, `-n value`, `-nvalue`, switches `-ab`.
  ///
  /// - Throws: `UsageError`.
  init(_ words: [String], of command: Command) throws {
    self.words = words
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        break
      }
      if word.hasPrefix("--") {
        try parseLong(word.dropFirst(2), &rest, command)
      } else if word.hasPrefix("-"), word.count > 1 {
        try parseShort(word.dropFirst(), &rest, command)
      } else {
        operands.append(word)
      }
    }
    guard !has("help") else { return }
    guard command.operands.count.contains(operands.count) else {
      throw UsageError(.wrongOperands(found: operands), of: command)
    }
  }

  /// Whether the flag was given.
  func has(_ flag: String) -> Bool { values[flag] != nil }

  /// The flag's value; the last one, where it may be repeated.
  func value(_ flag: String) -> String? { values[flag]?.last }

  /// All values of a flag that may be repeated.
  func values(_ flag: String) -> [String] { values[flag] ?? [] }

  /// Gives the flag another value; `words` stay as they were given.
  mutating func replace(_ flag: String, by value: String) { values[flag] = [value] }

  /// The flag's value as an integer in `bounds`.
  ///
  /// - Throws: `UsageError` where it is something else.
  func integer(_ flag: String, in bounds: ClosedRange<Int>, of command: Command) throws -> Int? {
    guard let text = value(flag) else { return nil }
    guard let number = Int(text), bounds.contains(number) else {
      throw UsageError(
        .badValue(flag, text, expected: "an integer from \(bounds.lowerBound) to \(bounds.upperBound)"), of: command)
    }
    return number
  }

  private mutating func parseLong(_ word: Substring, _ rest: inout ArraySlice<String>, _ command: Command) throws {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let flag = command.flag(named: name) else { throw UsageError(.unknownFlag("--\(name)"), of: command) }
    if flag.value == nil {
      guard parts.count == 1 else { throw UsageError(.needlessValue("--\(name)"), of: command) }
      try set(flag, "", command)
    } else if parts.count == 2 {
      try set(flag, String(parts[1]), command)
    } else {
      guard let value = rest.popFirst() else { throw UsageError(.missingValue(flag), of: command) }
      try set(flag, value, command)
    }
  }

  private mutating func parseShort(_ word: Substring, _ rest: inout ArraySlice<String>, _ command: Command) throws {
    var letters = word
    while let letter = letters.popFirst() {
      guard let flag = command.allFlags.first(where: { $0.short == letter }) else {
        throw UsageError(.unknownFlag("-\(letter)"), of: command)
      }
      guard flag.value != nil else {
        try set(flag, "", command)
        continue
      }
      let attached = letters.first == "=" ? letters.dropFirst() : letters
      guard let value = attached.isEmpty ? rest.popFirst() : String(attached) else {
        throw UsageError(.missingValue(flag), of: command)
      }
      try set(flag, value, command)
      return
    }
  }

  private mutating func set(_ flag: Flag, _ value: String, _ command: Command) throws {
    if values[flag.name] != nil, flag.value != nil, !flag.repeats {
      throw UsageError(.repeated(flag.name), of: command)
    }
    values[flag.name, default: []].append(value)
  }
}
