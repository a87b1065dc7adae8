/// Tells which blocks are headings by their marks, their words and their neighbours.
///
/// A line without marks needs evidence from all sides: it is short, ends in no stop, has a heading's capitals, stands
/// alone, and prose follows. Dates, bylines, captions, quotations and rows of a table are no headings.
struct HeadingFinder {
  let kinds: Set<HeadingKind>
  /// How many words an unmarked heading may have; the title may have twice as many.
  let maximumWords: Int
  /// The article's title, where it is known.
  let title: String?

  /// Longer lines than this many bytes a word are not looked at.
  static let bytesPerWord = 24

  /// The headings among `blocks`, in order; their blocks become `.heading`.
  func headings(in blocks: inout [TextBlock], _ bytes: Span<UInt8>, _ words: Span<WordTable.Slot>) -> [Heading] {
    let candidates = candidates(in: blocks, bytes, words)
    let chains = HeadingChains(blocks: blocks, limit: maximumWords)
    var headings = chains.headings(of: candidates, bytes, words)
    for heading in headings { blocks[heading.block].kind = .heading }
    rank(&headings, blocks)
    return headings
  }
}
