internal import CJansson

extension JSON {
  /// Parses one JSON value that takes all of `bytes` (white space around it aside).
  ///
  /// Two equal keys in one object are an error: jansson alone would keep the last one and say nothing. Integers beyond
  /// 64 bits and nesting beyond 2,048 levels are errors too.
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
    let flags = size_t(JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | JSON_ALLOW_NUL)
    var failure = json_error_t()
    let parsed = bytes.withUnsafeBytes { buffer in
      json_loadb(buffer.bindMemory(to: CChar.self).baseAddress ?? emptyText, buffer.count, flags, &failure)
    }
    guard let parsed else {
      throw JSONSyntaxError(failure, in: bytes.withUnsafeBufferPointer { Array($0) })
    }
    defer { json_decref(parsed) }
    self.init(copying: parsed)
  }

  /// Copies jansson's value, so that no C pointer outlives the parse.
  private init(copying value: OpaqueJansson) {
    switch cjansson_kind(value) {
    case JSON_OBJECT:
      var members: [JSONObject.Member] = []
      members.reserveCapacity(json_object_size(value))
      var iterator = json_object_iter(value)
      while let current = iterator {
        if let key = json_object_iter_key(current), let member = json_object_iter_value(current) {
          let keyText = String(copying: key, count: json_object_iter_key_len(current))
          members.append(JSONObject.Member(key: keyText, value: JSON(copying: member)))
        }
        iterator = json_object_iter_next(value, current)
      }
      self = .object(JSONObject(distinct: members))
    case JSON_ARRAY:
      self = .array(
        (0..<json_array_size(value)).compactMap { index in json_array_get(value, index).map { JSON(copying: $0) } })
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

private typealias OpaqueJansson = UnsafeMutablePointer<json_t>

/// What an empty array has no address of, and jansson asks for.
nonisolated(unsafe) private let emptyText: UnsafePointer<CChar> = {
  let byte = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
  byte.initialize(to: 0)
  return UnsafePointer(byte)
}()

extension String {
  /// Copies `count` bytes, which jansson has checked to be UTF-8.
  fileprivate init(copying pointer: UnsafePointer<CChar>, count: Int) {
    self = pointer.withMemoryRebound(to: UInt8.self, capacity: count) {
      String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
    }
  }
}

extension JSONSyntaxError {
  fileprivate init(_ failure: json_error_t, in text: [UInt8]) {
    var failure = failure
    let isDuplicate = cjansson_error_code(&failure) == Int32(json_error_duplicate_key.rawValue)
    let message = withUnsafeBytes(of: failure.text) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    // jansson counts to the end of the offending token; people look at its start.
    let end = Swift.min(Swift.max(Int(failure.position), 0), text.count)
    var start = end
    if isDuplicate, end >= 2, text[end - 1] == UInt8(ascii: "\"") {
      start = end - 2
      while start > 0, text[start] != UInt8(ascii: "\"") || text[start - 1] == UInt8(ascii: "\\") { start -= 1 }
    } else if let near = message.range(ofToken: text, endingAt: end) {
      start = near
    }
    problem = isDuplicate ? "the key \(String(decoding: text[start..<end], as: UTF8.self)) stands twice" : message
    location = JSONLocation(offset: start, length: end - start, in: text)
  }
}

extension String {
  /// The start of the token that jansson's message quotes ("… near 'TOKEN'"), where it stands right before `end`.
  fileprivate func range(ofToken text: [UInt8], endingAt end: Int) -> Int? {
    let bytes = Array(utf8)
    let marker = Array("near '".utf8)
    guard bytes.count > marker.count, bytes.last == UInt8(ascii: "'") else { return nil }
    for at in 0...(bytes.count - marker.count) where bytes[at..<at + marker.count].elementsEqual(marker) {
      let token = bytes[(at + marker.count)..<(bytes.count - 1)]
      guard token.count <= end, text[(end - token.count)..<end].elementsEqual(token) else { return nil }
      return end - token.count
    }
    return nil
  }
}
