internal import JSON
internal import Runner

/// One thing that a case expects of its result.
enum Expectation: Sendable {
  /// A member of the document's view is like this; of a list, it has elements like these, each its own.
  case has(String, [Sourced<JSON>])
  /// A member is just this; of a list, it has these elements and no others, in order.
  case exactly(String, [Sourced<JSON>])
  /// No element is like this, no such key is there, or the text has no such words.
  case lacks(String, JSON)
  /// The layer has not been looked for.
  case isAbsent(String)
  /// How many elements there are, or how long something is.
  case count(String, bounds: JSON, matching: JSON?)
  /// The output of this name is like this.
  case output(String, JSON)
  /// The document fails, in such words.
  case error(JSON)
}
