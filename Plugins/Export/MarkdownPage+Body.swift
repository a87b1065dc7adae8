internal import DocumentModel

extension MarkdownPage {
  /// A heading or a paragraph.
  private struct Block {
    var range: TextRange
    var kind: Kind

    enum Kind: Equatable {
      case heading(level: Int)
      case paragraph(Paragraph.Kind)
    }
  }

  /// Writes headings and paragraphs as the layers have them, or where these were not looked for the text as it is.
  mutating func writeBody() {
    guard let sections = document.sections, let paragraphs = document.paragraphs else { return writeText() }
    var blocks = paragraphs.map { Block(range: $0.range, kind: .paragraph($0.kind)) }
    for section in sections {
      if let heading = section.heading { blocks.append(Block(range: heading, kind: .heading(level: section.level))) }
    }
    blocks.sort { $0.range < $1.range }
    dropTitle(from: &blocks)
    // Below a title of level 1 there is none but deeper headings.
    let isFlat = title != nil && blocks.contains { $0.kind == .heading(level: 1) }
    var previous: Block.Kind?
    for block in blocks {
      write(block, after: previous, deeperBy: isFlat ? 1 : 0)
      previous = block.kind
    }
  }

  /// Takes out the block that says the title once more: a heading, or the paragraph that begins the text.
  private func dropTitle(from blocks: inout [Block]) {
    guard let title = title.map(TitleWords.init) else { return }
    let document = document
    let index = blocks.indices.first { index in
      guard index > 0, case .paragraph = blocks[index].kind else { return document.isTitle(blocks[index].range, title) }
      return false
    }
    if let index { blocks.remove(at: index) }
  }

  private mutating func write(_ block: Block, after previous: Block.Kind?, deeperBy depth: Int) {
    let text = document[block.range]
    switch block.kind {
    case .heading(let level): writeHeading(text, level: level + depth, links: document.links(in: text))
    case .paragraph(.listItem):
      let item = ListItem(text)
      let links = document.links(in: item.content)
      writeBlock(after: previous == block.kind ? "" : "\n") { bytes in
        bytes.append(contentsOf: item.mark.utf8)
        bytes.appendMarkdown(item.content, indent: String(repeating: " ", count: item.mark.utf8.count), links: links)
      }
    case .paragraph(.quote):
      let links = document.links(in: text)
      writeBlock(after: previous == block.kind ? ">\n" : "\n") { bytes in
        bytes.append(contentsOf: "> ".utf8)
        bytes.appendMarkdown(text, indent: "> ", without: UInt8(ascii: ">"), links: links)
      }
    case .paragraph:
      let links = document.links(in: text)
      writeBlock { $0.appendMarkdown(text, links: links) }
    }
  }

  /// Writes the text below its title.
  private mutating func writeText() {
    let titleLine = title.flatMap { document.titleLine(equalTo: TitleWords($0)) }
    let text = document[TextRange(titleLine?.end ?? 0, document.text.utf8.count)]
    guard !text.utf8.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) else { return }
    let links = document.links(in: text)
    writeBlock { $0.appendMarkdown(text, links: links) }
  }
}
