internal import JSON
internal import TextBytes

extension [UInt8] {
  /// Appends `value` in YAML's flow style, which fits on one line.
  mutating func appendYAML(_ value: JSON) {
    switch value {
    case .string(let text): appendYAML(text)
    case .array(let elements):
      append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { append(contentsOf: ", ".utf8) }
        appendYAML(element)
      }
      append(UInt8(ascii: "]"))
    case .object(let object):
      append(UInt8(ascii: "{"))
      for (index, member) in object.members.enumerated() {
        if index > 0 { append(contentsOf: ", ".utf8) }
        appendYAML(member.key)
        append(contentsOf: ": ".utf8)
        appendYAML(member.value)
      }
      append(UInt8(ascii: "}"))
    case .null, .bool, .integer: append(contentsOf: value.text().utf8)
    case .real: appendYAML(real: value.text())
    }
  }

  /// Appends a number; readers of YAML 1.1 take one with an exponent for words unless it has a point.
  private mutating func appendYAML(real text: String) {
    let exponent = text.utf8.firstIndex(of: UInt8(ascii: "e")) ?? text.endIndex
    append(contentsOf: text[..<exponent].utf8)
    if exponent < text.endIndex, !text.utf8.contains(UInt8(ascii: ".")) { append(contentsOf: ".0".utf8) }
    append(contentsOf: text[exponent...].utf8)
  }

  /// Appends `text` as a scalar that every reader of YAML 1.1 and 1.2 takes for this very string.
  ///
  /// Only plain words stand without quotes: what could be a number, a date, a truth value or a mark does not.
  mutating func appendYAML(_ text: String) {
    guard !isPlainYAML(text) else {
      append(contentsOf: text.utf8)
      return
    }
    append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": append(contentsOf: "\\\"".utf8)
      case "\\": append(contentsOf: "\\\\".utf8)
      case "\n": append(contentsOf: "\\n".utf8)
      case "\r": append(contentsOf: "\\r".utf8)
      case "\t": append(contentsOf: "\\t".utf8)
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}"..."\u{FFFF}":
        let digits = String(scalar.value, radix: 16)
        append(contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8)
      default: append(contentsOf: String(scalar).utf8)
      }
    }
    append(UInt8(ascii: "\""))
  }
}

/// Words that some reader of YAML takes for something else than a string, in lower case.
private let reserved: Set<String> = ["true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf"]

/// Whether `text` is of ASCII letters, digits, spaces and `-./_`, with a letter first.
private func isPlainYAML(_ text: String) -> Bool {
  guard let first = text.utf8.first, let last = text.utf8.last, first.isLetter, last != 0x20,
    !reserved.contains(text.lowercased())
  else { return false }
  return text.utf8.allSatisfy { byte in
    byte.isAlphanumeric || byte == 0x20 || byte == UInt8(ascii: "_")
      || (UInt8(ascii: "-")...UInt8(ascii: "/")).contains(byte)
  }
}
