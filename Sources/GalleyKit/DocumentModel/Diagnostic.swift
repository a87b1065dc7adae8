public import JSON

/// Something that a stage or the reader has to say about one document.
public struct Diagnostic: Hashable, Sendable {
  public var severity: Severity
  /// The kind of finding, for programs: `undecodable-bytes`.
  public var code: String
  /// What was found and what to do about it, for people.
  public var message: String
  /// Who says so: a stage's name, or `reader`.
  public var by: String
  /// What of the text it is about.
  public var range: TextRange?
  /// Keys of the JSON form that this version does not know.
  public var extra: JSONObject

  /// How much a diagnostic matters.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    case note
    case warning
    case error
  }

  public init(
    _ severity: Severity, code: String, _ message: String, by: String, range: TextRange? = nil, extra: JSONObject = [:]
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.by = by
    self.range = range
    self.extra = extra
  }
}
