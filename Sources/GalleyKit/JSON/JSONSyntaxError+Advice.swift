// What people who write JSON by hand commonly slip into, in plain words and with the next step.

extension JSONSyntaxScanner {
  func notAValue() -> JSONSyntaxError {
    if isAtEnd { return endsEarly() }
    if let error = foreignQuotation() ?? comment() { return error }
    switch byte {
    case UInt8(ascii: ","): return error("a comma too many: a value is missing before it", at..<at + 1)
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      if let container = open.last, container.closing != byte { return wrongBracket(in: container) }
      return error("a value is missing before \(shown)", here)
    default: return error("\(shown) begins no value: strings stand in double quotation marks", here)
    }
  }

  func notAKey() -> JSONSyntaxError {
    if isAtEnd { return endsEarly() }
    if let error = foreignQuotation() ?? comment() { return error }
    if byte == UInt8(ascii: "]"), let container = open.last { return wrongBracket(in: container) }
    if byte == UInt8(ascii: ",") { return error("a comma too many: take it out", here) }
    guard !word.isEmpty else { return error("\(shown) begins no key: keys stand in double quotation marks", here) }
    let key = String(decoding: text[word], as: UTF8.self)
    return error("the key \(key) should stand in double quotation marks: \"\(key)\"", word)
  }

  func notAColon(after key: String) -> JSONSyntaxError {
    if isAtEnd { return endsEarly() }
    if let error = comment() { return error }
    if byte == UInt8(ascii: "=") { return error("'=' should be ':'", here) }
    return error("a colon is missing after the key \"\(key)\"", at..<at)
  }

  func notAComma(in container: Container) -> JSONSyntaxError {
    if isAtEnd { return endsEarly() }
    if let error = comment() { return error }
    switch byte {
    case UInt8(ascii: "}"), UInt8(ascii: "]"): return wrongBracket(in: container)
    case UInt8(ascii: ":") where !container.isObject:
      return error("a key and its value can't stand in an array: put them in an object, { … }", here)
    case UInt8(ascii: ";"): return error("';' should be ','", here)
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "{"), UInt8(ascii: "["):
      return error("a comma is missing before this", here)
    case _ where !word.isEmpty: return error("a comma is missing before this", word)
    default: return error("\(shown) can't stand here: ',' or '\(shown(container.closing))' is missing", here)
    }
  }

  func trailingComma(at comma: Int, in container: Container) -> JSONSyntaxError {
    error("a comma before '\(shown(container.closing))': take it out", comma..<comma + 1)
  }

  func moreAfterTheEnd() -> JSONSyntaxError {
    if let error = comment() { return error }
    switch byte {
    case UInt8(ascii: ","): return error("a comma after the end of the value: take it out", here)
    case UInt8(ascii: "}"), UInt8(ascii: "]"): return error("\(shown) closes nothing: take it out", here)
    default: return error("there is more after the end of the value", here)
    }
  }

  /// The text stops before everything is closed, or before anything has begun.
  private func endsEarly() -> JSONSyntaxError {
    let end = (text.lastIndex { $0 > 0x20 } ?? -1) + 1
    guard let container = open.last else { return error("there is no value: the text is empty", end..<end) }
    let place = JSONLocation(offset: container.start, in: text)
    return error(
      "the text ends inside the \(container.isObject ? "object" : "array") that begins on line \(place.line), "
        + "column \(place.column): '\(shown(container.closing))' is missing", end..<end)
  }

  private func wrongBracket(in container: Container) -> JSONSyntaxError {
    let place = JSONLocation(offset: container.start, in: text)
    return error(
      "\(shown) should be '\(shown(container.closing))', which closes the '\(shown(text[container.start]))' of line "
        + "\(place.line), column \(place.column)", here)
  }

  /// Single or typographic quotation marks.
  private func foreignQuotation() -> JSONSyntaxError? {
    guard ["'", "`", "“", "”", "„", "‘", "’", "«"].contains(scalar) else { return nil }
    return error("\(shown) should be '\"': JSON's quotation marks are double and straight", here)
  }

  private func comment() -> JSONSyntaxError? {
    let isComment =
      switch byte {
      case UInt8(ascii: "#"): true
      case UInt8(ascii: "/"):
        at + 1 < text.count && (text[at + 1] == UInt8(ascii: "/") || text[at + 1] == UInt8(ascii: "*"))
      default: false
      }
    return isComment ? error("JSON has no comments: take this out", at..<endOfLine) : nil
  }
}

// MARK: - Strings

extension JSONSyntaxScanner {
  func unclosedString(from start: Int) -> JSONSyntaxError {
    error(
      "this string has no closing quotation mark on its line: put one at its end, or write line breaks as \\n",
      start..<at)
  }

