package import JSON

/// Takes the members of one object of a file, noting what is wrong and what is left over.
package struct MemberTaker {
  package let origin: Origin
  private let object: JSONObject
  private var asked: [String] = []
  package private(set) var problems: [PipelineProblem] = []

  /// `nil`, with a problem noted, where `value` is no object.
  package init?(_ value: JSON, at origin: Origin, problems: inout [PipelineProblem]) {
    guard let object = value.object else {
      problems.append(PipelineProblem(.wrongKind(expected: "an object", found: value.kind), at: origin))
      return nil
    }
    self.object = object
    self.origin = origin
  }

  /// The member called `key`, with its place.
  package mutating func take(_ key: String) -> Sourced<JSON>? {
    asked.append(key)
    return object[key].map { Sourced(value: $0, origin: origin.appending(key)) }
  }

  package mutating func string(_ key: String) -> Sourced<String>? { convert(key, "a string", \.string) }

  package mutating func number(_ key: String) -> Sourced<Double>? { convert(key, "a number", \.number) }

  /// An integer within `bounds`.
  package mutating func integer(_ key: String, in bounds: ClosedRange<Int>) -> Int? {
    guard let member = take(key) else { return nil }
    if case .integer(let value) = member.value, bounds.contains(value) { return value }
    note(
      .badValue("\(member.value)", expected: "an integer from \(bounds.lowerBound) to \(bounds.upperBound)"),
      at: member.origin)
    return nil
  }

  /// A time in seconds.
  mutating func seconds(_ key: String) -> Duration? {
    guard let member = take(key) else { return nil }
    if let seconds = member.value.number, Step.timeoutBounds.contains(seconds) { return .seconds(seconds) }
    note(.badValue("\(member.value)", expected: "a number of seconds from 0.001 to 1000000"), at: member.origin)
    return nil
  }

  mutating func maximumErrors(_ key: String) -> MaximumErrors? {
    guard let member = take(key) else { return nil }
    let word = if case .integer(let count) = member.value { "\(count)" } else { member.value.string ?? "" }
    if let maximum = MaximumErrors(word) { return maximum }
    note(.badValue("\(member.value)", expected: MaximumErrors.expectation), at: member.origin)
    return nil
  }

  package mutating func bool(_ key: String) -> Sourced<Bool>? { convert(key, "true or false", \.bool) }

  package mutating func object(_ key: String) -> Sourced<JSONObject>? { convert(key, "an object", \.object) }

  package mutating func array(_ key: String) -> Sourced<[JSON]>? { convert(key, "an array", \.array) }

  /// One of the raw values of `Choice`.
  package mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, of type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    guard let word = string(key) else { return nil }
    if let choice = Choice(rawValue: word.value) { return choice }
    note(.notAChoice(word.value, choices: Choice.allCases.map(\.rawValue)), at: word.origin)
    return nil
  }

  /// A string, or an array of strings; empty where there is none.
  package mutating func strings(_ key: String) -> [String] {
    guard let member = take(key) else { return [] }
    if let word = member.value.string { return [word] }
    let words = (member.value.array ?? []).compactMap(\.string)
    if words.isEmpty || words.count != member.value.array?.count {
      note(.wrongKind(expected: "a string or a list of strings", found: member.value.kind), at: member.origin)
    }
    return words
  }

  package mutating func note(_ kind: PipelineProblem.Kind, at origin: Origin, _ part: JSONLocator.Part = .value) {
    problems.append(PipelineProblem(kind, at: origin, part))
  }

  /// Notes every key that nobody asked for, and hands all problems over.
  package mutating func finish(_ problems: inout [PipelineProblem]) {
    for key in object.keys where !asked.contains(key) {
      self.problems.append(PipelineProblem(.unknownKey(key, known: asked), at: origin.appending(key), .key))
    }
    problems += self.problems
  }

  private mutating func convert<Value: Sendable>(
    _ key: String, _ expected: String, _ read: (JSON) -> Value?
  ) -> Sourced<Value>? {
    guard let member = take(key) else { return nil }
    guard let value = read(member.value) else {
      note(.wrongKind(expected: expected, found: member.value.kind), at: member.origin)
      return nil
    }
    return Sourced(value: value, origin: member.origin)
  }
}
