internal import TextBytes

/// The words and marks of a text as numbers: a word in lower case, a number by its length, an East Asian character or a
/// mark by itself.
///
/// Fed byte by byte with UTF-8 as it stands in the page; a word may go on in the next text.
struct TokenReader {
  struct Token {
    var hash: UInt64
    /// The bytes of a word or an East Asian character; 0 for a mark.
    var length: Int
  }

  private var hash = FNV1a()
  private var length = 0

  /// Reads the text at `range`, and gives `receive` each token that ends in it until that returns `false`.
  ///
  /// - Returns: whether all was read.
  mutating func read(_ bytes: Span<UInt8>, _ range: Range<Int>, _ receive: (Token) -> Bool) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = bytes[unchecked: at]
      if byte < 0x80 {
        if byte.isAlphanumeric {
          add(byte.isDigit ? 0x30 : byte | 0x20)
          at += 1
          continue
        }
        if byte == UInt8(ascii: "&"),
          let reference = CharacterReference(at: at, in: bytes, before: range.upperBound)
        {
          guard read(reference.text.utf8.span, 0..<reference.text.utf8.count, receive) else { return false }
          at += reference.count
          continue
        }
        at += 1
        guard finish(receive) else { return false }
        if byte > 0x20, !receive(Token(hash: Self.mixed(UInt64(byte)), length: 0)) { return false }
        continue
      }
      let end = min(range.upperBound, at + (byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4))
      let character = at..<end
      at = end
      guard !Self.isSoftHyphen(bytes, character) else { continue }
      let isMark = Self.isMark(bytes, character)
      let isByItself = isMark || 0xE3..<0xEE ~= byte
      if isByItself, !finish(receive) { return false }
      for at in character { add(bytes[unchecked: at]) }
      if isByItself, !finish(receive, isMark: isMark) { return false }
    }
    return true
  }

  /// Gives `receive` the word that the text ended in.
  mutating func finish(_ receive: (Token) -> Bool, isMark: Bool = false) -> Bool {
    guard length > 0 else { return true }
    let token = Token(hash: Self.mixed(hash.value), length: isMark ? 0 : length)
    (hash, length) = (FNV1a(), 0)
    return receive(token)
  }

  private mutating func add(_ byte: UInt8) {
    hash.add(byte)
    length += 1
  }

  /// Latin-1's and the general punctuation, from no-break space to `»` and from en quad to `⁞`.
  private static func isMark(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let lead = bytes[unchecked: range.lowerBound]
    return lead == 0xC2
      || (lead == 0xE2 && range.count > 1 && 0x80...0x81 ~= bytes[unchecked: range.lowerBound + 1])
  }

  /// It stands within words, and only where a line is broken does a reader see it.
  private static func isSoftHyphen(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    bytes[unchecked: range.lowerBound] == 0xC2 && range.count > 1 && bytes[unchecked: range.lowerBound + 1] == 0xAD
  }

  /// Spreads what tells two hashes apart over all bits.
  static func mixed(_ hash: UInt64) -> UInt64 {
    let product = (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
  }
}

extension String {
  /// Gives `receive` each token until that returns `false`.
  func readTokens(_ receive: (TokenReader.Token) -> Bool) {
    let bytes = utf8.span
    var reader = TokenReader()
    if reader.read(bytes, 0..<bytes.count, receive) { _ = reader.finish(receive) }
  }
}

extension Page {
  /// Gives `receive` each token of a block until that returns `false`.
  func readTokens(of block: PageBlock, _ bytes: Span<UInt8>, _ receive: (TokenReader.Token) -> Bool) {
    var reader = TokenReader()
    for node in block.nodes {
      if tree.nodes[node].tag == .br {
        guard reader.finish(receive) else { return }
      } else if lengths[node] > 0 {
        guard reader.read(bytes, tree.nodes[node].source, receive) else { return }
      }
    }
    _ = reader.finish(receive)
  }
}
