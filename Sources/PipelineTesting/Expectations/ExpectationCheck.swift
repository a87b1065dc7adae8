internal import DocumentModel
internal import JSON
internal import Runner
internal import StageKit

/// Compares what came of a document with what a case expects.
struct ExpectationCheck {
  let document: Document
  let outputs: [Artifact]
  private let view: DocumentView

  init(_ document: Document, outputs: [Artifact]) {
    self.document = document
    self.outputs = outputs
    view = DocumentView(document)
  }

  /// What is not as `expectation` says. An expected error is not looked at here: there is none.
  func failures(of expectation: Sourced<Expectation>) -> [TestFailure] {
    let origin = expectation.origin
    switch expectation.value {
    case .has(let name, let patterns): return has(name, patterns, at: origin)
    case .exactly(let name, let patterns): return exactly(name, patterns, at: origin)
    case .lacks(let name, let pattern): return lacks(name, pattern, at: origin)
    case .isAbsent(let layer):
      guard view.json[layer] != nil else { return [] }
      return [TestFailure("no layer \(layer)", found: Self.size(of: elements(layer) ?? []), at: origin.place())]
    case .count(let what, let bounds, let pattern): return count(what, bounds, pattern, at: origin)
    case .output(let name, let pattern): return output(name, pattern, at: origin)
    case .error:
      return [TestFailure("a failure", found: "the document went through: \(view.stages)", at: origin.place())]
    }
  }

  private func elements(_ name: String) -> [JSON]? { view.elements(of: name) }

  // MARK: - Being there

  private func has(_ name: String, _ patterns: [Sourced<JSON>], at origin: Origin) -> [TestFailure] {
    guard let value = view.json[name] else { return [notLookedFor(name, at: origin)] }
    guard case .list(let shape)? = ViewShape.document.first(where: { $0.key == name })?.shape,
      let elements = value.array
    else { return patterns.flatMap { unlike(name, $0.value, value, at: $0.origin) } }
    let wanted = patterns.map { Pattern($0.value, main: shape.main) }
    return Matching(wanted, elements).unmatched.map { index in
      missing(wanted[index], among: elements, of: name, at: patterns[index].origin)
    }
  }

  /// The failures of a member that is no list.
  private func unlike(_ name: String, _ pattern: JSON, _ value: JSON, at origin: Origin) -> [TestFailure] {
    Pattern(pattern).mismatches(with: value).map { mismatch in
      let path = ([name] + (mismatch.pointer.tokens.isEmpty ? [] : [mismatch.pointer.path])).joined(separator: ".")
      return TestFailure(
        "\(path) \(mismatch.expected.brief)", found: mismatch.found.map(\.brief) ?? absence(of: mismatch, in: value),
        details: name == "text" ? TextComparison.details(mismatch.expected, document.text) : [],
        at: origin.appending(mismatch.pointer).place())
    }
  }

  private func absence(of mismatch: Pattern.Mismatch, in value: JSON) -> String {
    let around = value[JSONPointer(mismatch.pointer.tokens.dropLast())]?.object?.keys ?? []
    return around.isEmpty ? "there is none" : "there is none; there are \(Self.list(around))"
  }

  private func missing(_ pattern: Pattern, among elements: [JSON], of name: String, at origin: Origin) -> TestFailure {
    var details: [String] = []
    let nearest = NearestMiss(to: pattern, among: elements)
    if let nearest {
      details.append(
        nearest.mismatches.isEmpty
          ? "there is one, but another expectation takes it: \(nearest.description)" : "nearest: \(nearest.description)"
      )
    }
    if let main = pattern.main, main != "code", main != "stage", let words = pattern.full[main]?.string,
      !view.hasWords(words), nearest == nil
    {
      details.append("the text does not have the words \(JSON.string(words).brief)")
    }
    return TestFailure(
      "\(name) with \(pattern.json.brief)", found: Self.size(of: elements), details: details, at: origin.place())
  }

  private func notLookedFor(_ name: String, at origin: Origin) -> TestFailure {
    TestFailure(
      "\(name)", found: "no stage that ran gives \(name)",
      details: ["ran: \(view.stages.isEmpty ? "nothing" : view.stages)"], at: origin.place(.key))
  }

  // MARK: - Nothing but

