internal import TextBytes

extension HeadingFinder {
  /// The blocks that are headings by their numbers.
  func numberedHeadings(
    in blocks: [TextBlock], usesBlankLines: Bool, _ bytes: Span<UInt8>
  ) -> Set<Int> {
    guard kinds.contains(.numbered) else { return [] }
    var headings: Set<Int> = []
    let all = NumberedSeries.all(in: blocks, bytes)
    // The deepest first: "2. Findings" may stand above "2.1 Birds".
    for series in all.filter(\.counts).sorted(by: { ($1.depth, $0.members[0]) < ($0.depth, $1.members[0]) }) {
      let members = series.members
      let short = Set(members.filter { isShort(blocks[$0], bytes) })
      let votes = zip(members, members.dropFirst() + [-1]).count { index, next in
        next != index + 1 && short.contains(index)
          && (headings.contains(index + 1) || isAboveText(index, blocks, usesBlankLines: usesBlankLines, bytes))
      }
      guard votes * 2 > members.count, !isAnnounced(series, blocks, bytes) else { continue }
      headings.formUnion(short)
    }
    return headings
  }

  private func isShort(_ block: TextBlock, _ bytes: Span<UInt8>) -> Bool {
    guard block.isOneLine, block.count <= Self.bytesPerWord * maximumWords, let number = block.number else {
      return false
    }
    let words = block.words(behind: number)
    let shape = bytes.headingShape(words, limit: maximumWords)
    return shape.words <= (bytes.endsSentence(words) ? 6 : maximumWords) && shape.couldBeHeading
      && (shape.lastInside != .exclamation || shape.isQuestion)
  }

  private func isAboveText(
    _ index: Int, _ blocks: [TextBlock], usesBlankLines: Bool, _ bytes: Span<UInt8>
  ) -> Bool {
    guard index + 1 < blocks.count, blocks[index].isAfterBlank || !usesBlankLines else { return false }
    let next = blocks[index + 1]
    // Items of its own stand close below an item.
    if next.kind == .listItem { return next.isAfterBlank && usesBlankLines }
    if bytes.isProse(next) { return true }
    // A subheading or a byline may stand between.
    return next.isOneLine && next.mark == nil && index + 2 < blocks.count && blocks[index + 2].kind == .text
      && blocks[index + 2].isAfterBlank && bytes.isProse(blocks[index + 2])
  }

  /// Whether it is one line alone, below one that ends in a colon.
  private func isAnnounced(_ series: NumberedSeries, _ blocks: [TextBlock], _ bytes: Span<UInt8>) -> Bool {
    guard series.members.count == 1, let index = series.members.first, index > 0 else { return false }
    return bytes[blocks[index - 1].end - 1] == UInt8(ascii: ":")
  }
}
