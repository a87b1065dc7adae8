/// Gathers lines into blocks, as far as the marks of each line tell; plain headings are text still.
struct BlockReader {
  let recognizesLists: Bool
  let recognizesMarkdown: Bool
  let recognizesUnderlines: Bool

  private(set) var blocks: [TextBlock] = []
  private var lastLine: TextLine?
  private var wrap: HardWrap?

  init(lists: Bool, markdown: Bool, underlines: Bool) {
    recognizesLists = lists
    recognizesMarkdown = markdown
    recognizesUnderlines = underlines
  }

  mutating func read(_ bytes: Span<UInt8>) {
    let lines = bytes.textLines
    wrap = HardWrap(of: lines, in: bytes)
    blocks.reserveCapacity(lines.count)
    for line in lines {
      guard !addUnderline(line, in: bytes), !bytes.isEmptyQuotation(line) else {
        lastLine = nil
        continue
      }
      let block = block(of: line, in: bytes)
      if goesOn(line, as: block, in: bytes) {
        blocks[blocks.count - 1].end = line.end
        blocks[blocks.count - 1].isOneLine = false
      } else {
        blocks.append(block)
      }
      lastLine = line
    }
  }

  /// Whether `line` is marks and nothing else: what underlines the line above, or parts two blocks.
  private mutating func addUnderline(_ line: TextLine, in bytes: Span<UInt8>) -> Bool {
    guard let mark = bytes.repeatedMark(line) else { return false }
    guard recognizesUnderlines, !line.isAfterBlank, let above = lastLine, let block = blocks.last,
      block.isOneLine, block.kind == .text, line.count * 2 >= above.count,
      !bytes.hasColumns(line), !bytes.hasColumns(above), block.number != nil || !bytes.endsSentence(block.words)
    else { return true }
    var heading = block
    heading.kind = .heading
    heading.end = line.end
    if let number = block.number, !number.isBare { heading.words = block.words(behind: number) }
    heading.mark = .underline(mark == UInt8(ascii: "=") || mark == UInt8(ascii: "#") ? 1 : 2)
    blocks[blocks.count - 1] = heading
    return true
  }

  private func block(of line: TextLine, in bytes: Span<UInt8>) -> TextBlock {
    if recognizesMarkdown, let heading = bytes.markdownHeading(line) {
      var block = TextBlock(line, .heading)
      (block.mark, block.words) = (heading.mark, heading.words)
      return block
    }
    if let quote = bytes.quotedText(line) {
      var block = TextBlock(line, .quote)
      block.start = quote
      return block
    }
    let isListItem = recognizesLists && bytes.listMark(at: line.start, before: line.end) != nil
    var block = TextBlock(line, isListItem ? .listItem : .text)
    block.mark = bytes.headingNumber(line).map(HeadingMark.number)
    return block
  }

  /// Whether `line`, by itself the block `next`, is a part of the last block.
  private func goesOn(_ line: TextLine, as next: TextBlock, in bytes: Span<UInt8>) -> Bool {
    guard !line.isAfterBlank, let lastLine, let last = blocks.last else { return false }
    switch (last.kind, next.kind) {
    case (.quote, .quote): return true
    case (.text, .text), (.listItem, .text):
      // A list mark begins a paragraph even where it makes no item.
      guard recognizesLists || bytes.listMark(at: line.start, before: line.end) == nil else { return false }
      return (last.kind == .listItem && line.isIndented) || wrap?.joins(lastLine.range, line.range, in: bytes) ?? false
    default: return false
    }
  }
}

extension Span<UInt8> {
  /// Whether gaps as between the columns of a table are in `line`, or, where it is a rule, any.
  fileprivate func hasColumns(_ line: TextLine) -> Bool {
    let isRule = repeatedMark(line) != nil
    for at in line.start..<line.end {
      if self[at] == 0x09 || (self[at] == 0x20 && (isRule || self[at + 1] == 0x20)) { return true }
    }
    return false
  }

  /// Whether nothing but `>` is in `line`: it parts two blocks as a blank one does.
  fileprivate func isEmptyQuotation(_ line: TextLine) -> Bool {
    (line.start..<line.end).allSatisfy { self[$0] == UInt8(ascii: ">") || self[$0] == 0x20 }
  }

  /// Where the text of a line of a block quotation, "> text", begins.
  fileprivate func quotedText(_ line: TextLine) -> Int? {
    var at = line.start
    while at < line.end, self[at] == UInt8(ascii: ">") || (at > line.start && self[at] == 0x20) { at += 1 }
    return at > line.start && at < line.end ? at : nil
  }
}
