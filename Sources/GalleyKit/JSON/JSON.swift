/// A JSON value (RFC 8259) whose objects keep the order of their keys.
///
/// Two strings are equal only where they are so scalar for scalar.
public enum JSON: Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case real(Double)
  case string(String)
  case array([JSON])
  case object(JSONObject)
}

extension JSON {
  /// The word for this value's kind in messages: "a string", "an object", …
  public var kind: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .integer: "an integer"
    case .real: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }

  /// The text of a string, or `nil` for any other kind.
  public var string: String? { if case .string(let value) = self { value } else { nil } }

  /// The value of an integer, or `nil` for any other kind.
  public var integer: Int? { if case .integer(let value) = self { value } else { nil } }

  /// The value of a real or an integer, or `nil` for any other kind.
  public var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    default: nil
    }
  }

  /// The value of a boolean, or `nil` for any other kind.
  public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

  /// The elements of an array, or `nil` for any other kind.
  public var array: [JSON]? { if case .array(let value) = self { value } else { nil } }

  /// The members of an object, or `nil` for any other kind.
  public var object: JSONObject? { if case .object(let value) = self { value } else { nil } }

  /// The member called `key` of an object; `nil` where there is none or this is no object.
  public subscript(key: String) -> JSON? { object?[key] }

  /// The value that `pointer` leads to, or `nil` where it leads nowhere.
  public subscript(pointer: JSONPointer) -> JSON? {
    var value = self
    for token in pointer.tokens {
      switch (value, token) {
      case (.object(let object), .key(let key)):
        guard let member = object[key] else { return nil }
        value = member
      case (.array(let array), .index(let index)):
        guard array.indices.contains(index) else { return nil }
        value = array[index]
      default: return nil
      }
    }
    return value
  }
}

extension JSON: Hashable {
  public static func == (left: JSON, right: JSON) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.integer(let left), .integer(let right)): left == right
    case (.real(let left), .real(let right)): left == right
    case (.string(let left), .string(let right)): left.isIdentical(to: right)
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)): left == right
    default: false
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let value): hasher.combine(value)
    case .integer(let value): hasher.combine(value)
    case .real(let value): hasher.combine(value)
    case .string(let value): hasher.combine(ExactText(value))
    case .array(let elements): hasher.combine(elements)
    case .object(let object): hasher.combine(object)
    }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(floatLiteral value: Double) { self = .real(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSON)...) { self = .object(JSONObject(elements)) }
  public init(nilLiteral: ()) { self = .null }
}
