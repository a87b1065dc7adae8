internal import TextBytes

/// Cuts a text into tokens in one pass, hashing as it goes.
///
/// Every byte that is not white space belongs to exactly one token.
struct Tokenizer {
  /// Longer runs, which are no language, are cut here.
  static let longestToken = 4096

  private var position = 0
  private var space: Token.Flags = [.followsSpace, .followsLineBreak, .followsBlankLine]
  private var tokens: [Token] = []

  static func tokens(of text: String) -> [Token] {
    var tokenizer = Tokenizer()
    tokenizer.run(over: text.utf8.span)
    return tokenizer.tokens
  }

  private mutating func run(over bytes: Span<UInt8>) {
    // English news has a token to about 5 bytes.
    tokens.reserveCapacity(bytes.count / 5 + 16)
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case _ where byte.isLetter: word(bytes)
      case 0x20, 0x09, 0x0B, 0x0C, 0x00...0x08, 0x0E...0x1F:
        space.insert(.followsSpace)
        position += 1
      case 0x0A, 0x0D: lineBreak(byte, in: bytes)
      case _ where byte.isDigit: number(bytes)
      case 0x27: apostrophe(bytes, length: 1)
      case 0x21...0x7F: mark(bytes, hashing: UInt32(byte), length: 1)
      default: wide(bytes)
      }
    }
  }

  /// A line feed, a carriage return, or both as one.
  private mutating func lineBreak(_ byte: UInt8, in bytes: Span<UInt8>) {
    position += byte == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A ? 2 : 1
    space.insert(space.contains(.followsLineBreak) ? .followsBlankLine : [.followsSpace, .followsLineBreak])
  }

  /// A scalar above ASCII between tokens.
  private mutating func wide(_ bytes: Span<UInt8>) {
    let scalar = bytes.scalar(at: position)
    switch ScalarClass(scalar.value) {
    case .letter: word(bytes)
    case .mark where scalar.value == CaseFolding.typographicApostrophe: apostrophe(bytes, length: scalar.count)
    case .mark: mark(bytes, hashing: scalar.value, length: scalar.count)
    case .space:
      space.insert(.followsSpace)
      position += scalar.count
    case .lineBreak:
      space.insert(space.contains(.followsLineBreak) ? .followsBlankLine : [.followsSpace, .followsLineBreak])
      position += scalar.count
    }
  }

  private mutating func mark(_ bytes: Span<UInt8>, hashing scalar: UInt32, length: Int) {
    var hash = TokenHash()
    if scalar < 0x80 { hash.add(UInt8(truncatingIfNeeded: scalar)) } else { hash.add(wide: scalar) }
    append(.mark, of: bytes, to: position + length, hash: hash, shape: .caseless)
  }

  /// An apostrophe that no word holds: the start of a possessive, or a mark.
  private mutating func apostrophe(_ bytes: Span<UInt8>, length: Int) {
    let letter = position + length
    let isPossessive =
      space.isEmpty && letter < bytes.count && bytes[letter] | 0x20 == 0x73 && !bytes.hasWordByte(at: letter + 1)
    guard isPossessive else { return mark(bytes, hashing: 0x27, length: length) }
    var hash = TokenHash()
    hash.add(0x27)
    hash.add(0x73)
    let shape: Token.Shape = bytes[letter] == 0x73 ? .lower : .capitalized
    append(.word, of: bytes, to: letter + 1, hash: hash, shape: shape, flags: .isPossessive)
  }

  private mutating func number(_ bytes: Span<UInt8>) {
    var hash = TokenHash()
    var end = position
    let limit = min(bytes.count, position + Tokenizer.longestToken)
    while end < limit {
      let byte = bytes[end]
      let isSeparator = byte == 0x2C || byte == 0x2E
      guard byte.isDigit || isSeparator && end + 1 < limit && bytes[end + 1].isDigit else { break }
      hash.add(byte)
      end += 1
    }
    append(.number, of: bytes, to: end, hash: hash, shape: .caseless, flags: .hasDigit)
  }

  private mutating func word(_ bytes: Span<UInt8>) {
    var word = WordScan(at: position)
    word.takeLetters(of: bytes, upTo: min(bytes.count, position + Tokenizer.longestToken - 4))
    if word.letters < 3, word.end < bytes.count, bytes[word.end] == 0x2E { word.takeStops(of: bytes) }
    append(.word, of: bytes, to: word.end, hash: word.hash, shape: word.shape, flags: word.flags)
  }

  private mutating func append(
    _ kind: Token.Kind, of bytes: Span<UInt8>, to end: Int, hash: TokenHash, shape: Token.Shape,
    flags: Token.Flags = []
  ) {
    let start = position
    tokens.append(
      Token(
        start: start, hash: hash.value, count: UInt16(truncatingIfNeeded: end - start), first: bytes[start], kind: kind,
        shape: shape, flags: flags.union(space)))
    space = []
    position = end
  }
}
