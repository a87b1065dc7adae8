internal import CYAML
internal import JSON

extension JSON {
  /// What a YAML text says: all values as they are written, as strings, and null where there is none; an alias too.
  ///
  /// - Returns: `nil` for what is no YAML, and for what is nested deeper than 32 levels.
  init?(yaml text: [UInt8]) {
    // The parser keeps pointers to itself.
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else { return nil }
    defer { yaml_parser_delete(parser) }
    let value = text.withUnsafeBufferPointer { buffer in
      yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
      return Self.read(parser)
    }
    guard let value else { return nil }
    self = value
  }

  private static func read(_ parser: UnsafeMutablePointer<yaml_parser_t>) -> JSON? {
    var root = JSON.null
    var open: [YAMLCollection] = []
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(parser, &event) == 1 else { return nil }
      defer { yaml_event_delete(&event) }
      var value = JSON.null
      switch event.type {
      case YAML_STREAM_END_EVENT: return root
      case YAML_SEQUENCE_START_EVENT, YAML_MAPPING_START_EVENT:
        guard open.count < 32 else { return nil }
        open.append(YAMLCollection(isMapping: event.type == YAML_MAPPING_START_EVENT))
        continue
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: if let closed = open.popLast() { value = closed.json }
      case YAML_SCALAR_EVENT:
        let text = String(
          decoding: UnsafeBufferPointer(start: event.data.scalar.value, count: event.data.scalar.length), as: UTF8.self)
        let isNull = event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE && nulls.contains(text)
        value = isNull ? .null : .string(text)
      case YAML_ALIAS_EVENT: break
      default: continue
      }
      if open.isEmpty { root = value } else { open[open.count - 1].add(value) }
    }
  }

  private static let nulls: Set<String> = ["", "~", "null", "Null", "NULL"]
}

/// A sequence or a mapping whose end has not come yet.
private struct YAMLCollection {
  let isMapping: Bool
  /// Of a mapping keys and values by turns.
  private var values: [JSON] = []

  init(isMapping: Bool) { self.isMapping = isMapping }

  mutating func add(_ value: JSON) { values.append(value) }

  var json: JSON {
    guard isMapping else { return .array(values) }
    let pairs = stride(from: 0, to: values.count - 1, by: 2).map { (values[$0].string ?? "", values[$0 + 1]) }
    return .object(JSONObject(pairs))
  }
}
