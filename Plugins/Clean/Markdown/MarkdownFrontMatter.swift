internal import JSON

/// The block of YAML between lines of `---` that a Markdown text may begin with: `key: value` lines and plain lists.
struct MarkdownFrontMatter {
  private(set) var values: JSONObject = [:]
  /// Where the text behind it begins; 0 where there is none.
  private(set) var end = 0

  /// Keys of site generators and the keys that metadata has for the same.
  private static let keys = [
    "author": "byline", "authors": "byline", "date": "published", "pubdate": "published", "lastmod": "updated",
    "modified": "updated", "lang": "language", "url": "canonical", "summary": "description", "excerpt": "description",
  ]
  private static let dates: Set<String> = ["published", "updated"]

  init(_ bytes: Span<UInt8>) {
    guard bytes.count > 4, bytes.equals("---\n", at: 0..<4) || bytes.equals("---\r", at: 0..<4) else { return }
    var lines: [String] = []
    var at = bytes.firstIndex(of: 0x0A, from: 0).map { $0 + 1 } ?? bytes.count
    while at < bytes.count {
      let stop = bytes.firstIndex(of: 0x0A, from: at) ?? bytes.count
      let line = (at..<stop).trimmed(bytes)
      if line.count == 3, bytes.equals("---", at: line) || bytes.equals("...", at: line) {
        end = min(stop + 1, bytes.count)
        read(lines)
        return
      }
      lines.append(bytes.decodedText(at..<stop))
      at = stop + 1
    }
  }

  private mutating func read(_ lines: [String]) {
    var key: String?
    var list: [String] = []
    func flush() {
      if let key, !list.isEmpty { set(key, list) }
      list = []
    }
    for line in lines {
      let words = line.singleSpaced
      if words.isEmpty || words.hasPrefix("#") { continue }
      if words.hasPrefix("- "), key != nil {
        list.append(Self.unquoted(String(words.dropFirst(2))))
        continue
      }
      guard let colon = words.utf8.firstIndex(of: UInt8(ascii: ":")), !(line.utf8.first?.isSpace ?? true) else {
        continue
      }
      flush()
      let name = String(words[..<colon]).lowercased()
      let value = String(words[words.utf8.index(after: colon)...]).singleSpaced
      key = name
      if value.hasPrefix("["), value.hasSuffix("]") {
        set(name, value.dropFirst().dropLast().split(separator: ",").map { Self.unquoted(String($0).singleSpaced) })
      } else if !value.isEmpty {
        set(name, [Self.unquoted(value)])
      }
    }
    flush()
  }

  private mutating func set(_ name: String, _ list: [String]) {
    let key = Self.keys[name] ?? name
    guard values[key] == nil, let first = list.first, !key.isEmpty else { return }
    if key == "byline" {
      values[key] = .string(list.joined(separator: ", "))
    } else if Self.dates.contains(key) {
      if let date = ISODate.text(of: first) { values[key] = .string(date) }
    } else {
      values[key] = list.count == 1 ? .string(first) : .array(list.map { .string($0) })
    }
  }

  private static func unquoted(_ value: String) -> String {
    guard value.utf8.count >= 2, let first = value.utf8.first, first == value.utf8.last,
      first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    else { return value }
    return String(value.dropFirst().dropLast())
  }
}
