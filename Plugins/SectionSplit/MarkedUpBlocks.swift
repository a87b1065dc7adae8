internal import DocumentModel

/// The blocks and headings of a text whose markup has told them: nothing is guessed.
struct MarkedUpBlocks {
  private(set) var blocks: [TextBlock] = []
  private(set) var headings: [Heading] = []

  /// - Parameters:
  ///   - paragraphs: what the stage that read the markup handed on.
  ///   - title: the article's title, where it is known.
  ///   - hasHeadings: whether headings are wanted; without, they are paragraphs.
  init(_ paragraphs: [Paragraph], title: String?, hasHeadings: Bool, _ bytes: Span<UInt8>) {
    blocks.reserveCapacity(paragraphs.count)
    for paragraph in paragraphs {
      let isHeading = paragraph.kind == .heading && hasHeadings
      let line = TextLine(start: paragraph.range.start, end: paragraph.range.end, isAfterBlank: true, isIndented: false)
      let kind: TextBlock.Kind =
        switch paragraph.kind {
        case .tableRow: .tableRow
        case .preformatted: .preformatted
        default: isHeading ? .heading : .text
        }
      let block = TextBlock(line, kind)
      if isHeading {
        // The title is above all sections, whatever the level of its element.
        let isTitle = blocks.isEmpty && title.map { bytes.says($0, in: block) } ?? false
        let level = paragraph.level ?? 1
        headings.append(Heading(block: blocks.count, kind: .markdown, rank: isTitle ? 0 : max(1, level)))
      }
      blocks.append(block)
    }
  }
}
