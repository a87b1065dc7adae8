internal import DocumentModel
internal import TextBytes

/// A text and its tokens, which finders name by their index.
struct TokenizedText: Sendable {
  let text: String
  /// In reading order; they don't overlap.
  let tokens: [Token]

  init(_ text: String) {
    // Spans want contiguous UTF-8 at a fixed place, which a bridged or a lazy string may not have.
    var text = text
    text.makeContiguousUTF8()
    self.text = text
    tokens = Tokenizer.tokens(of: text)
  }

  var count: Int { tokens.count }

  subscript(index: Int) -> Token { tokens[index] }

  /// The token at `index`, or `nil` before the first and after the last.
  func token(at index: Int) -> Token? { index >= 0 && index < tokens.count ? tokens[index] : nil }

  /// The bytes from the first token's start to the last one's end.
  func range(of tokens: Range<Int>) -> TextRange {
    guard let first = token(at: tokens.lowerBound), let last = token(at: tokens.upperBound - 1), !tokens.isEmpty
    else { return TextRange(0, 0) }
    return TextRange(first.start, last.end)
  }

  func range(of index: Int) -> TextRange { range(of: index..<index + 1) }

  /// Whether the token at `index` is `word`, which is ASCII in small letters, in whatever case; false outside the text.
  @inline(__always)
  func token(_ index: Int, is word: StaticString) -> Bool {
    // Nearly all tokens differ in length or first letter, which is seen here without a call.
    guard let token = token(at: index), Int(token.count) == word.utf8CodeUnitCount,
      token.first | 0x20 == word.utf8Start.pointee | 0x20
    else { return false }
    return self.token(token, spells: word)
  }

  /// Whether it is one of these words.
  func token(_ index: Int, isOneOf words: [StaticString]) -> Bool {
    for word in words where token(index, is: word) { return true }
    return false
  }

  private func token(_ token: Token, spells word: StaticString) -> Bool {
    let bytes = text.utf8.span
    return word.withUTF8Buffer { word in
      for offset in 0..<word.count {
        let byte = bytes[token.start + offset]
        guard byte.lowered == word[offset] else { return false }
      }
      return true
    }
  }

  /// The token's only byte where it has just one; what marks are told apart by.
  func byte(_ index: Int) -> UInt8? {
    guard let token = token(at: index), token.count == 1 else { return nil }
    return token.first
  }

  /// The `TokenHash` of a token as it is written, case kept.
  func exactHash(of index: Int) -> UInt64 {
    guard let token = token(at: index) else { return TokenHash().value }
    let bytes = text.utf8.span
    var hash = TokenHash()
    var offset = token.start
    while offset < token.end {
      if bytes[offset] < 0x80 {
        hash.add(bytes[offset])
        offset += 1
      } else {
        let scalar = bytes.scalar(at: offset)
        if scalar.value == CaseFolding.typographicApostrophe { hash.add(0x27) } else { hash.add(wide: scalar.value) }
        offset += scalar.count
      }
    }
    return hash.value
  }

  /// The text of some tokens and of what stands between them.
  func string(of tokens: Range<Int>) -> String { string(of: range(of: tokens)) }

  /// The text of a range that begins and ends at tokens' borders.
  func string(of range: TextRange) -> String {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.start)
    return String(text[start..<utf8.index(start, offsetBy: range.count)])
  }
}
