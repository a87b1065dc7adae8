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
    removeLabels(from: &headings, candidates, blocks, bytes, words)
    for heading in headings { blocks[heading.block].kind = .heading }
    rank(&headings, blocks)
    return headings
  }

  /// Removes unmarked headings whose words stand in the text again and again: who speaks, or labels of pictures.
  ///
  /// Twice may be a table of contents and its heading, or "By car" to a place and around it.
  private func removeLabels(
    from headings: inout [Heading], _ candidates: [Heading], _ blocks: [TextBlock], _ bytes: Span<UInt8>,
    _ words: Span<WordTable.Slot>
  ) {
    func isUnmarked(_ heading: Heading) -> Bool {
      heading.rank > 0 && (heading.kind == .plain || heading.kind == .capitals)
    }
    func text(_ heading: Heading) -> [UInt8] { blocks[heading.block].words.map { bytes[$0] } }
    var lines: [[UInt8]: Int] = [:]
    for heading in candidates where isUnmarked(heading) { lines[text(heading), default: 0] += 1 }
    guard lines.count < candidates.count else { return }
    var found: [[UInt8]: Int] = [:]
    for heading in headings where isUnmarked(heading) { found[text(heading), default: 0] += 1 }
    headings.removeAll { heading in
      guard isUnmarked(heading) else { return false }
      let text = text(heading)
      return lines[text, default: 0] > 2
        || found[text, default: 0] > 1 && !bytes.isBrief(blocks[heading.block], limit: maximumWords, words)
    }
  }
}
