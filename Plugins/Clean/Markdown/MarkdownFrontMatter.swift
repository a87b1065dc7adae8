internal import JSON
internal import TextBytes

/// What a Markdown text may begin with: YAML between lines of `---`, TOML between lines of `+++`, or an object of JSON.
struct MarkdownFrontMatter {
  private(set) var values: JSONObject = [:]
  /// Where the text behind it begins; 0 where there is none.
  private(set) var end = 0
  /// The number of the first line that was taken as it is written, because it is not what it should be; from 1.
  private(set) var oddLine: Int?

  /// Keys of site generators and the keys that metadata has for the same.
  private static let keys = [
    "author": "byline", "authors": "byline", "date": "published", "pubdate": "published", "lastmod": "updated",
    "modified": "updated", "lang": "language", "url": "canonical", "summary": "description", "excerpt": "description",
  ]
  private static let dates: Set<String> = ["published", "updated"]

  init(_ bytes: Span<UInt8>) {
    guard let first = bytes.sourceLine(from: 0) else { return }
    if bytes.equals("---", at: first.words) {
      readEntries(bytes, from: first.end, marks: ["---", "..."], .yaml)
    } else if bytes.equals("+++", at: first.words) {
      readEntries(bytes, from: first.end, marks: ["+++"], .toml)
    } else if bytes.equals("{", at: first.words) {
      readObject(bytes)
    }
  }

  /// One key and what belongs to it.
  private struct Entry {
    var line: Int
    /// From 0 of its first line.
    var key: Range<Int>
    var source: Range<Int>
  }

  /// Reads entry by entry, so that one that is no YAML leaves the others what they are.
  private mutating func readEntries(
    _ bytes: Span<UInt8>, from start: Int, marks: [String], _ style: FrontMatterStyle
  ) {
    var entries: [Entry] = []
    var (at, number, isInTable) = (start, 2, false)
    while let line = bytes.sourceLine(from: at) {
      if marks.contains(where: { bytes.equals($0, at: line.words) }) {
        end = line.end
        for entry in entries { read(entry, bytes, style) }
        return
      }
      // What begins with a blank line is a text between two rules.
      guard !(number == 2 && line.words.isEmpty), style.allows(line.words, bytes) else { return }
      isInTable = isInTable || style.isTable(line.words, bytes)
      if let key = style.key(of: line.words, bytes), !isInTable {
        entries.append(Entry(line: number, key: key, source: at..<line.end))
      } else if let last = entries.indices.last {
        if !isInTable { entries[last].source = entries[last].source.lowerBound..<line.end }
      } else if !isInTable, !line.words.isEmpty, bytes[line.words.lowerBound] != UInt8(ascii: "#") {
        return
      }
      (at, number) = (line.end, number + 1)
    }
  }

  private mutating func read(_ entry: Entry, _ bytes: Span<UInt8>, _ style: FrontMatterStyle) {
    let colon = entry.key.upperBound
    let behind = bytes.firstIndex(of: style.separator, from: colon, before: entry.source.upperBound).map { $0 + 1 }
    let rest = (behind ?? colon)..<entry.source.upperBound
    // Strings, lists, dates and comments of TOML are those of YAML.
    let yaml = entry.key.map { bytes[$0] } + Array(": ".utf8) + rest.map { bytes[$0] }
    if let member = JSON(yaml: yaml)?.object?.first(where: { _ in true }) {
      set(member.key.lowercased(), member.value)
    } else {
      oddLine = oddLine ?? entry.line
      set(Self.unquoted(bytes.text(entry.key)).lowercased(), .array(written(at: rest, bytes).map { .string($0) }))
    }
  }

  /// What stands behind a key, or else the items below it.
  private func written(at rest: Range<Int>, _ bytes: Span<UInt8>) -> [String] {
    var texts: [String] = []
    var at = rest.lowerBound
    while at < rest.upperBound, let line = bytes.sourceLine(from: at) {
      let words = bytes.text(line.words).singleSpaced
      if at == rest.lowerBound, !words.isEmpty { return [Self.unquoted(words)] }
      if words.hasPrefix("- ") { texts.append(Self.unquoted(words.dropFirst(2).singleSpaced)) }
      at = line.end
    }
    return texts
  }

  private static func unquoted(_ text: String) -> String {
    guard text.utf8.count >= 2, let first = text.utf8.first, first == text.utf8.last,
      first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    else { return text }
    return String(text.dropFirst().dropLast())
  }

