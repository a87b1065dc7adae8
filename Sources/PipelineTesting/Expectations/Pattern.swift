internal import JSON

/// What a value should be like: the JSON of a test file, of which an object asks for its own members alone.
struct Pattern {
  let json: JSON
  /// The key that a string in an object's place stands for.
  let main: String?

  init(_ json: JSON, main: String? = nil) {
    self.json = json
    self.main = main
  }

  /// What is asked of a word or number by an object in its place.
  static let conditions = ["contains", "lacks", "starts-with", "ends-with", "at-least", "at-most"]

  /// One value that is not as it should be.
  struct Mismatch: Hashable {
    let pointer: JSONPointer
    let expected: JSON
    let found: JSON?
  }

  func matches(_ value: JSON?) -> Bool { mismatches(with: value).isEmpty }

  /// All that differs, with the way to it from `value`.
  func mismatches(with value: JSON?) -> [Mismatch] { Self.mismatches(full, value, at: .root) }

  /// The pattern with its words under their key.
  var full: JSON {
    guard let main, case .string = json else { return json }
    return .object(JSONObject([(main, json)]))
  }

  private static func mismatches(_ pattern: JSON, _ value: JSON?, at pointer: JSONPointer) -> [Mismatch] {
    let wrong = [Mismatch(pointer: pointer, expected: pattern, found: value)]
    switch (pattern, value) {
    case (.null, nil), (.null, .null?): return []
    case (.object(let members), .object(let object)?):
      return members.flatMap { mismatches($0.value, object[$0.key], at: pointer.appending($0.key)) }
    case (.object(let conditions), .some(let value)): return holds(conditions, of: value) ? [] : wrong
    case (.array(let patterns), .array(let elements)?):
      let matching = Matching(patterns.map { Pattern($0) }, elements)
      return matching.unmatched.map { index in
        Mismatch(pointer: pointer, expected: patterns[index], found: .array(elements))
      }
    case (.string(let words), .string(let found)?):
      return words.isIdentical(to: found) || words.onOneLine.isIdentical(to: found.onOneLine) ? [] : wrong
    case (.integer, .integer(_)?), (.integer, .real(_)?), (.real, .integer(_)?), (.real, .real(_)?):
      return pattern.number == value?.number ? [] : wrong
    case (_, .some(let value)): return pattern == value ? [] : wrong
    case (_, nil): return wrong
    }
  }

  /// Whether `value` fulfils every condition.
  static func holds(_ conditions: JSONObject, of value: JSON) -> Bool {
    conditions.allSatisfy { condition in
      switch condition.key {
      case "at-least": compare(value, condition.value) { $0 >= $1 }
      case "at-most": compare(value, condition.value) { $0 <= $1 }
      default: holds(condition.key, condition.value, of: value.string ?? value.text())
      }
    }
  }

  private static func holds(_ condition: String, _ value: JSON, of text: String) -> Bool {
    // Of a long text the lines don't matter: people write the words as they read them.
    (value.array ?? [value]).map { $0.string ?? $0.text() }.allSatisfy { words in
      switch condition {
      case "contains": text.hasWords(words)
      case "lacks": !text.hasWords(words)
      case "starts-with": text.onOneLine.utf8.starts(with: words.onOneLine.utf8)
      case "ends-with": text.onOneLine.utf8.reversed().starts(with: words.onOneLine.utf8.reversed())
      default: false
      }
    }
  }

  private static func compare(_ value: JSON, _ bound: JSON, _ holds: (Double, Double) -> Bool) -> Bool {
    guard let value = value.number, let bound = bound.number else { return false }
    return holds(value, bound)
  }
}