  func controlCharacter() -> JSONSyntaxError {
    byte == 0x09
      ? error("a tab in a string: write \\t", here)
      : error("the control character \(shown) in a string: write \\u\(hex(UInt32(byte)))", here)
  }

  func unknownEscape(from start: Int) -> JSONSyntaxError {
    guard !isAtEnd else { return unclosedString(from: start) }
    let end = here.upperBound
    return error(
      "\\\(String(decoding: text[here], as: UTF8.self)) means nothing: write \\\\ for a backslash", start..<end)
  }

  func malformedUnicodeEscape(from start: Int) -> JSONSyntaxError {
    error("\\u wants four hexadecimal digits: \\u00e9", start..<Swift.min(start + 2, text.count))
  }
}

// MARK: - Words and numbers

extension JSONSyntaxScanner {
  /// What is wrong with `word` as a value, or `nil` where it is one.
  static func problem(ofWord word: String) -> String? {
    switch word {
    case "true", "false", "null": return nil
    case "None", "nil", "undefined", "NULL", "Null": return "'\(word)' should be 'null'"
    case "True", "TRUE": return "'\(word)' should be 'true'"
    case "False", "FALSE": return "'\(word)' should be 'false'"
    case "NaN", "Infinity", "-Infinity", "+Infinity", "inf", "-inf": return "JSON has no \(word): write null"
    case _ where word.utf8.contains { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } && !startsWithLetter(word):
      return problem(ofNumber: word)
    default: return "'\(word)' is no JSON value: write \"\(word)\" if it is a string"
    }
  }

  private static func startsWithLetter(_ word: String) -> Bool {
    word.first.map { $0.isLetter || $0 == "_" } ?? false
  }

  private static func problem(ofNumber word: String) -> String? {
    if isNumber(word) {
      if word.contains(where: { $0 == "." || $0 == "e" || $0 == "E" }) {
        return Double(word)?.isFinite == true ? nil : "\(word) is too large for a number"
      }
      return Int(word) == nil ? "\(word) is too large for an integer of 64 bits" : nil
    }
    if let repaired = repaired(word) { return "'\(word)' is no JSON number: write \(repaired)" }
    return "'\(word)' is no JSON number: write \"\(word)\" if it is a string"
  }

  /// The number that the writer of `word` certainly meant.
  private static func repaired(_ word: String) -> String? {
    let isNegative = word.first == "-"
    var digits = word.drop { $0 == "+" || $0 == "-" }
    guard word.count - digits.count <= 1 else { return nil }
    if digits.hasPrefix("0x") || digits.hasPrefix("0X") {
      return Int(digits.dropFirst(2), radix: 16).map { isNegative ? "-\($0)" : "\($0)" }
    }
    if digits.first == "." { digits = "0" + digits }
    if digits.last == "." { digits += "0" }
    let zeros = digits.prefix { $0 == "0" }
    if zeros.count > 0 {
      let rest = digits.dropFirst(zeros.count)
      digits = rest.first?.isNumber == true ? rest : "0" + rest
    }
    let number = (isNegative ? "-" : "") + digits.filter { $0 != "_" }
    return isNumber(number) ? number : nil
  }

  /// Whether `word` is a number by the grammar of RFC 8259 §6.
  private static func isNumber(_ word: String) -> Bool {
    var rest = Substring(word)
    func takeDigits() -> Int {
      let digits = rest.utf8.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }.count
      rest = rest.dropFirst(digits)
      return digits
    }
    if rest.first == "-" { rest.removeFirst() }
    let startsWithZero = rest.first == "0"
    let whole = takeDigits()
    guard whole > 0, !startsWithZero || whole == 1 else { return false }
    if rest.first == "." {
      rest.removeFirst()
      guard takeDigits() > 0 else { return false }
    }
    if rest.first == "e" || rest.first == "E" {
      rest.removeFirst()
      if rest.first == "+" || rest.first == "-" { rest.removeFirst() }
      guard takeDigits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}

// MARK: - Showing what is there

extension JSONSyntaxScanner {
  /// The bytes of the character at hand.
  private var here: Range<Int> {
    var end = Swift.min(at + 1, text.count)
    while end < text.count, end < at + 4, text[end] & 0xC0 == 0x80 { end += 1 }
    return at..<end
  }

  private var endOfLine: Int { text[at...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.count }

  private var scalar: Unicode.Scalar {
    String(decoding: text[here], as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
  }

  /// The character at hand in quotation marks, or its number where it can't be seen.
  private var shown: String {
    let isVisible = scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format
    return isVisible && !scalar.properties.isWhitespace ? "'\(scalar)'" : "U+\(hex(scalar.value).uppercased())"
  }

  private func shown(_ byte: UInt8) -> String { String(Unicode.Scalar(byte)) }

  private func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: Swift.max(0, 4 - digits.count)) + digits
  }
}
