/// A JSON value (RFC 8259) whose objects keep the order of their keys.
public enum JSON: Hashable, Sendable {
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
