internal import TextBytes

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
  func headings(in blocks: inout [TextBlock], _ bytes: Span<UInt8>) -> [Heading] {
    let candidates = candidates(in: blocks, bytes)
    var headings = HeadingChains(blocks: blocks).headings(of: candidates, bytes)
    removeLabels(from: &headings, candidates, blocks, bytes)
    removeHeadlines(from: &headings)
    for heading in headings {
      let block = blocks[heading.block]
      blocks[heading.block].kind = .heading
      if heading.kind == .numbered, let number = block.number {
        blocks[heading.block].words = block.words(behind: number)
      }
    }
    rank(&headings, blocks)
    return headings
  }

  /// Removes unmarked headings whose words stand in the text again and again: who speaks, or labels of pictures.
  ///
  /// Twice may be a table of contents and its heading, or "By car" to a place and around it.
  private func removeLabels(
    from headings: inout [Heading], _ candidates: [Heading], _ blocks: [TextBlock], _ bytes: Span<UInt8>
  ) {
    func isUnmarked(_ heading: Heading) -> Bool {
      heading.rank > 0 && (heading.kind == .plain || heading.kind == .capitals)
    }
    func words(_ heading: Heading) -> UInt64 { FNV1a(bytes.extracting(blocks[heading.block].words)).value }
    // Most texts repeat none.
    guard headings.contains(where: isUnmarked) else { return }
    let lines = candidates.filter(isUnmarked).map(words).sorted()
    guard zip(lines, lines.dropFirst()).contains(where: ==) else { return }
    let places = Dictionary(grouping: lines) { $0 }
    let found = Dictionary(grouping: headings.filter(isUnmarked).map(words)) { $0 }
    headings.removeAll { heading in
      guard isUnmarked(heading) else { return false }
      let words = words(heading)
      return places[words, default: []].count > 2 || (found[words, default: []].count > 1 && !heading.isBrief)
    }
  }

  /// Removes lines in capitals as long as headlines, which point to other articles, unless most in capitals are shorter.
  private func removeHeadlines(from headings: inout [Heading]) {
    func isInCapitals(_ heading: Heading) -> Bool { heading.rank > 0 && heading.kind == .capitals }
    func isHeadline(_ heading: Heading) -> Bool { isInCapitals(heading) && heading.words >= 8 }
    let headlines = headings.count(where: isHeadline)
    guard headlines > 0, headlines * 2 >= headings.count(where: isInCapitals) else { return }
    headings.removeAll(where: isHeadline)
  }
}
