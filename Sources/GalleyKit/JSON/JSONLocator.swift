/// Finds the places of keys and values in a JSON text that is known to be valid.
///
/// jansson's values don't remember where they stood, and messages about a pipeline file have to say.
public struct JSONLocator {
  /// What of a member to point at.
  public enum Part: Sendable {
    case key
    case value
  }

  private let text: [UInt8]

  /// A locator for `text`, which `JSON(parsing:)` has accepted.
  public init(_ text: [UInt8]) { self.text = text }

  /// The place of what `pointer` leads to, or of the nearest value around it where a step is missing.
  public func location(of pointer: JSONPointer, _ part: Part = .value) -> JSONLocation {
    var cursor = Cursor(text: text)
    if text.starts(with: JSONLocation.byteOrderMark) { cursor.at = JSONLocation.byteOrderMark.count }
    cursor.skipSpace()
    var found = cursor.at..<cursor.endOfValue()
    for (depth, token) in pointer.tokens.enumerated() {
      var inner = Cursor(text: text, at: found.lowerBound)
      guard let member = inner.enter(token) else { break }
      let isLast = depth == pointer.tokens.count - 1
      found = isLast && part == .key ? (member.key ?? member.value) : member.value
    }
    return JSONLocation(offset: found.lowerBound, length: found.count, in: text)
  }
}

/// Walks over valid JSON without making values of it.
private struct Cursor {
  let text: [UInt8]
  var at = 0

  var byte: UInt8 { at < text.count ? text[at] : 0 }

  mutating func skipSpace() {
    while at < text.count, text[at] == 0x20 || text[at] == 0x0A || text[at] == 0x0D || text[at] == 0x09 { at += 1 }
  }

  /// Moves past a string whose opening quotation mark is at hand.
  mutating func skipString() {
    at += 1
    while at < text.count, text[at] != UInt8(ascii: "\"") { at += text[at] == UInt8(ascii: "\\") ? 2 : 1 }
    at = Swift.min(at + 1, text.count)
  }

  /// The end of the value at hand.
  func endOfValue() -> Int {
    var cursor = self
    cursor.skipValue()
    return cursor.at
  }

  mutating func skipValue() {
    var depth = 0
    repeat {
      switch byte {
      case UInt8(ascii: "\""): skipString()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        at += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        at += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"): at += 1
      default: while at < text.count, !isDelimiter(text[at]) { at += 1 }
      }
      if depth > 0 { skipSpace() }
    } while depth > 0 && at < text.count
  }

  private func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\""):
      true
    default: false
    }
  }

  /// The ranges of the member or element that `token` names in the container at hand.
  mutating func enter(_ token: JSONPointer.Token) -> (key: Range<Int>?, value: Range<Int>)? {
    let isObject = byte == UInt8(ascii: "{")
    guard isObject || byte == UInt8(ascii: "[") else { return nil }
    at += 1
    var index = 0
    while true {
      skipSpace()
      guard at < text.count, byte != UInt8(ascii: "}"), byte != UInt8(ascii: "]") else { return nil }
      var key: Range<Int>?
      if isObject {
        let start = at
        skipString()
        key = start..<at
        skipSpace()
        at += 1  // the colon
        skipSpace()
      }
      let value = at..<endOfValue()
      switch token {
      case .index(let wanted) where !isObject && wanted == index: return (key, value)
      case .key(let wanted) where isObject && key.map(decoded)?.isIdentical(to: wanted) == true: return (key, value)
      default: break
      }
      at = value.upperBound
      skipSpace()
      if byte == UInt8(ascii: ",") { at += 1 }
      index += 1
    }
  }

  /// The text of the string literal at `range`.
  private func decoded(_ range: Range<Int>) -> String {
    (try? JSON(parsing: Array(text[range])))?.string ?? ""
  }
}
