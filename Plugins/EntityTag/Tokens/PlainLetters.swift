internal import DocumentModel
internal import TextBytes

/// Latin letters without their marks, so that "Chávez" and "Chavez" are one name.
enum PlainLetters {
  /// The ASCII letter that a small letter of Latin-1, Latin Extended-A or Latin Extended Additional is written with, or
  /// `nil` where there is none.
  static func letter(for scalar: UInt32) -> UInt8? {
    let (table, first): (StaticString, UInt32) = scalar < 0x1E00 ? (latin, 0xE0) : (additional, 0x1E00)
    guard scalar >= first, Int(scalar - first) < table.utf8CodeUnitCount else { return nil }
    let letter = table.utf8Start[Int(scalar - first)]
    return letter == UInt8(ascii: "-") ? nil : letter
  }

  /// From U+00E0 on.
  private static let latin: StaticString = """
    aaaaaa-ceeeeiiiidnooooo-ouuuuy-yaaaaaaccccccccdd-deeeeeeeeeegggggggghh-hiiiiiiiiii--jjkkkllllll---lnnnnnn--noooooo--\
    rrrrrrsssssssstttt-tuuuuuuuuuuuuwwyyyzzzzzz-
    """
  /// From U+1E00 on.
  private static let additional: StaticString = """
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuu\
    uuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy------aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuu\
    uuuuuuuuuuyyyyyyyy------
    """
}

extension TokenizedText {
  /// The hash of a folded token, its letters without their marks: what it is where the token is ASCII.
  func plainHash(of index: Int) -> UInt64 {
    guard let token = token(at: index) else { return TokenHash().value }
    let bytes = text.utf8.span
    guard !bytes.isASCII(token.start..<token.end) else { return token.hash }
    var hash = TokenHash()
    var offset = token.start
    while offset < token.end {
      let scalar = bytes.scalar(at: offset)
      let folded = CaseFolding.lower(scalar.value)
      if folded < 0x80 {
        hash.add(UInt8(folded))
      } else if scalar.value == CaseFolding.typographicApostrophe {
        hash.add(0x27)
      } else if let letter = PlainLetters.letter(for: folded) {
        hash.add(letter)
      } else {
        hash.add(wide: folded)
      }
      offset += scalar.count
    }
    return hash.value
  }

  /// The same of a sequence of tokens, as the gazetteer makes it.
  func plainHash(of tokens: Range<Int>) -> UInt64 {
    guard !tokens.isEmpty else { return 0 }
    let range = range(of: tokens)
    // Nearly all are of ASCII.
    if text.utf8.span.isASCII(range.start..<range.end) { return foldedHash(of: tokens) }
    var hash = plainHash(of: tokens.lowerBound)
    for index in tokens.dropFirst() { hash = Gazetteer.extended(hash, by: plainHash(of: index)) }
    return hash
  }
}

extension Span<UInt8> {
  /// Whether the bytes are all of ASCII. Most words are told at once, with what stands behind them.
  fileprivate func isASCII(_ range: Range<Int>) -> Bool {
    guard range.count <= 8, range.lowerBound + 8 <= count else { return range.allSatisfy { self[$0] < 0x80 } }
    let word = UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self))
    return word & 0x8080_8080_8080_8080 >> UInt64(64 - 8 * range.count) == 0
  }
}
