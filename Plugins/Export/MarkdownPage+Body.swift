internal import DocumentModel

extension MarkdownPage {
  /// A heading or a paragraph.
  private struct Block {
    var range: TextRange
    var kind: Kind

    enum Kind: Equatable {
      case heading(level: Int)
      case listItem(level: Int, isQuoted: Bool)
      case paragraph(Paragraph.Kind)

      var isQuoted: Bool { self == .paragraph(.quote) || isItem(isQuoted: true) }

      func isItem(isQuoted: Bool) -> Bool {
        if case .listItem(_, isQuoted) = self { true } else { false }
      }
    }

    init(_ paragraph: Paragraph) {
      range = paragraph.range
      switch paragraph.kind {
      case .heading: kind = .heading(level: paragraph.level ?? 1)
      case .listItem: kind = .listItem(level: paragraph.level ?? 1, isQuoted: false)
      case .quote: kind = paragraph.level.map { .listItem(level: $0, isQuoted: true) } ?? .paragraph(.quote)
      default: kind = .paragraph(paragraph.kind)
      }
    }

    init(heading: TextRange, level: Int) {
      range = heading
      kind = .heading(level: level)
    }
  }

  /// Writes headings and paragraphs as the layers have them, or where these were not looked for the text as it is.
  mutating func writeBody() {
    guard let paragraphs = document.paragraphs else { return writeText() }
    var blocks = paragraphs.map { Block($0) }
    for section in document.sections ?? [] {
      if let heading = section.heading { blocks.append(Block(heading: heading, level: section.level)) }
    }
    let document = document
    blocks.removeAll { isBlank(document[$0.range]) }
    blocks.sort { $0.range < $1.range }
    dropTitle(from: &blocks)
    // Below a title of level 1 there is none but deeper headings.
    let isFlat = title != nil && blocks.contains { $0.kind == .heading(level: 1) }
    var left = blocks[...]
    var previous: Block.Kind?
    var list = MarkdownList()
    while let block = left.popFirst() {
      let text = document[block.range]
      switch block.kind {
      case .heading(let level):
        writeHeading(text, level: isFlat ? level + 1 : level, links: document.links(in: text))
      case .listItem(let level, let isQuoted):
        if !(previous?.isItem(isQuoted: isQuoted) ?? false) { list = MarkdownList() }
        write(ListItem(text), level: level, in: &list, quoted: isQuoted, after: previous)
      case .paragraph(.tableRow):
        let others = left.prefix(countOfRows(in: left, after: block))
        left = left.dropFirst(others.count)
        let rows = ([block] + others).map { document[$0.range] }
        writeBlock { $0 += MarkdownTable(rows.map { ($0, document.links(in: $0)) }).bytes }
      case .paragraph(.preformatted):
        let code = document[document.lineRange(of: block.range)]
        writeBlock { $0.appendMarkdownCode(code) }
      case .paragraph(.quote): writeQuote(text, after: previous?.isQuoted ?? false ? ">\n" : "\n")
      case .paragraph:
        let breaks = breaks
        writeBlock { $0.appendMarkdown(text, breaks: breaks, links: document.links(in: text)) }
      }
      previous = block.kind
    }
  }

  /// How lines of one paragraph are parted. A stage that reads markup keeps a line feed where the source asks for one, and
  /// makes spaces of its other line breaks; in plain text a paragraph has more than one line only where these were
  /// wrapped, as each line of verse or of an address is a paragraph.
  private var breaks: MarkdownBreak { document.hasReadMarkup ? .hard : .soft }

  /// Takes out the block that says the title once more: a heading, or the paragraph that begins the text.
  private func dropTitle(from blocks: inout [Block]) {
    guard let title = title.map(TitleWords.init) else { return }
    let document = document
    let index = blocks.indices.first { index in
      if index > 0 {
        guard case .heading = blocks[index].kind else { return false }
      }
      return document.isTitle(blocks[index].range, title)
    }
    if let index { blocks.remove(at: index) }
  }

  /// How many of the `blocks` are rows of the table that `row` begins: no blank line parts them.
  private func countOfRows(in blocks: ArraySlice<Block>, after row: Block) -> Int {
    var end = row.range.end
    let count = blocks.firstIndex { block in
      guard block.kind == row.kind,
        block.range.start < end || !document.hasBlankLine(in: TextRange(end, block.range.start))
      else { return true }
      end = block.range.end
      return false
    }
    return (count ?? blocks.endIndex) - blocks.startIndex
  }

  private mutating func write(
    _ item: ListItem, level: Int, in list: inout MarkdownList, quoted isQuoted: Bool, after previous: Block.Kind?
  ) {
    let place = list.add(item, level: level)
    let links = document.links(in: item.content)
    let indent = (isQuoted ? "> " : "") + String(repeating: " ", count: place.indent)
    let breaks = breaks
    let isInside = isQuoted && previous?.isQuoted ?? false
    writeBlock(after: isInside ? place.joint.markedAsQuotation : place.joint) { bytes in
      bytes.append(contentsOf: (indent + item.mark).utf8)
      let inside = indent + String(repeating: " ", count: item.mark.utf8.count)
      bytes.appendMarkdown(item.content, indent: inside, breaks: breaks, links: links)
    }
  }

  private mutating func writeQuote(_ text: Substring, after joint: String) {
    let links = document.links(in: text)
    let breaks = breaks
    // Of plain text, each line of a quotation has its mark.
    let mark = document.hasReadMarkup ? nil : UInt8(ascii: ">")
    writeBlock(after: joint) { bytes in
      bytes.append(contentsOf: "> ".utf8)
      bytes.appendMarkdown(text, indent: "> ", without: mark, breaks: breaks, links: links)
    }
  }

  /// Writes the text below its title.
  private mutating func writeText() {
    let titleLine = title.flatMap { document.titleLine(equalTo: TitleWords($0)) }
    let text = document[TextRange(titleLine?.end ?? 0, document.text.utf8.count)]
    guard !isBlank(text) else { return }
    let links = document.links(in: text)
    writeBlock { $0.appendMarkdown(text, links: links) }
  }
}

extension String {
  /// Whole lines, each behind the mark of a quotation.
  fileprivate var markedAsQuotation: String {
    split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { $0.isEmpty ? ">\n" : "> \($0)\n" }
      .joined()
  }
}

extension Document {
  /// `range` with the indentation of its first line, which a paragraph's range leaves out.
  fileprivate func lineRange(of range: TextRange) -> TextRange {
    let bytes = text.utf8.span
    var start = range.start
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    return start == 0 || bytes[start - 1] == 0x0A ? TextRange(start, range.end) : range
  }

  fileprivate func hasBlankLine(in range: TextRange) -> Bool {
    let bytes = text.utf8.span
    var lineFeeds = 0
    for index in range.start..<range.end where bytes[index] == 0x0A { lineFeeds += 1 }
    return lineFeeds > 1
  }
}
