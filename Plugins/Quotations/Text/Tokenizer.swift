internal import DocumentModel
internal import TextBytes

/// Cuts sentences into words, numbers and marks, in one pass.
struct Tokenizer {
  private let words: WordTable
  private(set) var tokens: [Token] = []

  init(words: WordTable, textLength: Int) {
    self.words = words
    tokens.reserveCapacity(textLength / 5 + 16)
  }

  /// Adds the tokens of the sentence at `range`.
  mutating func add(_ range: TextRange, sentence: Int, in bytes: Span<UInt8>) {
    var at = range.start
    var end = at
    while at < range.end {
      let byte = bytes[at]
      if byte <= 0x20 {
        at += 1
        continue
      }
      var token = Token(
        start: UInt32(truncatingIfNeeded: at), end: 0, sentence: Int32(truncatingIfNeeded: sentence), mark: nil,
        traits: at == end && end > range.start ? .attached : [])
      if let letter = bytes.letterLength(at: at, before: range.end) {
        end = word(
          in: bytes, at, range.end, firstLetter: letter, isFirst: at == range.start, &token.traits)
      } else if byte.isDigit {
        end = number(in: bytes, at, range.end)
        token.traits.formUnion([.word, .number])
      } else if let mark = QuotationMark.shape(in: bytes, at: at), at + mark.length <= range.end {
        end = at + mark.length
        token.mark = QuotationMark(
          // A sentence may begin without space before it: `It rained."Then it snowed," he said.`
          shape: mark.shape, isFreeBefore: at == range.start || isFree(before: at, in: bytes),
          isFreeAfter: bytes.isFree(from: end))
      } else {
        end = self.mark(in: bytes, at, range.end, &token.traits)
      }
      token.end = UInt32(truncatingIfNeeded: end)
      at = end
      // Spaces above ASCII are no tokens.
      if !token.traits.isEmpty || token.mark != nil { tokens.append(token) }
    }
  }

  /// Whether a mark at `offset` may open something. Right behind another straight one that is what it is for that one, so that
  /// a run of marks is looked at once.
  private func isFree(before offset: Int, in bytes: Span<UInt8>) -> Bool {
    if let last = tokens.last, last.end == offset, let mark = last.mark,
      bytes[offset - 1] == UInt8(ascii: "\"") || bytes[offset - 1] == UInt8(ascii: "'")
    {
      return mark.isFreeBefore
    }
    return bytes.isFree(before: offset)
  }

  /// Reads a word with the hyphens and apostrophes inside, and gives its end.
  private func word(
    in bytes: Span<UInt8>, _ start: Int, _ limit: Int, firstLetter: Int, isFirst: Bool,
    _ traits: inout Token.Traits
  ) -> Int {
    var hash = FNV1a()
    var at = start
    while at < limit {
      if let length = bytes.letterLength(at: at, before: limit) {
        for index in at..<at + length { hash.add(bytes[index].lowered) }
        at += length
      } else if bytes[at].isDigit {
        hash.add(bytes[at])
        at += 1
      } else if let length = bytes.joint(at: at, before: limit) {
        hash.add(length == 3 ? UInt8(ascii: "'") : bytes[at])
        at += length
      } else {
        break
      }
    }
    traits.insert(.word)
    if bytes.isCapital(at: start, length: firstLetter) { traits.insert(.capital) }
    // "IT" is no pronoun.
    let isInitials = at - start > 1 && bytes[start].isUpper && bytes[at - 1].isUpper
    let known = isInitials ? [] : words[hash.value]
    traits.formUnion(known)
    let isAdverb = at - start > 4 && bytes[at - 1] == UInt8(ascii: "y") && bytes[at - 2] == UInt8(ascii: "l")
    if isAdverb, known.isEmpty, !traits.contains(.capital) || isFirst { traits.insert(.adverb) }
    return at
  }

  /// Reads a number with what a hyphen joins to it ("43-year-old"), and gives its end.
  private func number(in bytes: Span<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var at = start
    while at < limit {
      let isJoint = bytes[at] == UInt8(ascii: ",") || bytes[at] == UInt8(ascii: ".")
      let isDigit = bytes[at].isDigit
      if isDigit || isJoint && at + 1 < limit && bytes[at + 1].isDigit {
        at += 1
      } else if bytes[at] == UInt8(ascii: "-"), let joint = bytes.joint(at: at, before: limit) {
        at += joint
      } else if let letter = bytes.letterLength(at: at, before: limit) {
        at += letter
      } else {
        break
      }
    }
    return at
  }

  private func mark(in bytes: Span<UInt8>, _ start: Int, _ limit: Int, _ traits: inout Token.Traits) -> Int {
    switch bytes[start] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): traits.insert(.stop)
    case UInt8(ascii: ","): traits.insert(.comma)
    case UInt8(ascii: ":"), UInt8(ascii: ";"): traits.insert(.colon)
    case UInt8(ascii: "("), UInt8(ascii: "["): traits.insert(.openBracket)
    case UInt8(ascii: ")"), UInt8(ascii: "]"): traits.insert(.closeBracket)
    case UInt8(ascii: "-"): traits.insert(.dash)
    case 0xE2 where start + 2 < limit && bytes[start + 1] == 0x80:
      if bytes[start + 2] == 0xA6 { traits.insert(.stop) }
      if (0x90...0x95).contains(bytes[start + 2]) { traits.insert(.dash) }
      return start + 3
    default: return start + bytes.scalarLength(at: start, before: limit)
    }
    var end = start + 1
    while end < limit, bytes[end] == bytes[start], bytes[start] != UInt8(ascii: "("), bytes[start] != UInt8(ascii: ")")
    {
      end += 1
    }
    return end
  }
}