  private func exactly(_ name: String, _ patterns: [Sourced<JSON>], at origin: Origin) -> [TestFailure] {
    guard let value = view.json[name] else { return [notLookedFor(name, at: origin)] }
    guard case .list(let shape)? = ViewShape.document.first(where: { $0.key == name })?.shape,
      let elements = value.array
    else { return exactly(name, patterns.first?.value ?? .null, value, at: origin) }
    var failures: [TestFailure] = []
    let wanted = patterns.map { Pattern($0.value, main: shape.main) }
    let unmatched = Matching(wanted, elements).unmatched
    failures += unmatched.map { missing(wanted[$0], among: elements, of: name, at: patterns[$0].origin) }
    let surplus = Matching.unmatched(elements, by: wanted)
    if !surplus.isEmpty {
      failures.append(
        TestFailure(
          "no other \(name)", found: "\(surplus.count) more",
          details: surplus.prefix(12).map { "not expected: \(Self.shortened(elements[$0], shape.main))" },
          at: origin.place(.key)))
    }
    if failures.isEmpty, let index = zip(wanted, elements).enumerated().first(where: { !$1.0.matches($1.1) })?.offset {
      failures.append(
        TestFailure(
          "\(name)[\(index)] \(wanted[index].json.brief)", found: Self.shortened(elements[index], shape.main),
          details: ["the same \(name) in another order"], at: patterns[index].origin.place()))
    }
    return failures
  }

  private func exactly(_ name: String, _ pattern: JSON, _ value: JSON, at origin: Origin) -> [TestFailure] {
    var failures = unlike(name, pattern, value, at: origin)
    if name == "text", failures.isEmpty, let words = pattern.string, !words.isIdentical(to: document.text) {
      failures.append(
        TestFailure(
          "text \(pattern.brief)", found: value.brief, details: TextComparison.details(pattern, document.text),
          at: origin.place()))
    }
    if let expected = pattern.object, let found = value.object, name != "summary" {
      let surplus = found.keys.filter { expected[$0] == nil }
      if !surplus.isEmpty {
        failures.append(
          TestFailure("no other \(name)", found: "\(Self.list(surplus)) too", at: origin.place(.key)))
      }
    }
    return failures
  }

  // MARK: - Not being there

  private func lacks(_ name: String, _ pattern: JSON, at origin: Origin) -> [TestFailure] {
    let words = pattern.string ?? ""
    switch view.json[name] {
    case .string(let text):
      guard view.hasWords(words) else { return [] }
      return [
        TestFailure(
          "a \(name) without \(pattern.brief)", found: "it is there",
          details: TextComparison.surroundings(of: words, in: text),
          at: origin.place())
      ]
    case .object(let object) where name != "summary":
      guard let value = object[words] else { return [] }
      return [TestFailure("no \(name) \(pattern.brief)", found: value.brief, at: origin.place())]
    default:
      let main = ViewShape.element(of: name)?.main
      guard let element = elements(name)?.first(where: { Pattern(pattern, main: main).matches($0) }) else { return [] }
      return [TestFailure("no \(name) with \(pattern.brief)", found: Self.shortened(element, main), at: origin.place())]
    }
  }

  // MARK: - How many

  private func count(_ what: String, _ bounds: JSON, _ pattern: JSON?, at origin: Origin) -> [TestFailure] {
    guard let found = measure(what, pattern) else {
      return [notLookedFor(what.hasPrefix("summary") ? "summary" : what, at: origin)]
    }
    let holds = bounds.object.map { Pattern.holds($0, of: .integer(found)) } ?? (bounds == .integer(found))
    guard !holds else { return [] }
    let filter = pattern.map { " with \($0.brief)" } ?? ""
    return [
      TestFailure(
        "\(Self.words(for: bounds)) \(Self.name(ofMeasure: what))\(filter)", found: "\(found)",
        details: examples(what, pattern), at: origin.place())
    ]
  }

  /// A few of those that were counted.
  private func examples(_ what: String, _ pattern: JSON?) -> [String] {
    let main = ViewShape.element(of: what)?.main
    let counted = (elements(what) ?? []).filter { element in
      pattern.map { Pattern($0, main: main).matches(element) } ?? true
    }
    guard !counted.isEmpty else { return [] }
    let shown = counted.prefix(8).map { element in main.flatMap { element[$0]?.brief } ?? element.brief }
    return ["counted: \(shown.joined(separator: ", "))\(counted.count > 8 ? ", …" : "")"]
  }

