public import JSON

/// What is known of one option: enough to check it, to write its JSON Schema and its line in the reference.
public struct OptionDeclaration: Hashable, Sendable {
  /// The key in a stage's `with` object.
  public var key: String
  public var kind: Kind
  /// The value of an absent key; `nil` where absent means something of its own or the option is required.
  public var defaultValue: JSON?
  /// Whether the key has to be there.
  public var isRequired: Bool
  /// What the option does, in one sentence.
  public var help: String

  /// The values that an option takes.
  public indirect enum Kind: Hashable, Sendable {
    case boolean
    case integer(ClosedRange<Int>)
    case number(ClosedRange<Double>)
    case string
    /// The path of a file, relative to the pipeline file's folder; the results depend on its bytes.
    case file
    /// One of these.
    case choice([String])
    /// One of these, or another string that the stage knows of.
    case openChoice([String])
    case list(Kind)
    /// Any object; the stage looks at its inside itself.
    case object
  }
}

extension OptionDeclaration.Kind: CustomStringConvertible {
  /// The kind in the words of messages and of the reference: "an integer from 0 to 10".
  public var description: String {
    switch self {
    case .boolean: "true or false"
    case .integer(let bounds):
      "an integer"
        + Self.words(
          least: bounds.lowerBound == .min ? nil : "\(bounds.lowerBound)",
          most: bounds.upperBound == .max ? nil : "\(bounds.upperBound)")
    case .number(let bounds):
      "a number" + Self.words(least: Self.shortest(bounds.lowerBound), most: Self.shortest(bounds.upperBound))
    case .string: "a string"
    case .file: "the path of a file"
    case .choice(let choices): "one of " + choices.map { "\"\($0)\"" }.joined(separator: ", ")
    case .openChoice(let choices): "a string, such as " + choices.map { "\"\($0)\"" }.joined(separator: ", ")
    case .list(let element): "a list, each \(element)"
    case .object: "an object"
    }
  }

  private static func words(least: String?, most: String?) -> String {
    switch (least, most) {
    case (nil, nil): ""
    case (let least?, nil): " of at least \(least)"
    case (nil, let most?): " of at most \(most)"
    case (let least?, let most?): " from \(least) to \(most)"
    }
  }

  /// The bound without a fraction that is zero; `nil` for one that bounds nothing.
  private static func shortest(_ bound: Double) -> String? {
    guard bound.isFinite else { return nil }
    return Int(exactly: bound).map { "\($0)" } ?? "\(bound)"
  }
}

extension OptionDeclaration.Kind {
  /// The JSON Schema (draft 2020-12) of the values.
  public var schema: JSONObject {
    switch self {
    case .boolean: return ["type": "boolean"]
    case .integer(let bounds):
      var schema: JSONObject = ["type": "integer"]
      if bounds.lowerBound != .min { schema["minimum"] = .integer(bounds.lowerBound) }
      if bounds.upperBound != .max { schema["maximum"] = .integer(bounds.upperBound) }
      return schema
    case .number(let bounds):
      var schema: JSONObject = ["type": "number"]
      if bounds.lowerBound.isFinite { schema["minimum"] = .real(bounds.lowerBound) }
      if bounds.upperBound.isFinite { schema["maximum"] = .real(bounds.upperBound) }
      return schema
    case .string, .file: return ["type": "string"]
    case .choice(let choices): return ["enum": .array(choices.map { .string($0) })]
    case .openChoice(let choices):
      return ["anyOf": [["enum": .array(choices.map { .string($0) })], ["type": "string"]]]
    case .list(let element): return ["type": "array", "items": .object(element.schema)]
    case .object: return ["type": "object"]
    }
  }
}

extension OptionDeclaration {
  /// The JSON Schema of the option: its kind, its help and its default.
  public var schema: JSONObject {
    var schema = kind.schema
    schema["description"] = .string(help)
    if let defaultValue { schema["default"] = defaultValue }
    return schema
  }
}
