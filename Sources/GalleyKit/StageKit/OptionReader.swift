public import JSON

/// Reads the options of one stage and remembers what was asked for.
///
/// One call declares an option whole: key, kind, default, bounds and help. From these calls come reading, the refusal
/// of unknown keys, the JSON Schema and the reference page. A value that is not right is remembered as an error and the
/// default is given in its place.
public struct OptionReader: Sendable {
  /// What has been asked for, in order.
  public private(set) var declarations: [OptionDeclaration] = []
  private let values: JSONObject
  private var errors: [OptionError] = []

  /// A reader for the `with` object of a pipeline file.
  public init(_ values: JSONObject) { self.values = values }

  public mutating func boolean(_ key: String, default value: Bool, help: String) -> Bool {
    read(key, .boolean, default: .bool(value), help)?.bool ?? value
  }

  public mutating func integer(
    _ key: String, default value: Int, in bounds: ClosedRange<Int> = Int.min...Int.max, help: String
  ) -> Int {
    read(key, .integer(bounds), default: .integer(value), help)?.integer ?? value
  }

  /// An integer that may be absent, which means something of its own.
  public mutating func integer(
    _ key: String, in bounds: ClosedRange<Int> = Int.min...Int.max, help: String
  ) -> Int? {
    read(key, .integer(bounds), default: nil, help)?.integer
  }

  public mutating func number(
    _ key: String, default value: Double, in bounds: ClosedRange<Double> = -Double.infinity...Double.infinity,
    help: String
  ) -> Double {
    read(key, .number(bounds), default: .real(value), help)?.number ?? value
  }

  /// A number that may be absent, which means something of its own.
  public mutating func number(
    _ key: String, in bounds: ClosedRange<Double> = -Double.infinity...Double.infinity, help: String
  ) -> Double? {
    read(key, .number(bounds), default: nil, help)?.number
  }

  public mutating func string(_ key: String, default value: String, help: String) -> String {
    read(key, .string, default: .string(value), help)?.string ?? value
  }

  /// A string that may be absent, which means something of its own.
  public mutating func string(_ key: String, help: String) -> String? {
    read(key, .string, default: nil, help)?.string
  }

  /// A string that has to be there; empty where it is not, which is an error.
  public mutating func requiredString(_ key: String, help: String) -> String {
    read(key, .string, default: nil, isRequired: true, help)?.string ?? ""
  }

  /// The path of a file that the stage reads in `init` through its `Resources`.
  public mutating func file(_ key: String, help: String) -> String? {
    read(key, .file, default: nil, help)?.string
  }

  /// Paths of files that the stage reads in `init` through its `Resources`.
  public mutating func files(_ key: String, help: String) -> [String] {
    read(key, .list(.file), default: [], help)?.array?.compactMap(\.string) ?? []
  }

  /// One of the raw values of `Choice`.
  public mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, default value: Choice, help: String
  ) -> Choice where Choice.RawValue == String {
    let kind = OptionDeclaration.Kind.choice(Choice.allCases.map(\.rawValue))
    return read(key, kind, default: .string(value.rawValue), help)?.string.flatMap(Choice.init) ?? value
  }

  /// A list of strings, each one of `choices` where these are given.
  public mutating func strings(
    _ key: String, default value: [String], choices: [String]? = nil, help: String
  ) -> [String] {
    let kind = OptionDeclaration.Kind.list(choices.map { .choice($0) } ?? .string)
    return read(key, kind, default: .array(value.map { .string($0) }), help)?.array?.compactMap(\.string) ?? value
  }

  /// A list of strings that may be absent, which means something of its own; some values are likely, others are allowed.
  public mutating func strings(_ key: String, suggestions: [String], help: String) -> [String]? {
    read(key, .list(.openChoice(suggestions)), default: nil, help)?.array?.compactMap(\.string)
  }

  /// An object whose inside the stage looks at itself.
  public mutating func object(_ key: String, help: String) -> JSONObject? {
    read(key, .object, default: nil, help)?.object
  }

  /// Adds an error about the value at `key` that no single declaration can tell.
  public mutating func refuse(_ key: String, _ why: String) {
    errors.append(OptionError(.refused(why), at: .root.appending(key)))
  }

  /// - Throws: what was wrong, with a word on every key that nobody asked for.
  public mutating func finish() throws(OptionErrors) {
    let known = declarations.map(\.key)
    for key in values.keys where !known.contains(key) {
      errors.append(OptionError(.unknownKey(key, known: known), at: .root.appending(key)))
    }
    if !errors.isEmpty { throw OptionErrors(errors) }
  }

  /// Declares the option and gives its value, or `nil` where it is absent or wrong.
  private mutating func read(
    _ key: String, _ kind: OptionDeclaration.Kind, default value: JSON?, isRequired: Bool = false, _ help: String
  ) -> JSON? {
    declarations.append(
      OptionDeclaration(key: key, kind: kind, defaultValue: value, isRequired: isRequired, help: help))
    let pointer = JSONPointer.root.appending(key)
    guard let found = values[key] else {
      if isRequired { errors.append(OptionError(.missing(key, help: help), at: .root)) }
      return nil
    }
    let problems = kind.problems(of: found, at: pointer)
    errors += problems
    return problems.isEmpty ? found : nil
  }
}

extension OptionDeclaration.Kind {
  /// What is wrong with `value`, which stands at `pointer`.
  fileprivate func problems(of value: JSON, at pointer: JSONPointer) -> [OptionError] {
    switch (self, value) {
    case (.boolean, .bool), (.string, .string), (.file, .string), (.openChoice, .string), (.object, .object): return []
    case (.integer(let bounds), .integer(let number)):
      return bounds.contains(number) ? [] : [OptionError(.outOfRange(value, allowed: self), at: pointer)]
    case (.number(let bounds), .integer), (.number(let bounds), .real):
      return value.number.map(bounds.contains) == true
        ? [] : [OptionError(.outOfRange(value, allowed: self), at: pointer)]
    case (.choice(let choices), .string(let word)):
      return choices.contains(word) ? [] : [OptionError(.notAChoice(word, choices: choices), at: pointer)]
    case (.list(let element), .array(let values)):
      return values.enumerated().flatMap { element.problems(of: $1, at: pointer.appending($0)) }
    default: return [OptionError(.wrongKind(expected: self, found: value), at: pointer)]
    }
  }
}
