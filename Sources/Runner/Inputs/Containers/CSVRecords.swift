/// The rows of a table whose first row names the columns. Blank lines are none.
struct CSVRecords: Container {
  private let name: ContainerName
  private let settings: FeedSettings
  private let delimiter: UInt8
  private var buffer: RecordBuffer
  private var columns: CSVColumns?

  init(_ stream: any ByteStream, _ name: ContainerName, delimiter: UInt8, _ settings: FeedSettings) {
    self.name = name
    self.settings = settings
    self.delimiter = delimiter
    buffer = RecordBuffer(stream, limit: settings.maximumBytes)
  }

  mutating func next() throws(ReadError) -> Input? {
    while let record = try nextRecord() {
      if record.content?.isEmpty == true { continue }
      guard let columns else {
        columns = try header(record)
        continue
      }
      guard let bytes = record.content else { return name.tooLarge(record.line, limit: settings.maximumBytes) }
      return name.record(record.line, .csv, Payload(bytes: bytes, line: record.line, columns: columns))
    }
    return nil
  }

  private mutating func nextRecord() throws(ReadError) -> RecordBuffer.Record? {
    var syntax = CSVSyntax(delimiter: delimiter)
    return try buffer.next { syntax.recordEnd(in: $0, seen: $1) }
  }

  /// The columns that the first row names. What is wrong with it is wrong with every row, so that it is told once.
  private func header(_ record: RecordBuffer.Record) throws(ReadError) -> CSVColumns {
    guard let bytes = record.content else { throw .tooLarge(limit: settings.maximumBytes) }
    let mark = ByteOrderMark(bytes)
    if let mark, mark.charset != .utf8 {
      throw .malformed("is in \(mark.charset.name), in which tables are not read: convert it by iconv -t utf-8")
    }
    let row = bytes.span.extracting((mark?.count ?? 0)...)
    let names = try CSVSyntax.fields(of: row, delimiter: delimiter).map { field throws(ReadError) in
      try settings.decoder.tableText(of: field)
    }
    for (place, name) in names.enumerated() where names[..<place].contains(name) {
      throw .malformed("two columns are called '\(name)' in the first row, which names the columns: rename one")
    }
    let fields = settings.fields
    try requireColumn(fields.text, "the text", flag: "--text-field", in: names)
    if let id = fields.id { try requireColumn(id, "the id", flag: "--id-field", in: names) }
    return CSVColumns(delimiter: delimiter, names: names)
  }

  private func requireColumn(_ column: String, _ role: String, flag: String, in names: [String]) throws(ReadError) {
    guard !names.contains(column) else { return }
    if names.count == 1, names[0].contains(";") {
      throw .malformed("has semicolons between its columns, which is not read: convert it to commas")
    }
    let found = names.map { "'\($0)'" }.joined(separator: ", ")
    throw .malformed("the first row names no column '\(column)', only \(found): say which has \(role) by \(flag)")
  }
}

extension TextDecoder {
  /// The text of a table's field: UTF-8, or what the user declares.
  ///
  /// A detector would need the whole file, which is not at hand.
  func tableText(of field: [UInt8]) throws(ReadError) -> String {
    if let declared, declared != .utf8 {
      guard declared.unit == 1, let (text, undecodable) = declared.decode(field), undecodable == nil else {
        throw .malformed("can't be decoded as \(declared.name): convert the file by iconv -t utf-8")
      }
      return text
    }
    guard let text = String(validating: field, as: UTF8.self) else {
      throw .malformed("is not in UTF-8: name the file's charset by --charset")
    }
    return text
  }
}
