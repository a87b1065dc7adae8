/// The pages of a web archive (WARC, ISO 28500): its response records, each without the head of HTTP and as the server
/// meant it, and its conversion records, which are texts made of pages.
///
/// Not by libarchive, whose reader passes over addresses that end in a slash, as those of most front pages do.
struct WebArchive: Container {
  private let name: ContainerName
  private let settings: FeedSettings
  private var buffer: RecordBuffer
  private var number = 0

  init(_ stream: any ByteStream, _ name: ContainerName, _ settings: FeedSettings) {
    self.name = name
    self.settings = settings
    buffer = RecordBuffer(stream, limit: settings.maximumBytes)
  }

  mutating func next() throws(ReadError) -> Input? {
    while let head = try nextHead() {
      guard let length = head["content-length"].flatMap({ Int($0) }), length >= 0 else {
        throw .malformed("record \(number) tells no length, so the rest can't be read: mend or replace the file")
      }
      let isConversion = head["warc-type"] == "conversion"
      let isAnswer = head["warc-type"] == "response" && head["content-type"]?.hasPrefix("application/http") ?? true
      guard isAnswer || isConversion else {
        try skip(length)
        continue
      }
      guard length <= settings.maximumBytes else {
        try skip(length)
        return name.tooLarge(number, limit: settings.maximumBytes)
      }
      guard let bytes = try take(length), bytes.count == length else { throw cutOff }
      return isConversion ? document(bytes, HTTPHead.mediaType(head["content-type"]), nil, head) : page(bytes, head)
    }
    return nil
  }

  private var cutOff: ReadError { .malformed("ends within record \(number): replace the file, it is cut off") }

  private mutating func take(_ length: Int) throws(ReadError) -> [UInt8]? {
    try buffer.next { bytes, _ in bytes.count >= length ? length : nil }?.bytes
  }

  private mutating func skip(_ length: Int) throws(ReadError) {
    var left = length
    while left > 0 {
      guard let bytes = try take(min(left, 1 << 16)), !bytes.isEmpty else { throw cutOff }
      left -= bytes.count
    }
  }

  /// The next line without its end, or `nil` at the end.
  private mutating func takeLine() throws(ReadError) -> [UInt8]? {
    guard let record = try buffer.next(end: { $0.firstIndex(of: 0x0A, from: $1).map { $0 + 1 } }) else { return nil }
    guard let line = record.content else { throw .tooLarge(limit: settings.maximumBytes) }
    return line
  }

  /// The fields of the next record's head, names in small letters; `nil` at the end.
  private mutating func nextHead() throws(ReadError) -> [String: String]? {
    var line = try takeLine()
    while line == [] { line = try takeLine() }
    guard let first = line else { return nil }
    number += 1
    guard first.starts(with: "WARC/".utf8) else {
      throw .malformed(
        number == 1
          ? "is no web archive: its first line is no WARC/1.0"
          : "record \(number) does not begin where the one before says: mend or replace the file")
    }
    var fields: [String: String] = [:]
    while let line = try takeLine(), !line.isEmpty {
      if let (name, value) = HTTPHead.field(line) { fields[name] = value }
    }
    return fields
  }

  private func page(_ bytes: [UInt8], _ head: [String: String]) -> Input {
    let http = HTTPHead(bytes)
    if let reason = http.reasonToLeaveOut {
      return name.record(number, .document, nil, .leftOut(reason: reason))
    }
    let body = Array(bytes[http.length...])
    var page = document(body, http.mediaType, http.charset, head)
    guard page.skipReason == nil else { return page }
    do throws(ReadError) { page.payload?.bytes = try HTTPBody(body, http.codings, settings).bytes } catch {
      return name.record(number, .document, nil, .broken(reason: "\(error)"))
    }
    return page
  }

  private func document(_ bytes: [UInt8], _ mediaType: String?, _ charset: String?, _ head: [String: String]) -> Input {
    var payload = Payload(bytes: bytes, charset: charset)
    // Some writers put the address between angle brackets.
    let address = head["warc-target-uri"].map { $0.hasPrefix("<") ? String($0.dropFirst().dropLast()) : $0 }
    if let address { payload.metadata.append(Payload.Fact(key: "url", value: address)) }
    if let date = head["warc-date"] { payload.metadata.append(Payload.Fact(key: "retrieved", value: date)) }
    return Input(
      id: "\(name.stem)/\(number)", uri: "\(name.uri)#\(number)", kind: .member, mediaType: mediaType,
      form: .document, listIndex: name.listIndex, position: 0, payload: payload)
  }
}
