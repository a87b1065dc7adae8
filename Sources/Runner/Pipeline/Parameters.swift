internal import JSON

extension ParameterDeclaration {
  /// Whether `value` is of the type and within the bounds.
  func accepts(_ value: JSON) -> Bool {
    switch (type, value) {
    case (.string, .string), (.boolean, .bool): return true
    case (.integer, .integer), (.number, .integer), (.number, .real):
      let number = value.number ?? 0
      return number >= minimum ?? -.infinity && number <= maximum ?? .infinity
    default: return false
    }
  }

  /// What values are expected, in the words of a message.
  var expectation: String {
    var words = type == .integer ? "an integer" : "a \(type.rawValue)"
    if let minimum { words += " of at least \(JSON.real(minimum).shortest)" }
    if let maximum { words += "\(minimum == nil ? " of" : " and") at most \(JSON.real(maximum).shortest)" }
    return words
  }

  /// The value that a word of the command line or the environment stands for, or `nil` where it is none.
  func value(of word: String) -> JSON? {
    guard let value = type == .string ? JSON.string(word) : try? JSON(parsing: word), accepts(value) else { return nil }
    return value
  }
}

extension JSON {
  /// The number without a fraction that is zero.
  fileprivate var shortest: String {
    if let number, let whole = Int(exactly: number) { return "\(whole)" }
    return "\(self)"
  }
}

extension PipelineDeclaration {
  /// Puts the parameters' values in the place of each `${name}` in the stages' options.
  ///
  /// An option that is `"${name}"` and nothing else becomes the value with its type; within a longer string the value's
  /// text is put in. `$${` stands for the characters `${`.
  ///
  /// - Parameters:
  ///   - given: `--param` arguments, `name=value`.
  ///   - environment: the environment, of which only declared variables are looked at.
  mutating func resolveParameters(
    _ given: [String], environment: [String: String], problems: inout [PipelineProblem]
  ) {
    let values = parameterValues(given, environment: environment, problems: &problems)
    for stage in stages.indices {
      for key in stages[stage].optionKeys {
        guard var option = stages[stage].options[key] else { continue }
        option.value = substitute(values, in: option.value, at: option.origin, problems: &problems)
        stages[stage].options[key] = option
      }
    }
  }

  private func parameterValues(
    _ given: [String], environment: [String: String], problems: inout [PipelineProblem]
  ) -> [String: JSON] {
    var words: [String: Sourced<String>] = [:]
    for parameter in parameters {
      guard let variable = parameter.environment, let word = environment[variable] else { continue }
      words[parameter.name] = Sourced(value: word, origin: .argument("environment variable \(variable)"))
    }
    for argument in given {
      let origin = Origin.argument("--param \(argument)")
      guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else {
        problems.append(PipelineProblem(.badArgument(expected: "--param NAME=VALUE"), at: origin))
        continue
      }
      let name = String(argument[..<equals])
      if !parameters.contains(where: { $0.name == name }) {
        problems.append(PipelineProblem(.unknownParameter(name, known: parameters.map(\.name)), at: origin))
      }
      words[name] = Sourced(value: String(argument[argument.index(after: equals)...]), origin: origin)
    }
    var values: [String: JSON] = [:]
    for parameter in parameters {
      guard let word = words[parameter.name] else {
        if parameter.defaultValue == nil {
          problems.append(
            PipelineProblem(
              .parameterWithoutValue(parameter.name, environment: parameter.environment), at: parameter.origin, .key))
        }
        values[parameter.name] = parameter.defaultValue ?? .null
        continue
      }
      let value = parameter.value(of: word.value)
      // What is wrong here is told once, not again where the value is used.
      values[parameter.name] = value ?? parameter.defaultValue ?? .null
      if value == nil {
        let kind = PipelineProblem.Kind.badParameter(
          parameter.name, value: "\"\(word.value)\"", expected: parameter.expectation)
        problems.append(PipelineProblem(kind, at: word.origin))
      }
    }
    return values
  }

  private func substitute(
    _ values: [String: JSON], in value: JSON, at origin: Origin, problems: inout [PipelineProblem]
  ) -> JSON {
    switch value {
    case .array(let elements):
      return .array(
        elements.enumerated().map { substitute(values, in: $1, at: origin.appending($0), problems: &problems) })
    case .object(let object):
      return .object(
        JSONObject(
          object.map { member in
            let inner = origin.appending(member.key)
            return (member.key, substitute(values, in: member.value, at: inner, problems: &problems))
          }))
    case .string(let text):
      return substitute(values, in: text, at: origin, problems: &problems)
    default: return value
    }
  }

  private func substitute(
    _ values: [String: JSON], in text: String, at origin: Origin, problems: inout [PipelineProblem]
  ) -> JSON {
    var result = ""
    var rest = text[...]
    while let dollar = rest.firstIndex(of: "$") {
      result += rest[..<dollar]
      rest = rest[dollar...]
      if rest.hasPrefix("$${") {
        result += "${"
        rest = rest.dropFirst(3)
        continue
      }
      guard rest.hasPrefix("${"), let brace = rest.firstIndex(of: "}") else {
        result += "$"
        rest = rest.dropFirst()
        continue
      }
      let name = String(rest[rest.index(dollar, offsetBy: 2)..<brace])
      let isWhole = rest.startIndex == text.startIndex && rest.index(after: brace) == text.endIndex
      rest = rest[rest.index(after: brace)...]
      guard let value = values[name] else {
        problems.append(PipelineProblem(.unknownParameter(name, known: parameters.map(\.name)), at: origin))
        continue
      }
      if isWhole { return value }
      result += value.string ?? "\(value)"
    }
    return .string(result + rest)
  }
}
