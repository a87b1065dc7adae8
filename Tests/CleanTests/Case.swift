import Testing

/// A text before and after cleaning, under the sentence that it shows.
struct Case: Sendable, CustomTestStringConvertible {
  var name: String
  var before: String
  var after: String

  init(_ name: String, _ before: String, _ after: String) {
    self.name = name
    self.before = before
    self.after = after
  }

  var testDescription: String { name }
}
