/// Finds the first place where a text stops being JSON.
///
/// Runs over texts that jansson has refused: jansson tells the end of the token that it could not use, people need the
/// start of what is wrong and the next step. Keeps its own stack, so that depth is no danger.
struct JSONSyntaxScanner {
  let text: [UInt8]
  private(set) var at: Int
  /// The arrays and objects that have begun and not ended, outermost first.
  private(set) var open: [Container] = []

  /// An array or object that has begun.
  struct Container {
    let isObject: Bool
    /// Where its bracket stands.
    let start: Int
    var keys: Set<ExactText> = []
    var isEmpty = true

    var closing: UInt8 { isObject ? UInt8(ascii: "}") : UInt8(ascii: "]") }
  }

  init(_ text: [UInt8]) {
    self.text = text
    at = text.starts(with: JSONLocation.byteOrderMark) ? JSONLocation.byteOrderMark.count : 0
  }

  /// The first error, or `nil` where the text is JSON.
  var firstError: JSONSyntaxError? {
    mutating get {
      do throws(JSONSyntaxError) {
        try scan()
        return nil
      } catch {
        return error
      }
    }
  }

  /// The byte at hand; 0 at the end, which begins nothing in JSON.
  var byte: UInt8 { at < text.count ? text[at] : 0 }
  var isAtEnd: Bool { at >= text.count }

  private mutating func scan() throws(JSONSyntaxError) {
    skipSpace()
    try value()
    while let container = open.last {
      skipSpace()
      if byte == container.closing {
        at += 1
        open.removeLast()
        continue
      }
      if !container.isEmpty { try comma(in: container) }
      open[open.count - 1].isEmpty = false
      if container.isObject { try key() }
      try value()
    }
    skipSpace()
    guard isAtEnd else { throw moreAfterTheEnd() }
  }

  private mutating func skipSpace() {
    while byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
  }

  private mutating func comma(in container: Container) throws(JSONSyntaxError) {
    guard byte == UInt8(ascii: ",") else { throw notAComma(in: container) }
    let comma = at
    at += 1
    skipSpace()
    if byte == container.closing { throw trailingComma(at: comma, in: container) }
  }

  private mutating func key() throws(JSONSyntaxError) {
    guard byte == UInt8(ascii: "\"") else { throw notAKey() }
    let range = try string()
    // A string of its own is a JSON text too; it has just been found valid.
    let key = (try? JSON(parsing: Array(text[range])))?.string ?? ""
    guard !key.utf8.contains(0) else { throw error("a key can't contain a NUL character", range) }
    guard open[open.count - 1].keys.insert(ExactText(key)).inserted else {
      throw error("the key \"\(key)\" stands twice in this object", range)
    }
    skipSpace()
    guard byte == UInt8(ascii: ":") else { throw notAColon(after: key) }
    at += 1
    skipSpace()
  }

  /// Moves past a scalar, or into an array or object.
  private mutating func value() throws(JSONSyntaxError) {
    switch byte {
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard open.count < JSON.depthLimit else {
        throw error("arrays and objects nest deeper than \(JSON.depthLimit) levels", at..<at + 1)
      }
      open.append(Container(isObject: byte == UInt8(ascii: "{"), start: at))
      at += 1
    default:
      let word = self.word
      guard !word.isEmpty else { throw notAValue() }
      if let problem = Self.problem(ofWord: String(decoding: text[word], as: UTF8.self)) { throw error(problem, word) }
      at = word.upperBound
    }
  }

  /// The letters, digits and signs that stand together here: a number, a literal, or what somebody took for one.
  var word: Range<Int> {
    var end = at
    while end < text.count {
      switch text[end] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        end += 1
      default: return at..<end
      }
    }
    return at..<end
  }

  func error(_ problem: String, _ range: Range<Int>) -> JSONSyntaxError {
    JSONSyntaxError(problem: problem, location: JSONLocation(offset: range.lowerBound, length: range.count, in: text))
  }
}

// MARK: - Strings

extension JSONSyntaxScanner {
  /// Moves past the string at hand and gives its range, quotation marks included.
  private mutating func string() throws(JSONSyntaxError) -> Range<Int> {
    let start = at
    at += 1
    while byte != UInt8(ascii: "\"") || isAtEnd {
      switch byte {
      case 0x0A, 0x0D,
        0 where isAtEnd:
        throw unclosedString(from: start)
      case 0..<0x20: throw controlCharacter()
      case UInt8(ascii: "\\"): try escape()
      default: at += 1
      }
    }
    at += 1
    if let bad = firstUndecodable(in: start..<at) {
      throw error("this is not UTF-8: save the file in the charset UTF-8", bad)
    }
    return start..<at
  }

  private mutating func escape() throws(JSONSyntaxError) {
    let start = at
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      at += 1
    case UInt8(ascii: "u"):
      guard let unit = unicodeEscape(at: start) else { throw malformedUnicodeEscape(from: start) }
      at = start + 6
      guard 0xD800...0xDFFF ~= unit else { return }
      guard unit < 0xDC00, let low = unicodeEscape(at: at), 0xDC00...0xDFFF ~= low else {
        throw error("this is half of a surrogate pair, and the other half is missing", start..<start + 6)
      }
      at += 6
    default: throw unknownEscape(from: start)
    }
  }

  /// The code unit that `\uXXXX` at `start` stands for.
  private func unicodeEscape(at start: Int) -> UInt16? {
    guard start + 6 <= text.count, text[start] == UInt8(ascii: "\\"), text[start + 1] == UInt8(ascii: "u"),
      text[start + 2] != UInt8(ascii: "+"), text[start + 2] != UInt8(ascii: "-")
    else { return nil }
    return UInt16(String(decoding: text[start + 2..<start + 6], as: UTF8.self), radix: 16)
  }

  /// The first bytes in `range` that are no character.
  private func firstUndecodable(in range: Range<Int>) -> Range<Int>? {
    var parser = Unicode.UTF8.ForwardParser()
    var bytes = text[range].makeIterator()
    var at = range.lowerBound
    while true {
      switch parser.parseScalar(from: &bytes) {
      case .valid(let scalar): at += scalar.count
      case .emptyInput: return nil
      case .error(let length): return at..<at + length
      }
    }
  }
}
