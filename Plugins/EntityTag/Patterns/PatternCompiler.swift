internal import JSON
internal import StageKit

/// Makes of files what texts are searched with.
struct PatternCompiler {
  private(set) var meanings: [PatternSet.Meaning] = []
  /// With the numbers of what they mean.
  private(set) var sequences: [(pattern: TokenPattern, meaning: Int)] = []
  /// Where those stand that have a regular expression, by what they mean.
  private(set) var places: [Int: String] = [:]
  private(set) var expressions: [PatternSet.Expression] = []
  private(set) var labels: LabelNames
  private var tokens: TokenPatternCompiler

  private static let keys = ["label", "pattern", "regex", "group", "id", "canonical"]

  /// - Parameter labels: those that a pattern can ask for by ENT_TYPE, which patterns bring more to.
  init(labels: LabelNames) {
    self.labels = labels
    tokens = TokenPatternCompiler(labels: labels)
  }

  var tests: TokenTests { tokens.tests }
  var asksForLabels: Bool { tokens.asksForLabels }

  /// - Throws: `FileErrors` where patterns of the file make no sense.
  mutating func add(_ file: PatternFile) throws(FileErrors) {
    var file = file
    for entry in file.entries {
      do throws(PatternProblem) {
        try add(entry, of: file)
      } catch {
        file.refuse(entry, error)
      }
    }
    if !file.errors.isEmpty { throw file.errors }
  }

  private mutating func add(_ entry: PatternFile.Entry, of file: PatternFile) throws(PatternProblem) {
    guard let object = entry.json.object else {
      throw PatternProblem(
        "a pattern should be an object, such as {\"label\": \"ORG\", \"pattern\": \"Kvell Brewing\"}")
    }
    for key in object.keys where !Self.keys.contains(key) {
      let near = key.nearest(in: Self.keys).map { "did you mean '\($0)'?" }
      throw PatternProblem(
        "unknown key '\(key)'; \(near ?? "there are \(Self.keys.joined(separator: ", "))")", at: .root.appending(key),
        .key)
    }
    let meaning = PatternSet.Meaning(
      label: try label(of: object), canonical: try string("canonical", of: object), id: try string("id", of: object))
    switch (object["pattern"], object["regex"]) {
    case (let pattern?, nil):
      if object["group"] != nil {
        throw PatternProblem("only a regex has groups", at: .root.appending("group"), .key)
      }
      let compiled = try tokens.compiled(pattern, at: .root.appending("pattern"))
      if tokens.mayFail(compiled) { places[meanings.count] = "\(file.path):\(file.line(of: entry))" }
      sequences.append((compiled, meanings.count))
    case (nil, let regex?):
      let expression = try expression(regex)
      expressions.append(
        PatternSet.Expression(
          expression: expression, group: try group(object["group"], of: expression), meaning: meanings.count,
          place: "\(file.path):\(file.line(of: entry))"))
    case (nil, nil): throw PatternProblem("what to find is missing: a 'pattern' of tokens or a 'regex'")
    default:
      throw PatternProblem(
        "'pattern' and 'regex' are two patterns; make two of them", at: .root.appending("regex"), .key)
    }
    meanings.append(meaning)
  }

  private mutating func label(of object: JSONObject) throws(PatternProblem) -> Label {
    guard let name = try string("label", of: object) else { throw PatternProblem("the label is missing") }
    do throws(LabelProblem) {
      return try labels.label(named: name)
    } catch {
      throw PatternProblem("\(error)", at: .root.appending("label"))
    }
  }

  private func string(_ key: String, of object: JSONObject) throws(PatternProblem) -> String? {
    guard let value = object[key] else { return nil }
    guard let string = value.string, !string.isEmpty else {
      throw PatternProblem("'\(key)' should be a string that is not empty", at: .root.appending(key))
    }
    return string
  }

  // MARK: - Regular expressions

  private func expression(_ value: JSON) throws(PatternProblem) -> RegularExpression {
    let pointer = JSONPointer.root.appending("regex")
    guard let pattern = value.string else { throw PatternProblem("'regex' should be a string", at: pointer) }
    let expression = try RegularExpression(pattern, at: pointer)
    guard !expression.matchesNothing else {
      throw PatternProblem("the regex matches also where there is nothing; write + instead of *, say", at: pointer)
    }
    return expression
  }

  private func group(_ value: JSON?, of expression: RegularExpression) throws(PatternProblem) -> Int {
    guard let value else { return 0 }
    let pointer = JSONPointer.root.appending("group")
    switch value {
    case .integer(let number):
      guard (0...expression.groupCount).contains(number) else {
        let count = expression.groupCount
        throw PatternProblem(
          "the regex has no group \(number); it has \(count == 0 ? "none" : "\(count)"), counted from 1", at: pointer)
      }
      return number
    case .string(let name):
      guard let number = expression.group(named: name) else {
        throw PatternProblem("the regex has no group (?<\(name)>…), or several", at: pointer)
      }
      return number
    default: throw PatternProblem("'group' should be a group's number or name", at: pointer)
    }
  }
}

extension RegularExpression {
  /// - Parameter pointer: where the expression stands in its pattern.
  convenience init(_ pattern: String, at pointer: JSONPointer) throws(PatternProblem) {
    do throws(SyntaxError) {
      try self.init(pattern)
    } catch {
      let before = String(decoding: Array(pattern.utf8)[..<error.offset], as: UTF8.self)
      throw PatternProblem(
        "the regex makes no sense: \(error.reason), after its \(before.unicodeScalars.count) first characters: \(before)",
        at: pointer)
    }
  }
}
