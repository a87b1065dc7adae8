// The form in which an input is handed to another process: fields one after the other, integers as in LEB128, texts and
// bytes after their lengths.

extension Input {
  /// This input as bytes, for `init(decoding:)` of the same version of the program.
  public func encoded() -> [UInt8] {
    var writer = FieldWriter()
    writer.bytes.reserveCapacity(64 + id.utf8.count + uri.utf8.count + path.count + (payload?.bytes.count ?? 0))
    writer.text(id)
    writer.text(uri)
    writer.kind(kind)
    writer.optional(mediaType) { $0.text($1) }
    writer.integer(isDeclared ? 1 : 0)
    writer.integer(Int(form.rawValue))
    writer.integer(isCompressed ? 1 : 0)
    writer.integer(listIndex)
    writer.integer(position)
    writer.data(path.map(UInt8.init(bitPattern:)))
    writer.optional(payload) { $0.payload($1) }
    writer.optional(decision) { $0.text($1) }
    return writer.bytes
  }

  /// The input that `encoded()` made `bytes` of, or `nil` where they are those of none.
  public init?(decoding bytes: [UInt8]) {
    var reader = FieldReader(bytes: bytes)
    guard let id = reader.text(), let uri = reader.text(), let kind = reader.kind(),
      let mediaType = reader.optional({ $0.text() }), let isDeclared = reader.integer(),
      let form = reader.integer().flatMap({ UInt8(exactly: $0) }).flatMap(FileForm.init),
      let isCompressed = reader.integer(), let listIndex = reader.integer(), let position = reader.integer(),
      let path = reader.data(), let payload = reader.optional({ $0.payload() }),
      let decision = reader.optional({ $0.text() }), reader.isAtEnd
    else { return nil }
    self.init(
      id: id, uri: uri, kind: kind, mediaType: mediaType, isDeclared: isDeclared == 1, form: form,
      isCompressed: isCompressed == 1, listIndex: listIndex, position: position,
      path: path.map(CChar.init(bitPattern:)), payload: payload, decision: decision)
  }
}

private struct FieldWriter {
  var bytes: [UInt8] = []

  mutating func integer(_ value: Int) {
    var rest = UInt(bitPattern: value)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func data(_ data: [UInt8]) {
    integer(data.count)
    bytes += data
  }

  mutating func text(_ text: String) {
    integer(text.utf8.count)
    bytes += text.utf8
  }

  mutating func optional<Value>(_ value: Value?, _ write: (inout FieldWriter, Value) -> Void) {
    integer(value == nil ? 0 : 1)
    if let value { write(&self, value) }
  }

  mutating func kind(_ kind: Input.Kind) {
    switch kind {
    case .file: integer(0)
    case .named: integer(1)
    case .standardInput: integer(2)
    case .special: integer(3)
    case .cycle: integer(4)
    case .unreadableFolder(let error):
      integer(5)
      integer(Int(error))
    case .record: integer(6)
    case .member: integer(7)
    case .leftOut(let reason):
      integer(8)
      text(reason)
    case .broken(let reason):
      integer(9)
      text(reason)
    }
  }

  mutating func payload(_ payload: Payload) {
    data(payload.bytes)
    optional(payload.line) { $0.integer($1) }
    optional(payload.columns) { writer, columns in
      writer.integer(Int(columns.delimiter))
      writer.integer(columns.names.count)
      for name in columns.names { writer.text(name) }
    }
    optional(payload.charset) { $0.text($1) }
    integer(payload.metadata.count)
    for fact in payload.metadata {
      text(fact.key)
      text(fact.value)
    }
  }
}

/// Takes fields from the front; `nil` for what is not there or is no such field.
private struct FieldReader {
  let bytes: [UInt8]
  private var at = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { at == bytes.count }

  mutating func integer() -> Int? {
    var value: UInt = 0
    for shift in stride(from: 0, to: UInt.bitWidth, by: 7) {
      guard at < bytes.count else { return nil }
      let byte = bytes[at]
      at += 1
      value |= UInt(byte & 0x7F) << UInt(shift)
      if byte < 0x80 { return Int(bitPattern: value) }
    }
    return nil
  }

  mutating func data() -> [UInt8]? {
    guard let count = integer(), 0 <= count, count <= bytes.count - at else { return nil }
    defer { at += count }
    return Array(bytes[at..<at + count])
  }

  mutating func text() -> String? { data().flatMap { String(validating: $0, as: UTF8.self) } }

  /// The value, or that there is none; `nil` where `read` fails.
  mutating func optional<Value>(_ read: (inout FieldReader) -> Value?) -> Value?? {
    switch integer() {
    case 0: return .some(nil)
    case 1: return read(&self).map { .some($0) }
    default: return nil
    }
  }

  mutating func kind() -> Input.Kind? {
    switch integer() {
    case 0: .file
    case 1: .named
    case 2: .standardInput
    case 3: .special
    case 4: .cycle
    case 5: integer().flatMap { CInt(exactly: $0) }.map { .unreadableFolder($0) }
    case 6: .record
    case 7: .member
    case 8: text().map { .leftOut(reason: $0) }
    case 9: text().map { .broken(reason: $0) }
    default: nil
    }
  }

  mutating func payload() -> Payload? {
    guard let data = data(), let line = optional({ $0.integer() }), let columns = optional({ $0.columns() }),
      let charset = optional({ $0.text() }), let facts = list({ $0.fact() })
    else { return nil }
    return Payload(bytes: data, line: line, columns: columns, charset: charset, metadata: facts)
  }

  private mutating func columns() -> CSVColumns? {
    guard let delimiter = integer().flatMap({ UInt8(exactly: $0) }), let names = list({ $0.text() }) else {
      return nil
    }
    return CSVColumns(delimiter: delimiter, names: names)
  }

  private mutating func fact() -> Payload.Fact? {
    guard let key = text(), let value = text() else { return nil }
    return Payload.Fact(key: key, value: value)
  }

  /// As many elements as are told; each takes a byte at least, so that a wrong number soon ends.
  private mutating func list<Element>(_ read: (inout FieldReader) -> Element?) -> [Element]? {
    guard let count = integer(), 0 <= count, count <= bytes.count - at else { return nil }
    var elements: [Element] = []
    for _ in 0..<count {
      guard let element = read(&self) else { return nil }
      elements.append(element)
    }
    return elements
  }
}
