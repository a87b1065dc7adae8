internal import TextBytes

extension HeadingFinder {
  /// Whether it is one of the answers "A. Salt", "B. Bread".
  func isOrdinalAmongOthers(_ index: Int, _ blocks: [TextBlock], _ bytes: Span<UInt8>) -> Bool {
    guard let letter = bytes.ordinalLetter(blocks[index]) else { return false }
    return [(index - 1, Int(letter) - 1), (index + 1, Int(letter) + 1)].contains { other, neighbour in
      blocks.indices.contains(other) && bytes.ordinalLetter(blocks[other]).map(Int.init) == neighbour
    }
  }

  /// Whether it is a caption such as "Ada Lovelace of London" beside a paragraph that speaks of Ada Lovelace.
  func namesWhatIsBeside(_ index: Int, _ blocks: [TextBlock], _ bytes: Span<UInt8>) -> Bool {
    guard let name = bytes.leadingName(blocks[index].words) else { return false }
    return [index - 1, index + 1].contains { other in
      blocks.indices.contains(other)
        && bytes.contains(name, in: blocks[other].start..<min(blocks[other].end, blocks[other].start + 2_000))
    }
  }

  /// Whether a paragraph stands above it that quotation marks, or the marks of a block quotation, enclose.
  func isBelowQuotation(_ index: Int, _ blocks: [TextBlock], _ bytes: Span<UInt8>) -> Bool {
    guard index > 0 else { return false }
    let above = blocks[index - 1]
    return above.kind == .quote
      || (bytes.character(at: above.start).kind == .quote && bytes.kind(before: above.end) == .quote)
  }
}

extension Span<UInt8> {
  /// The letter of "A. Salt".
  fileprivate func ordinalLetter(_ block: TextBlock) -> UInt8? {
    guard block.count > 3, self[block.start].isUpper, self[block.start + 1] == UInt8(ascii: "."),
      self[block.start + 2] == 0x20
    else { return nil }
    return self[block.start]
  }

  /// The words with capitals, two or more, that a small word follows: "Ada Lovelace" of "Ada Lovelace of London".
  fileprivate func leadingName(_ words: Range<Int>) -> Range<Int>? {
    var at = words.lowerBound
    var end = at
    var count = 0
    while at < words.upperBound, character(at: at).kind == .upper {
      count += 1
      end = at
      while end < words.upperBound, self[end] > 0x20 { end += 1 }
      at = skipSpace(from: end, to: words.upperBound)
    }
    guard count >= 2, at < words.upperBound, character(at: at).kind == .lower else { return nil }
    return words.lowerBound..<end
  }

  /// Whether the bytes at `part` stand in `whole` too.
  fileprivate func contains(_ part: Range<Int>, in whole: Range<Int>) -> Bool {
    guard whole.count >= part.count else { return false }
    for start in whole.lowerBound...whole.upperBound - part.count where self[start] == self[part.lowerBound] {
      if (0..<part.count).allSatisfy({ self[start + $0] == self[part.lowerBound + $0] }) { return true }
    }
    return false
  }
}
