internal import DocumentModel
internal import JSON
internal import TextBytes

/// How words and places are written in a snapshot.
struct SnapshotWords {
  private let text: [UInt8]
  /// The longest words that are written whole, in bytes.
  private static let longest = 72

  init(_ document: Document) { text = Array(document.text.utf8) }

  /// A name as it is where it is a plain one, else in quotation marks.
  static func word(_ name: String) -> String {
    let isPlain =
      !name.isEmpty
      && name.utf8.allSatisfy { byte in
        byte.isAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
      }
    return isPlain ? name : quoted(name)
  }

  static func quoted(_ words: String) -> String { JSON.string(words).text() }

  /// A line of a text after its mark; what an editor hides or cuts is escaped.
  static func line(_ line: String, mark: String) -> String {
    guard !line.isEmpty else { return mark }
    var escaped = ""
    let last = line.unicodeScalars.count - 1
    for (index, scalar) in line.unicodeScalars.enumerated() {
      switch scalar.value {
      case 0x5C: escaped += "\\\\"
      case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: escaped += escape(scalar)
      case 0x20 where index == last: escaped += escape(scalar)
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return "\(mark) \(escaped)"
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
  }

  /// The place of `range`: its words, or the first and the last of many, each with a number where the words come earlier
  /// in the line too.
  ///
  /// - Parameter start: where the line begins; words are looked for from here.
  func place(_ range: TextRange, from start: Int) -> String {
    guard 0 <= range.start, range.start <= range.end, range.end <= text.count else {
      return "outside \(range.start) \(range.end)"
    }
    if range.isEmpty {
      guard range.start < text.count else { return "empty end" }
      let next = TextRange(range.start, border(after: min(range.start + 24, text.count)))
      return "empty \(numbered(next, from: start))"
    }
    guard range.count > Self.longest else { return numbered(range, from: start) }
    let head = TextRange(range.start, border(after: range.start + 36))
    let tail = TextRange(border(after: range.end - 24), range.end)
    return "\(numbered(head, from: start)) … \(numbered(tail, from: head.end))"
  }

  /// The next offset at which a character begins.
  private func border(after offset: Int) -> Int {
    var offset = offset
    while offset < text.count, text[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }

  private func numbered(_ range: TextRange, from start: Int) -> String {
    let words = text[range.start..<range.end]
    var count = 1
    var at = start
    while at < range.start {
      if text[at] == words.first, text[at..<min(at + words.count, text.count)].elementsEqual(words) { count += 1 }
      at += 1
    }
    return Self.quoted(String(decoding: words, as: UTF8.self)) + (count == 1 ? "" : " #\(count)")
  }
}
