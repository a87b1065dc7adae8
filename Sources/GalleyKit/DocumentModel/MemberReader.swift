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

  /// This error as the value around it tells it.
  func inside(_ outer: JSONPointer.Token...) -> DocumentFormatError {
    DocumentFormatError(problem, at: JSONPointer(outer).appending(pointer))
  }
}

extension DocumentFormatError: CustomStringConvertible {
  public var description: String { "\(pointer.tokens.isEmpty ? "the document" : pointer.path): \(problem)" }
}

/// Takes the members of an object one by one; what nobody took is the object's `rest`.
///
/// Errors point from this object on; whoever reads an object inside another puts the way to it in front
/// (`DocumentFormatError.inside`), so that pointers cost nothing where all is well.
struct MemberReader {
  private let object: JSONObject
  /// Where the member after the last one taken stands: most objects have their keys in the order of the format.
  private var next = 0
  /// One bit for each of the first 64 members.
  private var taken: UInt64 = 0
  private var takenBeyond: Set<Int> = []

  init(_ value: JSON) throws(DocumentFormatError) {
    guard case .object(let object) = value else {
      throw DocumentFormatError("expected an object, found \(value.kind)", at: .root)
    }
    self.object = object
  }

  /// The members that nobody took.
  var rest: JSONObject {
    if taken.nonzeroBitCount + takenBeyond.count == object.count { return [:] }
    return object.filtered { !isTaken($0) }
  }

  private func isTaken(_ place: Int) -> Bool {
    place < UInt64.bitWidth ? taken & (1 << UInt64(place)) != 0 : takenBeyond.contains(place)
  }

  /// Takes the member called `key`; `nil` where there is none or it is null.
  mutating func take(_ key: String) -> JSON? {
    guard let place = object.place(of: key, hint: next) else { return nil }
    if place < UInt64.bitWidth { taken |= 1 << UInt64(place) } else { takenBeyond.insert(place) }
    next = place + 1
    let value = object.members[place].value
    if case .null = value { return nil }
    return value
  }

  mutating func string(_ key: String) throws(DocumentFormatError) -> String? {
    guard let value = take(key) else { return nil }
    guard case .string(let string) = value else { throw unexpected(value, "a string", key) }
    return string
  }

  mutating func integer(_ key: String) throws(DocumentFormatError) -> Int? {
    guard let value = take(key) else { return nil }
    guard case .integer(let integer) = value else { throw unexpected(value, "an integer", key) }
    return integer
  }

  /// Takes the depth of a heading or an item at `key`.
  mutating func level(_ key: String) throws(DocumentFormatError) -> Int? {
    guard let level = try integer(key) else { return nil }
    guard Section.levels.contains(level) else {
      throw DocumentFormatError("\(level) is not within \(Section.levels)", at: .root.appending(key))
    }
    return level
  }

  mutating func number(_ key: String) throws(DocumentFormatError) -> Double? {
    guard let value = take(key) else { return nil }
    guard let number = value.number else { throw unexpected(value, "a number", key) }
    return number
  }

  mutating func bool(_ key: String) throws(DocumentFormatError) -> Bool? {
    guard let value = take(key) else { return nil }
    guard case .bool(let bool) = value else { throw unexpected(value, "a boolean", key) }
    return bool
  }

  mutating func object(_ key: String) throws(DocumentFormatError) -> JSONObject? {
    guard let value = take(key) else { return nil }
    guard case .object(let object) = value else { throw unexpected(value, "an object", key) }
    return object
  }

  /// Takes the member called `key`, one of the raw values of a closed set.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, of type: Choice.Type = Choice.self
  ) throws(DocumentFormatError) -> Choice? where Choice.RawValue == String {
    guard let text = try string(key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let choices = Choice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    throw DocumentFormatError("\"\(text)\" is none of \(choices)", at: .root.appending(key))
  }

  /// Takes the member called `key` and reads what is inside.
  mutating func nested<Value>(
    _ key: String, _ read: (JSON) throws(DocumentFormatError) -> Value
  ) throws(DocumentFormatError) -> Value? {
    guard let value = take(key) else { return nil }
    do { return try read(value) } catch { throw error.inside(.key(key)) }
  }

  /// Takes the array called `key` and reads each element.
  mutating func list<Element>(
    _ key: String, _ read: (JSON) throws(DocumentFormatError) -> Element
  ) throws(DocumentFormatError) -> [Element]? {
    guard let value = take(key) else { return nil }
    guard case .array(let elements) = value else { throw unexpected(value, "an array", key) }
    var result: [Element] = []
    result.reserveCapacity(elements.count)
    for element in elements {
      do { result.append(try read(element)) } catch { throw error.inside(.key(key), .index(result.count)) }
    }
    return result
  }

  /// `value`, or an error that names `key` where it is `nil`.
  func required<Value>(_ key: String, _ value: Value?) throws(DocumentFormatError) -> Value {
    guard let value else { throw DocumentFormatError("the member \"\(key)\" is missing", at: .root) }
    return value
  }

  private func unexpected(_ value: JSON, _ expected: String, _ key: String) -> DocumentFormatError {
    DocumentFormatError("expected \(expected), found \(value.kind)", at: .root.appending(key))
  }
}
