internal import TextBytes

/// Tells which candidates are headings by what they stand above.
///
/// A marked one is a heading above anything, any other above prose. Where unmarked ones follow each other with nothing in
/// between, they are a heading with its subheading, a heading with a caption below it, or the items of a list.
struct HeadingChains {
  let blocks: [TextBlock]

  /// Those of `candidates` that are headings, in order.
  func headings(of candidates: [Heading], _ bytes: Span<UInt8>) -> [Heading] {
    var headings: [Heading] = []
    var start = 0
    while start < candidates.count {
      guard !isMarked(candidates[start]) else {
        headings.append(candidates[start])
        start += 1
        continue
      }
      var end = start + 1
      while end < candidates.count, candidates[end].block == candidates[end - 1].block + 1, !isMarked(candidates[end]) {
        end += 1
      }
      let isAboveMarked = end < candidates.count && candidates[end].block == candidates[end - 1].block + 1
      headings += confirmed(candidates[start..<end], isAboveMarked: isAboveMarked, bytes)
      start = end
    }
    return headings
  }

  /// Whether it is a heading without more ado: the title, or one that its mark or its series tells.
  private func isMarked(_ heading: Heading) -> Bool {
    blocks[heading.block].kind == .heading || heading.rank == 0 || heading.kind == .numbered
  }

  /// The headings of a chain, a run of unmarked candidates.
  private func confirmed(
    _ chain: ArraySlice<Heading>, isAboveMarked: Bool, _ bytes: Span<UInt8>
  ) -> ArraySlice<Heading> {
    guard let first = chain.first, let last = chain.last, last.block + 1 < blocks.count else { return [] }
    // A year below a name is a row of a table.
    if chain.count > 1, chain.contains(where: { bytes.isNumber(blocks[$0.block]) }) { return [] }
    if chain.count > 1, first.block > 0, bytes[blocks[first.block - 1].end - 1] == UInt8(ascii: ":") { return [] }
    let next = blocks[last.block + 1]
    if isAboveMarked { return chain.count == 1 ? chain : chain.suffix(2) }
    if bytes.isProse(blocks[afterAsides(last.block + 1, bytes)]) {
      return chain.count == 1 ? chain : aboveProse(chain)
    }
    return isAboveCaption(last, next, bytes) && isBelowProse(first, bytes)
      && chain.allSatisfy(\.isBrief) ? chain.prefix(2) : []
  }

  /// The first block from `index` on that is no byline, day or remark in brackets of one line; behind three of them, the
  /// fourth, whatever it is.
  private func afterAsides(_ index: Int, _ bytes: Span<UInt8>) -> Int {
    let end = min(index + 3, blocks.count - 1)
    return (index..<end).first { !bytes.isAside(blocks[$0]) } ?? end
  }

  private func aboveProse(_ chain: ArraySlice<Heading>) -> ArraySlice<Heading> {
    let last = chain.suffix(1)
    if chain.count > 3 { return last.allSatisfy(\.isBrief) ? last : [] }
    let first = chain[chain.startIndex]
    guard first.isBrief else { return chain.suffix(2) }
    // What is neither short nor of another kind is a caption, as in "Get in", "By plane", "The airport from above".
    return chain.filter { $0.isBrief || $0.kind != first.kind }[...]
  }

  /// Whether a line of a few words, which is no heading, stands between a heading and its prose.
  private func isAboveCaption(_ heading: Heading, _ next: TextBlock, _ bytes: Span<UInt8>) -> Bool {
    let after = heading.block + 2
    return next.kind == .text && next.isOneLine && next.count < 80 && !bytes.isNumber(next) && after < blocks.count
      && blocks[after].kind == .text
      && blocks[after].count >= 80
  }

  private func isBelowProse(_ heading: Heading, _ bytes: Span<UInt8>) -> Bool {
    guard heading.block > 0 else { return false }
    let block = blocks[heading.block - 1]
    return block.count >= 80 && bytes.isProse(block)
  }
}

extension Span<UInt8> {
  fileprivate func isNumber(_ block: TextBlock) -> Bool {
    (block.start..<block.end).allSatisfy { self[$0].isDigit }
  }

  /// Whether a block is a line that stands between a heading and its text: "By Ada Lovelace", "May 4, 2026", "(Photo: A. L.)".
  fileprivate func isAside(_ block: TextBlock) -> Bool {
    guard block.kind == .text, block.isOneLine, block.count < 80 else { return false }
    if self[block.start] == UInt8(ascii: "("), self[block.end - 1] == UInt8(ascii: ")") { return true }
    let shape = headingShape(block.words)
    return shape.isByline || shape.isWholeDate
  }

  /// Whether a block is what one writes headings for: a list or what announces one, a quotation, or sentences.
  func isProse(_ block: TextBlock) -> Bool {
    guard block.kind == .text else { return true }
    let last = character(before: block.end)
    let kind = character(at: last).kind
    if self[last] == UInt8(ascii: ":") { return true }
    return block.count >= 80 || (block.count >= 40 && (kind.isStop || kind == .quote || kind == .closing))
  }
}
