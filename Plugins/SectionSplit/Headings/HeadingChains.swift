/// Tells which candidates are headings by what they stand above.
///
/// A marked one is a heading above anything, any other above prose. Where unmarked ones follow each other with nothing in
/// between, they are a heading with its subheading, a heading with a caption below it, or the items of a list.
struct HeadingChains {
  let blocks: [TextBlock]
  /// The most words that a candidate's shape is asked for.
  let limit: Int

  /// Those of `candidates` that are headings, in order.
  func headings(of candidates: [Heading], _ bytes: Span<UInt8>, _ words: Span<WordTable.Slot>) -> [Heading] {
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
      headings += confirmed(candidates[start..<end], bytes, words)
      start = end
    }
    return headings
  }

  private func isMarked(_ heading: Heading) -> Bool { blocks[heading.block].kind == .heading || heading.rank == 0 }

  /// The headings of a chain, a run of unmarked candidates.
  private func confirmed(
    _ chain: ArraySlice<Heading>, _ bytes: Span<UInt8>, _ words: Span<WordTable.Slot>
  ) -> ArraySlice<Heading> {
    guard let first = chain.first, let last = chain.last, last.block + 1 < blocks.count else { return [] }
    if chain.count > 1, first.block > 0, bytes[blocks[first.block - 1].end - 1] == UInt8(ascii: ":") { return [] }
    let next = blocks[last.block + 1]
    if next.kind == .heading { return chain.count == 1 ? chain : chain.suffix(2) }
    if bytes.isProse(next) {
      return chain.count == 1 ? chain : aboveProse(chain, bytes, words)
    }
    return isAboveCaption(last, next, bytes) && isBelowProse(first, bytes)
      && chain.allSatisfy { isBrief($0, bytes, words) } ? chain.prefix(2) : []
  }

  private func aboveProse(
    _ chain: ArraySlice<Heading>, _ bytes: Span<UInt8>, _ words: Span<WordTable.Slot>
  ) -> ArraySlice<Heading> {
    let last = chain[chain.endIndex - 1]
    let above = chain[chain.endIndex - 2]
    if isBrief(last, bytes, words) || last.kind != above.kind || isNumbered(last) { return chain.suffix(2) }
    // The last is a caption, as in "Get in", "By plane", "The airport from above".
    return chain.count <= 3 ? chain.dropLast() : []
  }

  private func isNumbered(_ heading: Heading) -> Bool { heading.kind == .numbered }

  /// Whether it is as short as a subheading is, and no name: "By plane", "Background".
  private func isBrief(_ heading: Heading, _ bytes: Span<UInt8>, _ words: Span<WordTable.Slot>) -> Bool {
    let block = blocks[heading.block]
    let shape = bytes.headingShape(block.words, limit: limit, words)
    return shape.words <= 4 && shape.capitalizedWords <= 1 && shape.numbers == 0
  }

  /// Whether a line of a few words, which is no heading, stands between a heading and its prose.
  private func isAboveCaption(_ heading: Heading, _ next: TextBlock, _ bytes: Span<UInt8>) -> Bool {
    let after = heading.block + 2
    return next.kind == .text && next.isOneLine && next.count < 80 && after < blocks.count
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
  /// Whether a block is what one writes headings for: a list or what announces one, a quotation, or sentences.
  func isProse(_ block: TextBlock) -> Bool {
    guard block.kind == .text else { return true }
    let last = character(before: block.end)
    let kind = character(at: last).kind
    if self[last] == UInt8(ascii: ":") { return true }
    return block.count >= 80 || (block.count >= 40 && (kind.isStop || kind == .quote || kind == .closing))
  }
}