  private mutating func readObject(_ bytes: Span<UInt8>) {
    var at = 0
    while let line = bytes.sourceLine(from: at) {
      at = line.end
      guard bytes.equals("}", at: line.words) else { continue }
      guard let object = try? JSON(parsing: bytes.extracting(0..<at)).object else { return }
      end = at
      for member in object { set(member.key.lowercased(), member.value) }
      return
    }
  }

  private mutating func set(_ name: String, _ value: JSON) {
    let key = Self.keys[name] ?? name
    let list = Self.texts(of: value, naming: key == "byline").map { $0.withoutReferences.singleSpaced }
      .filter { !$0.isEmpty }
    guard values[key] == nil, let first = list.first, !key.isEmpty else { return }
    if key == "byline" {
      values[key] = .string(list.joined(separator: ", "))
    } else if Self.dates.contains(key) {
      if let date = ISODate.text(of: first) { values[key] = .string(date) }
    } else {
      values[key] = list.count == 1 ? .string(first) : .array(list.map { .string($0) })
    }
  }

  /// The texts that a value is or lists.
  ///
  /// - Parameter namesCount: whether an object stands for its name.
  private static func texts(of value: JSON, naming namesCount: Bool) -> [String] {
    switch value {
    case .string(let text): [text]
    case .integer(let number): ["\(number)"]
    case .real(let number): ["\(number)"]
    case .bool(let isTrue): ["\(isTrue)"]
    case .null: []
    case .array(let items):
      items.flatMap { item in item.array == nil ? texts(of: item, naming: namesCount) : [] }
    case .object(let members): namesCount ? members["name"]?.string.map { [$0] } ?? [] : []
    }
  }
}

/// How lines of front matter are written.
private enum FrontMatterStyle {
  case yaml, toml

  var separator: UInt8 { self == .yaml ? UInt8(ascii: ":") : UInt8(ascii: "=") }

  /// Whether the line may stand there: a text that begins with a rule has others.
  func allows(_ line: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    guard self == .yaml, let first = line.first.map({ bytes[$0] }) else { return true }
    if first.isSpace || "#]}".utf8.contains(first) || key(of: line, bytes) != nil { return true }
    return first == UInt8(ascii: "-") && (line.count == 1 || bytes[line.lowerBound + 1].isSpace)
  }

  /// Whether a table of TOML begins, which has no metadata.
  func isTable(_ line: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    self == .toml && line.first.map { bytes[$0] } == UInt8(ascii: "[")
  }

  /// The key that the line begins with: letters, digits and some marks, in YAML two words of them at most, or whatever stands
  /// in quotes.
  func key(of line: Range<Int>, _ bytes: Span<UInt8>) -> Range<Int>? {
    guard let first = line.first.map({ bytes[$0] }) else { return nil }
    var at = line.lowerBound
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      guard let quote = bytes.firstIndex(of: first, from: at + 1, before: line.upperBound) else { return nil }
      at = quote + 1
    } else {
      while at < line.upperBound, bytes[at].isOfKey { at += 1 }
      let second = at + 1
      if self == .yaml, at > line.lowerBound, second < line.upperBound, bytes[at] == 0x20, bytes[second].isOfKey {
        at = second
        while at < line.upperBound, bytes[at].isOfKey { at += 1 }
      }
    }
    let key = line.lowerBound..<at
    while at < line.upperBound, bytes[at].isSpace { at += 1 }
    guard !key.isEmpty, at < line.upperBound, bytes[at] == separator else { return nil }
    return self == .toml || at + 1 == line.upperBound || bytes[at + 1].isSpace ? key : nil
  }
}

extension UInt8 {
  fileprivate var isOfKey: Bool {
    isAlphanumeric || self >= 0x80 || "_-.$/@<".utf8.contains(self)
  }
}

extension Span where Element == UInt8 {
  /// The line that begins at `start`, without spaces at its end, and where the next one begins; `nil` behind the last.
  fileprivate func sourceLine(from start: Int) -> (words: Range<Int>, end: Int)? {
    guard start < count else { return nil }
    var stop = start
    while stop < count, self[stop] != 0x0A, self[stop] != 0x0D { stop += 1 }
    var words = start..<stop
    while let last = words.last, self[last].isSpace { words = start..<last }
    let isPair = stop + 1 < count && self[stop] == 0x0D && self[stop + 1] == 0x0A
    return (words, Swift.min(stop + (isPair ? 2 : 1), count))
  }
}
