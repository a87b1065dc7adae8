/// The head of an HTTP response (RFC 9112): its status and what it tells of the body.
struct HTTPHead {
  /// The bytes of the head, its blank line included.
  let length: Int
  private let status: Int?
  private var fields: [String: String] = [:]

  init(_ response: [UInt8]) {
    var at = 0
    var lines: [ArraySlice<UInt8>] = []
    while let end = response.span.firstIndex(of: 0x0A, from: at) {
      let line = response[at..<end]
      at = end + 1
      if line.isEmpty || line.elementsEqual([0x0D]) { break }
      lines.append(line.last == 0x0D ? line.dropLast() : line)
    }
    length = at
    let words = lines.first?.split(separator: UInt8(ascii: " ")) ?? []
    status =
      words.count > 1 && words[0].starts(with: "HTTP/".utf8) ? Int(String(decoding: words[1], as: UTF8.self)) : nil
    for line in lines.dropFirst() {
      if let (name, value) = Self.field(line) { fields[name] = value }
    }
  }

  /// A line `Name: value`, the name in small letters.
  static func field(_ line: some Collection<UInt8>) -> (name: String, value: String)? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let value = String(decoding: line[line.index(after: colon)...], as: UTF8.self)
    return (String(decoding: line[..<colon], as: UTF8.self).lowercased(), value.trimmed)
  }

  /// The body's media type without parameters.
  var mediaType: String? { Self.mediaType(fields["content-type"]) }

  /// A media type without its parameters.
  static func mediaType(_ field: String?) -> String? {
    let type = (field ?? "").split(separator: ";").first.map { String($0).trimmed.lowercased() }
    return type?.isEmpty == false ? type : nil
  }

  /// The charset that the media type declares.
  var charset: String? {
    for parameter in (fields["content-type"] ?? "").split(separator: ";").dropFirst() {
      let parts = parameter.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
      guard parts.count == 2, parts[0].lowercased() == "charset" else { continue }
      return parts[1].filter { $0 != "\"" && $0 != "'" }
    }
    return nil
  }

  /// Why the body is no page, or none that can be read.
  var reasonToLeaveOut: String? {
    guard let status else { return "it is no answer of HTTP" }
    guard status == 200 else { return "its HTTP status is \(status), not 200" }
    if mediaType == nil { return "its server tells no kind of content" }
    guard let coding = codings.first(where: { !HTTPBody.undoes($0) }) else { return nil }
    return "its body is coded as \(coding), which is not undone by this version"
  }

  /// What the body is coded by, in the order in which it was done.
  var codings: [String] {
    ["content-encoding", "transfer-encoding"].flatMap { (fields[$0] ?? "").split(separator: ",") }
      .map { String($0).trimmed.lowercased() }.filter { !$0.isEmpty }
  }
}

extension String {
  /// The text without spaces and tabs around it.
  fileprivate var trimmed: String {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    guard let first = utf8.firstIndex(where: { !isSpace($0) }), let last = utf8.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(self[first...last])
  }
}
