internal import CJansson

extension JSON {
  /// How deep arrays and objects may nest: deep enough for any document, and shallow enough that reading, comparing,
  /// writing and releasing a value, which follow its nesting, fit the stack of any thread.
  public static let depthLimit = 256

  /// Parses one JSON value that takes all of `bytes` (white space around it and a byte order mark aside).
  ///
  /// Two equal keys in one object are an error: jansson alone would keep the last one and say nothing. Integers beyond
  /// 64 bits, reals beyond a `Double`, NULs in keys and nesting beyond `depthLimit` are errors too.
  ///
  /// - Throws: `JSONSyntaxError` with line and column.
  public init(parsing bytes: [UInt8]) throws(JSONSyntaxError) {
    try self.init(parsing: bytes.span)
  }

  /// Parses one JSON value that takes all of `text`.
  public init(parsing text: String) throws(JSONSyntaxError) {
    try self.init(parsing: text.utf8.span)
  }

  /// Parses one JSON value that takes all of `bytes`, which are copied where they have to last.
  public init(parsing bytes: Span<UInt8>) throws(JSONSyntaxError) {
    var failure = json_error_t()
    let parsed = bytes.withUnsafeBufferPointer { Self.load($0, &failure) }
    defer { if let parsed { json_decref(parsed) } }
    guard let parsed, let value = JSON(copying: parsed, room: Self.depthLimit) else {
      let text = bytes.withUnsafeBufferPointer { Array($0) }
      // The scanner tells more than jansson: the start of what is wrong, and what to do about it.
      var scanner = JSONSyntaxScanner(text)
      throw scanner.firstError ?? JSONSyntaxError(failure, in: text)
    }
    self = value
  }

  private static func load(
    _ bytes: UnsafeBufferPointer<UInt8>, _ failure: inout json_error_t
  ) -> JanssonValue? {
    let flags = size_t(JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | JSON_ALLOW_NUL)
    let mark = bytes.starts(with: JSONLocation.byteOrderMark) ? JSONLocation.byteOrderMark.count : 0
    // An empty text has no address, and jansson asks for one.
    guard let start = bytes.baseAddress, bytes.count > mark else { return json_loadb("", 0, flags, &failure) }
    return UnsafeRawPointer(start + mark).withMemoryRebound(to: CChar.self, capacity: bytes.count - mark) {
      json_loadb($0, bytes.count - mark, flags, &failure)
    }
  }

  /// Copies jansson's value, so that no C pointer outlives the parse; `nil` where it nests deeper than `room` levels.
  fileprivate init?(copying value: JanssonValue, room: Int) {
    switch cjansson_kind(value) {
    case JSON_OBJECT:
      guard room > 0, let object = JSONObject(copying: value, room: room - 1) else { return nil }
      self = .object(object)
    case JSON_ARRAY:
      guard room > 0, let elements = [JSON](copying: value, room: room - 1) else { return nil }
      self = .array(elements)
    case JSON_STRING:
      self = json_string_value(value).map { .string(String(copying: $0, count: json_string_length(value))) } ?? .null
    case JSON_INTEGER: self = .integer(Int(json_integer_value(value)))
    case JSON_REAL: self = .real(json_real_value(value))
    case JSON_TRUE: self = .bool(true)
    case JSON_FALSE: self = .bool(false)
    default: self = .null
    }
  }
}

private typealias JanssonValue = UnsafeMutablePointer<json_t>

extension JSONObject {
  fileprivate init?(copying object: JanssonValue, room: Int) {
    var members: [Member] = []
    members.reserveCapacity(json_object_size(object))
    var iterator = json_object_iter(object)
    while let current = iterator {
      guard let key = json_object_iter_key(current), let jansson = json_object_iter_value(current),
        let value = JSON(copying: jansson, room: room)
      else { return nil }
      members.append(Member(key: String(copying: key, count: json_object_iter_key_len(current)), value: value))
      iterator = json_object_iter_next(object, current)
    }
    self.init(distinct: members)
  }
}

extension [JSON] {
  fileprivate init?(copying array: JanssonValue, room: Int) {
    self.init()
    let count = json_array_size(array)
    reserveCapacity(count)
    for index in 0..<count {
      guard let jansson = json_array_get(array, index), let value = JSON(copying: jansson, room: room) else {
        return nil
      }
      append(value)
    }
  }
}

extension String {
  /// Copies `count` bytes, which jansson has checked to be UTF-8.
  fileprivate init(copying pointer: UnsafePointer<CChar>, count: Int) {
    self = pointer.withMemoryRebound(to: UInt8.self, capacity: count) {
      String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
    }
  }
}

extension JSONSyntaxError {
  /// jansson's own words, for what the scanner lets pass.
  fileprivate init(_ failure: json_error_t, in text: [UInt8]) {
    problem = withUnsafeBytes(of: failure.text) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    location = JSONLocation(offset: Int(failure.position), in: text)
  }
}
