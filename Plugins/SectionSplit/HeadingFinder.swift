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
    var headings = confirmed(candidates, blocks, bytes)
    for heading in headings { blocks[heading.block].kind = .heading }
    rank(&headings, blocks)
    return headings
  }

  /// Those of `candidates` that stand above something: a marked one above anything, any other above prose, with at most
  /// one more heading in between.
  private func confirmed(_ candidates: [Heading], _ blocks: [TextBlock], _ bytes: Span<UInt8>) -> [Heading] {
    var headings: [Heading] = []
    var unmarkedBelow = 0
    for (position, heading) in candidates.enumerated().reversed() {
      let next = heading.block + 1
      let isAboveHeading = position + 1 < candidates.count && candidates[position + 1].block == next
      unmarkedBelow = isAboveHeading ? unmarkedBelow + 1 : 0
      let isMarked = blocks[heading.block].kind == .heading || heading.rank == 0
      if !isMarked {
        guard next < blocks.count else { continue }
        let isConfirmedBelow = headings.last?.block == next
        guard isAboveHeading ? isConfirmedBelow && unmarkedBelow < 2 : isProse(blocks[next], bytes) else { continue }
      }
      headings.append(heading)
    }
    return headings.reversed()
  }

  /// Whether a block is what one writes headings for: a list or what announces one, a quotation, or sentences.
  private func isProse(_ block: TextBlock, _ bytes: Span<UInt8>) -> Bool {
    guard block.kind == .text else { return true }
    let last = bytes.character(before: block.end)
    let kind = bytes.character(at: last).kind
    if bytes[last] == UInt8(ascii: ":") { return true }
    return block.count >= 80 || (block.count >= 40 && (kind.isStop || kind == .quote || kind == .closing))
  }
}