  private func measure(_ what: String, _ pattern: JSON?) -> Int? {
    switch what {
    case "outputs": return outputs.count
    case "text-words": return document.text.wordCount
    case "text-characters": return document.text.unicodeScalars.count
    case "summary-words": return document.summary?.text.wordCount
    case "summary-characters": return document.summary?.text.unicodeScalars.count
    default:
      let main = ViewShape.element(of: what)?.main
      return elements(what)?.count { element in pattern.map { Pattern($0, main: main).matches(element) } ?? true }
    }
  }

  /// What is counted, as one says it: "words of the summary".
  private static func name(ofMeasure what: String) -> String {
    if what == "summary" { return "sentences of the summary" }
    let parts = what.split(separator: "-")
    return parts.count == 2 ? "\(parts[1]) of the \(parts[0])" : what
  }

  private static func words(for bounds: JSON) -> String {
    guard let conditions = bounds.object else { return bounds.brief }
    return conditions.map { "\($0.key.replacing("-", with: " ")) \($0.value)" }.joined(separator: ", ")
  }

  // MARK: - Outputs

  private func output(_ name: String, _ pattern: JSON, at origin: Origin) -> [TestFailure] {
    guard let artifact = outputs.first(where: { $0.name == name }) else {
      let found = outputs.isEmpty ? "no output" : Self.list(outputs.map(\.name))
      return [TestFailure("an output '\(name)'", found: found, at: origin.place(.key))]
    }
    let text = String(decoding: artifact.bytes, as: UTF8.self)
    switch pattern {
    case .string(let words):
      guard !words.isIdentical(to: text) else { return [] }
      return [
        TestFailure(
          "the output '\(name)' \(pattern.brief)", found: JSON.string(text).brief,
          details: TextComparison.details(pattern, text), at: origin.place())
      ]
    case .object(var conditions):
      let json = conditions["json"]
      conditions["json"] = nil
      var failures = self.output(name, text, conditions, at: origin)
      if let json { failures += jsonOutput(name, artifact.bytes, json, at: origin.appending("json")) }
      return failures
    default: return []
    }
  }

  private func output(_ name: String, _ text: String, _ conditions: JSONObject, at origin: Origin) -> [TestFailure] {
    conditions.filter { !Pattern.holds(JSONObject([($0.key, $0.value)]), of: .string(text)) }.map { condition in
      TestFailure(
        "an output '\(name)' that \(condition.key.replacing("-", with: " ")) \(condition.value.brief)",
        found: JSON.string(text).brief,
        details: TextComparison.details(.object(JSONObject([(condition.key, condition.value)])), text),
        at: origin.appending(condition.key).place())
    }
  }

  private func jsonOutput(_ name: String, _ bytes: [UInt8], _ pattern: JSON, at origin: Origin) -> [TestFailure] {
    guard let value = try? JSON(parsing: bytes) else {
      return [TestFailure("an output '\(name)' in JSON", found: "it is no JSON", at: origin.place(.key))]
    }
    return Pattern(pattern).mismatches(with: value).map { mismatch in
      TestFailure(
        "the output '\(name)': \(mismatch.pointer.path) \(mismatch.expected.brief)",
        found: mismatch.found.map(\.brief) ?? absence(of: mismatch, in: value),
        at: origin.appending(mismatch.pointer).place())
    }
  }

  // MARK: - Words

  private static func size(of elements: [JSON]) -> String {
    switch elements.count {
    case 0: "there are none"
    case 1: "there is 1, and it is another"
    default: "there are \(elements.count), and none is like that"
    }
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(12).map { "'\($0)'" }.joined(separator: ", ") + (names.count > 12 ? ", …" : "")
  }

  /// An element by what a reader knows it by.
  private static func shortened(_ element: JSON, _ main: String?) -> String {
    guard let object = element.object, let main else { return element.brief }
    let kept = JSONObject(
      object.filter { [main, "label", "kind", "level", "speaker"].contains($0.key) }.map { ($0.key, $0.value) })
    return JSON.object(kept).brief
  }
}

extension Matching {
  /// The indices of elements that no pattern takes, each pattern taking one.
  static func unmatched(_ elements: [JSON], by patterns: [Pattern]) -> [Int] {
    Matching(count: elements.count) { element in patterns.indices.filter { patterns[$0].matches(elements[element]) } }
      .unmatched
  }
}

extension String {
  /// How many words there are between spaces and line ends.
  fileprivate var wordCount: Int {
    utf8.split { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }.count
  }
}
