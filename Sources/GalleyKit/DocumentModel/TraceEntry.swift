public import JSON

/// One stage that a document has been through. No time and no machine: equal input gives equal bytes.
public struct TraceEntry: Hashable, Sendable {
  /// The stage's name.
  public var stage: String
  public var version: String
  /// The fingerprint of the resolved options: `sha256:` and hexadecimal digits.
  public var options: String
  /// Why the stage left the document as it was: `when` did not hold, or it failed and `on-error` says `skip-stage`.
  public var skipped: String?
  /// Keys of the JSON form that this version does not know.
  public var extra: JSONObject

  public init(stage: String, version: String, options: String, skipped: String? = nil, extra: JSONObject = [:]) {
    self.stage = stage
    self.version = version
    self.options = options
    self.skipped = skipped
    self.extra = extra
  }
}
