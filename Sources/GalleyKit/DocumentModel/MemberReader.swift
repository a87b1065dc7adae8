public import JSON

/// Why some JSON is not a document, and where in it.
public struct DocumentFormatError: Error, Hashable, Sendable {
  /// The way to the value that is wrong.
  public var pointer: JSONPointer
  /// What is wrong with it, in the words of a message.
  public var problem: String

  public init(_ problem: String, at pointer: JSONPointer) {
    self.pointer = pointer
    self.problem = problem
  }
}

extension DocumentFormatError: CustomStringConvertible {
  public var description: String { "\(pointer.tokens.isEmpty ? "the document" : pointer.path): \(problem)" }
}

/// Takes the members of an object one by one; what nobody took is the object's `rest`.
struct MemberReader {
  let pointer: JSONPointer
  private(set) var rest: JSONObject

  init(_ value: JSON, at pointer: JSONPointer) throws(DocumentFormatError) {
    guard case .object(let object) = value else {
      throw DocumentFormatError("expected an object, found \(value.kind)", at: pointer)
    }
    self.pointer = pointer
    rest = object
  }

  /// Takes the member called `key`; `nil` where there is none or it is null.
  mutating func take(_ key: String) -> JSON? {
    guard let value = rest[key] else { return nil }
    rest[key] = nil
    return value == .null ? nil : value
  }

  mutating func string(_ key: String) throws(DocumentFormatError) -> String? {
    try take(key, \.string, "a string")
  }

  mutating func integer(_ key: String) throws(DocumentFormatError) -> Int? {
    try take(key, \.integer, "an integer")
  }

  mutating func number(_ key: String) throws(DocumentFormatError) -> Double? {
    try take(key, \.number, "a number")
  }

  mutating func bool(_ key: String) throws(DocumentFormatError) -> Bool? {
    try take(key, \.bool, "a boolean")
  }

  mutating func object(_ key: String) throws(DocumentFormatError) -> JSONObject? {
    try take(key, \.object, "an object")
  }

  /// Takes the member called `key`, one of the raw values of a closed set.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, of type: Choice.Type = Choice.self
  ) throws(DocumentFormatError) -> Choice? where Choice.RawValue == String {
    guard let text = try string(key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let choices = Choice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    throw DocumentFormatError("\"\(text)\" is none of \(choices)", at: pointer.appending(key))
  }

  /// Takes the array called `key` and reads each element.
  mutating func list<Element>(
    _ key: String, _ read: (JSON, JSONPointer) throws(DocumentFormatError) -> Element
  ) throws(DocumentFormatError) -> [Element]? {
    guard let elements = try take(key, \.array, "an array") else { return nil }
    var result: [Element] = []
    result.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      result.append(try read(element, pointer.appending(key).appending(index)))
    }
    return result
  }

  /// `value`, or an error that names `key` where it is `nil`.
  func required<Value>(_ key: String, _ value: Value?) throws(DocumentFormatError) -> Value {
    guard let value else { throw DocumentFormatError("the member \"\(key)\" is missing", at: pointer) }
    return value
  }

  private mutating func take<Value>(
    _ key: String, _ convert: (JSON) -> Value?, _ expected: String
  ) throws(DocumentFormatError) -> Value? {
    guard let value = take(key) else { return nil }
    guard let converted = convert(value) else {
      throw DocumentFormatError("expected \(expected), found \(value.kind)", at: pointer.appending(key))
    }
    return converted
  }
}
