internal import DocumentModel
internal import JSON

/// Makes documents of records: objects of JSON, rows of tables.
struct RecordReader: Sendable {
  let fields: RecordFields
  let decoder: TextDecoder

  /// The document that the JSON of `input` is or holds the text of.
  func document(of json: [UInt8], for input: Input) throws(ReadError) -> Document {
    let value = try parse(json, isLine: input.line != nil)
    guard case .object(let object) = value else {
      throw .malformed(
        "is \(value.kind), but should be an object with a text"
          + (input.line == nil && value.array != nil
            ? "; of a list, write each element on a line of its own into a .jsonl file" : ""))
    }
    switch object["galley"] {
    case .integer: return try galleyDocument(value, for: input)
    case .string("error"): throw .malformed("is the report of a document that failed, and no document")
    default: return try document(of: object, for: input)
    }
  }

  private func parse(_ json: [UInt8], isLine: Bool) throws(ReadError) -> JSON {
    do throws(JSONSyntaxError) {
      return try JSON(parsing: json)
    } catch {
      if let defect = firstUTF8Defect(in: json.span) {
        throw .malformed("is not in UTF-8, as JSON has to be, from byte \(defect.lowerBound) on: convert it by iconv")
      }
      let place =
        isLine ? "column \(error.location.column)" : "line \(error.location.line), column \(error.location.column)"
      throw .malformed("is no JSON, at \(place): \(error.problem)\(isLine ? "" : advice(on: json))")
    }
  }

  /// The next step where `json` holds several values, one a line.
  private func advice(on json: [UInt8]) -> String {
    let first = Array(json.prefix { $0 != 0x0A })
    guard first.count < json.count, (try? JSON(parsing: first)) != nil else { return "" }
    return "; its first line is a value of its own, so call it .jsonl if they all are, or say --format jsonl"
  }

  /// A document that an earlier run has written, with all that was found out about it.
  private func galleyDocument(_ json: JSON, for input: Input) throws(ReadError) -> Document {
    do throws(DocumentFormatError) {
      var document = try Document(json: json)
      if document.id.isEmpty { document.id = input.id }
      if document.source.uri == nil { document.source.uri = input.uri }
      return document
    } catch {
      throw .malformed("is a document of Galley with a mistake, at \(error)")
    }
  }

  private func document(of object: JSONObject, for input: Input) throws(ReadError) -> Document {
    guard let value = object[fields.text] else {
      let found = object.keys.prefix(20).map { "'\($0)'" }.joined(separator: ", ")
      throw .malformed(
        "has no field '\(fields.text)', only \(found.isEmpty ? "none" : found): say which has the text by --text-field")
    }
    guard let text = value.string else {
      throw .malformed(
        "has \(value.kind) in the field '\(fields.text)', but a text should be a string: say which has the text by "
          + "--text-field")
    }
    let declared = declaredType(of: object)
    var document = document(text, for: input, declared: declared)
    if let id = try id(of: object) { document.id = id }
    document.metadata = Metadata(
      JSONObject(
        object.members.filter { !isOwn($0.key) && (declared == nil || !$0.key.isIdentical(to: Self.typeField)) }
          .map { ($0.key, $0.value) }))
    if let key = object.members.first(where: { Self.isLayer($0.key, $0.value) && !isOwn($0.key) })?.key {
      document.diagnostics.append(.layerInRecord(key))
    }
    return document
  }

  /// Whether a field looks like a layer as the JSON of documents has it.
  private static func isLayer(_ key: String, _ value: JSON) -> Bool {
    (value.array != nil || value.object != nil) && Layer.all.contains { $0.rawValue.isIdentical(to: key) }
  }

  /// The field that tells what kind of content the text is, as the JSON of documents calls it.
  private static let typeField = "media-type"

  /// The kind of content that the record says its text is; `nil` where that is none which is read: so of text that was
  /// taken out of a PDF.
  private func declaredType(of object: JSONObject) -> String? {
    guard let name = object[Self.typeField]?.string?.split(separator: ";").first?.lowercased() else { return nil }
    return MediaType.isRead(name) ? name : nil
  }

  /// Whether a field is the text or the id.
  private func isOwn(_ field: String) -> Bool {
    field.isIdentical(to: fields.text) || field.isIdentical(to: fields.idName)
  }

  private func id(of object: JSONObject) throws(ReadError) -> String? {
    switch object[fields.idName] {
    case .string(let id) where !id.isEmpty: return id
    case .integer(let id): return String(id)
    case .null, nil, .string:
      guard let name = fields.id else { return nil }
      throw .malformed("has no id in the field '\(name)': say which has it by --id-field, or leave that away")
    case let other?:
      throw .malformed("has \(other.kind) in the field '\(fields.idName)', but an id should be a string")
    }
  }

  /// The document of a table's row.
  func document(of row: [UInt8], _ columns: CSVColumns, for input: Input) throws(ReadError) -> Document {
    let cells = try CSVSyntax.fields(of: row.span, delimiter: columns.delimiter)
    guard cells.count == columns.names.count else {
      throw .malformed(
        "has \(cells.count) \(cells.count == 1 ? "field" : "fields"), the first row \(columns.names.count): a field with a "
          + "delimiter, a line end or a quotation mark in it belongs in quotation marks")
    }
    var object = JSONObject()
    for (name, cell) in zip(columns.names, cells) {
      let value = try decoder.tableText(of: cell)
      if !value.isEmpty || isOwn(name) { object[name] = .string(value) }
    }
    return try document(of: object, for: input)
  }

  /// - Parameter declared: the kind of content that the record says its text is.
  private func document(_ text: String, for input: Input, declared: String?) -> Document {
    let told = declared == nil ? MediaType.told(by: text.utf8.span).flatMap { MediaType.isRead($0) ? $0 : nil } : nil
    let mediaType = declared ?? told ?? MediaType.plainText
    var document = Document(id: input.id, text: text, source: Source(uri: input.uri, mediaType: mediaType))
    if let told { document.diagnostics.append(.toldByContent(told)) }
    if text.isEmpty { document.diagnostics.append(.emptyText) }
    return document
  }
}
