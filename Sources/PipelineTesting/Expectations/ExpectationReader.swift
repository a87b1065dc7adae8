internal import JSON
internal import Runner

/// Reads what a case expects, checking every name against what documents have.
struct ExpectationReader {
  private(set) var problems: [PipelineProblem] = []
  private(set) var expectations: [Sourced<Expectation>] = []

  mutating func readExpected(_ object: Sourced<JSONObject>) {
    eachMember(of: object, known: ViewShape.document) { reader, member, shape in
      guard let elements = reader.elements(of: member, shape) else { return }
      reader.add(.has(member.name, elements), at: member.origin)
    }
  }

  mutating func readExactly(_ object: Sourced<JSONObject>) {
    eachMember(of: object, known: ViewShape.document) { reader, member, shape in
      guard let elements = reader.elements(of: member, shape) else { return }
      reader.add(.exactly(member.name, elements), at: member.origin)
    }
  }

  /// Members with the elements that should not be there, or `true` for a layer; a list of names stands for layers.
  mutating func readAbsent(_ value: Sourced<JSON>) {
    if let names = value.value.array {
      for (index, name) in names.enumerated() { readAbsentLayer(name, at: value.origin.appending(index)) }
      return
    }
    guard let object = value.value.object else {
      return note(
        .wrongKind(
          expected: #"a list of layers, or an object such as { "entities": [ "Monday" ] }"#, found: value.value.kind),
        at: value.origin)
    }
    eachMember(of: Sourced(value: object, origin: value.origin), known: ViewShape.document) { reader, member, shape in
      if member.value == .bool(true) { return reader.readAbsentLayer(.string(member.name), at: member.origin, .key) }
      guard let elements = member.value.array else {
        return reader.note(
          .wrongKind(expected: "a list of what should not be there, or true", found: member.value.kind),
          at: member.origin)
      }
      for (index, element) in elements.enumerated() {
        let origin = member.origin.appending(index)
        if let elementShape = ViewShape.element(of: member.name) {
          reader.check(element, elementShape, at: origin)
        } else if element.string == nil {
          reader.note(.wrongKind(expected: "a string", found: element.kind), at: origin)
        }
        reader.add(.lacks(member.name, element), at: origin)
      }
    }
  }

  mutating func readCounts(_ object: Sourced<JSONObject>) {
    let known = ViewShape.listNames + ViewShape.measures.filter { !ViewShape.listNames.contains($0) }
    for member in object.value {
      let origin = object.origin.appending(member.key)
      guard known.contains(member.key) else {
        note(.unknownKey(member.key, known: known), at: origin, .key)
        continue
      }
      var pattern: JSON?
      var bounds = member.value
      if case .object(var conditions) = bounds {
        pattern = conditions["where"]
        conditions["where"] = nil
        bounds = .object(conditions)
        if let pattern { readWhere(pattern, of: member.key, at: origin.appending("where")) }
      }
      if isBound(bounds, at: origin) { add(.count(member.key, bounds: bounds, matching: pattern), at: origin) }
    }
  }

  mutating func readOutputs(_ object: Sourced<JSONObject>) {
    for member in object.value {
      let origin = object.origin.appending(member.key)
      if let conditions = member.value.object { checkConditions(conditions, or: ["json"], at: origin) }
      switch member.value {
      case .string, .object, .bool(true): add(.output(member.key, member.value), at: origin)
      default:
        note(
          .wrongKind(
            expected: #"the output's text, { "contains": "…" }, { "json": { … } } or true"#, found: member.value.kind),
          at: origin)
      }
    }
  }

  mutating func readError(_ value: Sourced<JSON>) {
    switch value.value {
    case .bool(true), .string: break
    case .object(let conditions): checkConditions(conditions, at: value.origin)
    default:
      return note(.wrongKind(expected: "words of the error, or true", found: value.value.kind), at: value.origin)
    }
    add(.error(value.value), at: value.origin)
  }

  // MARK: - Parts

  private struct Member {
    let name: String
    let value: JSON
    let origin: Origin
  }

  private mutating func eachMember(
    of object: Sourced<JSONObject>, known: [(key: String, shape: ViewShape)],
    _ body: (inout ExpectationReader, Member, ViewShape) -> Void
  ) {
    for member in object.value {
      let origin = object.origin.appending(member.key)
      guard let shape = known.first(where: { $0.key == member.key })?.shape else {
        note(.unknownKey(member.key, known: known.map(\.key)), at: origin, .key)
        continue
      }
      body(&self, Member(name: member.key, value: member.value, origin: origin), shape)
    }
  }

  /// The elements of a list, or the one value of another member; `nil`, with the problem noted, where they are amiss.
  private mutating func elements(of member: Member, _ shape: ViewShape) -> [Sourced<JSON>]? {
    let before = problems.count
    check(member.value, shape, at: member.origin)
    guard problems.count == before else { return nil }
    guard case .list = shape else { return [Sourced(value: member.value, origin: member.origin)] }
    return (member.value.array ?? []).enumerated().map { index, value in
      Sourced(value: value, origin: member.origin.appending(index))
    }
  }

  /// Notes where `pattern` asks for what values of `shape` can't have.
  private mutating func check(_ pattern: JSON, _ shape: ViewShape, at origin: Origin) {
    switch (shape, pattern) {
    case (.open, .object), (.words, .string), (.integer, .integer), (.number, .integer), (.number, .real): break
    case (.words, .null), (.integer, .null), (.number, .null): break
    case (.words, .object(let conditions)), (.integer, .object(let conditions)), (.number, .object(let conditions)):
      checkConditions(conditions, at: origin)
    case (.list(let element), .array(let elements)):
      for (index, value) in elements.enumerated() { check(value, element, at: origin.appending(index)) }
    case (.object(_, .some), .string): break
    case (.object(let members, _), .object(let object)):
      for member in object {
        let inner = origin.appending(member.key)
        guard let shape = members.first(where: { $0.key == member.key })?.shape else {
          note(.unknownKey(member.key, known: members.map(\.key)), at: inner, .key)
          continue
        }
        check(member.value, shape, at: inner)
      }
    default: note(.wrongKind(expected: shape.expectation, found: pattern.kind), at: origin)
    }
  }

  private mutating func checkConditions(_ conditions: JSONObject, or others: [String] = [], at origin: Origin) {
    let known = Pattern.conditions + others
    for condition in conditions {
      let inner = origin.appending(condition.key)
      switch condition.key {
      case _ where !known.contains(condition.key): note(.unknownKey(condition.key, known: known), at: inner, .key)
      case "json": break
      case "at-least", "at-most":
        if condition.value.number == nil {
          note(.wrongKind(expected: "a number", found: condition.value.kind), at: inner)
        }
      default:
        let words = condition.value.array ?? [condition.value]
        if words.isEmpty || !words.allSatisfy({ $0.string != nil }) {
          note(.wrongKind(expected: "a string or a list of strings", found: condition.value.kind), at: inner)
        }
      }
    }
    if conditions.isEmpty {
      note(.refused("asks for nothing; there are \(known.map { "'\($0)'" }.joined(separator: ", "))"), at: origin)
    }
  }

  private mutating func readWhere(_ pattern: JSON, of list: String, at origin: Origin) {
    guard let shape = ViewShape.element(of: list) else {
      return note(.refused("'where' goes with a list, and '\(list)' is none"), at: origin, .key)
    }
    check(pattern, shape, at: origin)
  }

  private mutating func isBound(_ bounds: JSON, at origin: Origin) -> Bool {
    switch bounds {
    case .integer(let count) where count >= 0: return true
    case .object(let conditions):
      let known = ["at-least", "at-most", "where"]
      for condition in conditions {
        let inner = origin.appending(condition.key)
        if !known.contains(condition.key) {
          note(.unknownKey(condition.key, known: known), at: inner, .key)
        } else if condition.value.integer == nil {
          note(.wrongKind(expected: "an integer", found: condition.value.kind), at: inner)
        }
      }
      if conditions.isEmpty { note(.refused(#"how many? add "at-least" or "at-most""#), at: origin) }
      return true
    default:
      note(.badValue("\(bounds)", expected: #"a number from 0, or { "at-least": 1, "at-most": 3 }"#), at: origin)
      return false
    }
  }

  private mutating func readAbsentLayer(_ name: JSON, at origin: Origin, _ part: JSONLocator.Part = .value) {
    let known = ViewShape.layers.map(\.key)
    guard let word = name.string else {
      return note(.wrongKind(expected: "the name of a layer", found: name.kind), at: origin)
    }
    guard known.contains(word) else { return note(.notAChoice(word, choices: known), at: origin, part) }
    add(.isAbsent(word), at: origin)
  }

  private mutating func add(_ expectation: Expectation, at origin: Origin) {
    expectations.append(Sourced(value: expectation, origin: origin))
  }

  private mutating func note(_ kind: PipelineProblem.Kind, at origin: Origin, _ part: JSONLocator.Part = .value) {
    problems.append(PipelineProblem(kind, at: origin, part))
  }
}

extension ViewShape {
  /// What a pattern of this shape is, in the words of a message.
  fileprivate var expectation: String {
    switch self {
    case .words: #"a string, or { "contains": "…" }"#
    case .integer: #"an integer, or { "at-least": 1 }"#
    case .number: #"a number, or { "at-least": 0.5 }"#
    case .list: "a list"
    case .object(let members, let main):
      (main == nil ? "an object" : "a string or an object")
        + " with some of \(members.map { "'\($0.key)'" }.joined(separator: ", "))"
    case .open: "an object"
    }
  }
}
