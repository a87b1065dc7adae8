internal import DocumentModel

/// Writes the text of an article out of its markup, as edits of the source: what is kept, and what stands between.
struct MarkupText {
  private(set) var edits: [TextEdit] = []
  private(set) var blocks: [MarkupBlock] = []
  private(set) var links: [MarkupLink] = []
  /// The number of the link that what is kept next is part of.
  var link: Int?

  /// Where the source has been kept or replaced up to.
  private var position = 0
  /// The bytes of the new text so far.
  private(set) var length = 0
  /// What separates the next kept text from the last.
  private var separator = ""
  /// What the next stretch that is left out is recorded under.
  private var gapRule = "markup"
  /// The block that is written.
  private var opened: MarkupBlock?
  /// The block that begins with what is kept next.
  private var asked: (block: MarkupBlock, mark: String, offset: Int, gapRule: String)?
  /// The last block with any text, from which the next is not set apart.
  private var last: MarkupBlock?
  /// How many cells of a row have ended since the last text.
  private var bars = 0

  /// Whether anything is kept in the block that is open.
  var hasText: Bool { opened != nil }

  /// Begins a block: what is kept next stands in it, behind `mark`. Where nothing is kept there is no block.
  mutating func open(_ kind: Paragraph.Kind, level: Int? = nil, mark: String = "", at offset: Int) {
    close()
    asked = (MarkupBlock(range: TextRange(length, length), kind: kind, level: level), mark, offset, gapRule)
    gapRule = "markup"
  }

  /// Has the next block stand apart from the last, though both are items or rows.
  mutating func part() { last = nil }

  /// Begins the next cell of a row.
  mutating func nextCell() { bars += 1 }

  /// Ends the block that is open.
  mutating func close() {
    defer {
      separator = ""
      bars = 0
      asked = nil
      opened = nil
    }
    guard var block = opened else { return }
    if bars > 0 { insert(String(repeating: " |", count: bars), as: "markup") }
    block.range.end = length
    blocks.append(block)
  }

  /// Puts `text` before what is kept next in the same block: a space, a line break, which is a space in a cell.
  mutating func separate(by text: String) {
    guard let opened, separator != "\n" else { return }
    separator = opened.kind == .tableRow ? " " : text
  }

  /// Whether what is kept next stands in a row. A bar of a cell's own joins the word before it there, since one between
  /// spaces parts cells.
  var isInRow: Bool { (opened ?? asked?.block)?.kind == .tableRow }

  /// Has what is kept next follow what was kept last without a space.
  mutating func join() { separator = "" }

  /// Keeps the source at `range` as it is.
  mutating func keep(_ range: Range<Int>) {
    lead(to: range.lowerBound)
    position = range.upperBound
    lengthen(by: range.count)
  }

  /// Keeps `text` in place of the source at `range`.
  mutating func keep(_ text: String, for range: Range<Int>, rule: String) {
    lead(to: range.lowerBound)
    edits.append(TextEdit(TextRange(range), text, rule: rule))
    position = range.upperBound
    lengthen(by: text.utf8.count)
  }

  /// Writes what stands before the text at `offset`: the gap to the last block and a mark, bars, a separator.
  private mutating func lead(to offset: Int) {
    if let asked {
      self.asked = nil
      let isTight = last.map { asked.block.continues($0) } ?? false
      replace(upTo: asked.offset, by: length == 0 ? "" : isTight ? "\n" : "\n\n", as: asked.gapRule)
      opened = asked.block
      opened?.range = TextRange(length, length)
      last = asked.block
      if !asked.mark.isEmpty { insert(asked.mark, as: "list-mark") }
    }
    if bars > 0 {
      let isFirst = opened?.range.start == length
      separator = (isFirst ? "" : " ") + String(repeating: "| ", count: bars)
      bars = 0
    }
    if position < offset || !separator.isEmpty {
      replace(upTo: offset, by: separator, as: gapRule)
      gapRule = "markup"
    }
    separator = ""
  }

  /// Counts what is kept, to the link too that it is part of.
  private mutating func lengthen(by count: Int) {
    if let link {
      let start = opened?.range.start ?? 0
      if let last = links.last, last.number == link, last.range.start >= start {
        links[links.count - 1].range.end = length + count
      } else {
        links.append(MarkupLink(range: TextRange(length, length + count), number: link))
      }
    }
    length += count
  }

  /// Has what stands before the next kept text recorded under `rule`.
  mutating func passOver(as rule: String) { gapRule = rule }

  /// Leaves everything out up to `offset`, where what `rule` names begins.
  mutating func leaveOut(upTo offset: Int, rule: String) {
    guard offset > position else { return }
    close()
    replace(upTo: offset, by: "", as: rule)
    gapRule = "markup"
  }

  /// Ends the text; the rest of the source, to `end`, is left out.
  mutating func finish(at end: Int) {
    close()
    leaveOut(upTo: end, rule: "markup")
  }

  /// The text as that of a source where everything stands `distance` bytes further; what stood before it goes.
  func moved(by distance: Int) -> MarkupText {
    var moved = self
    moved.position = max(0, position + distance)
    moved.edits = edits.compactMap { edit in
      let range = TextRange(max(0, edit.range.start + distance), max(0, edit.range.end + distance))
      return range.isEmpty && edit.replacement.isEmpty ? nil : TextEdit(range, edit.replacement, rule: edit.rule)
    }
    return moved
  }

  /// Adds a text with blocks that is finished and whose source begins at `offset`, behind what is kept.
  ///
  /// - Parameter number: what the numbers of its links are counted from.
  mutating func append(_ part: MarkupText, at offset: Int, linksFrom number: Int) {
    close()
    replace(upTo: offset, by: length > 0 ? "\n\n" : "", as: gapRule)
    gapRule = "markup"
    last = nil
    edits += part.moved(by: offset).edits
    for var block in part.blocks {
      block.range = TextRange(block.range.start + length, block.range.end + length)
      blocks.append(block)
    }
    for link in part.links {
      let range = TextRange(link.range.start + length, link.range.end + length)
      links.append(MarkupLink(range: range, number: link.number + number))
    }
    position = offset + part.position
    length += part.length
  }

  private mutating func replace(upTo offset: Int, by text: String, as rule: String) {
    guard position < offset || !text.isEmpty else { return }
    edits.append(TextEdit(TextRange(position, max(position, offset)), text, rule: rule))
    position = max(position, offset)
    length += text.utf8.count
  }

  private mutating func insert(_ text: String, as rule: String) {
    edits.append(TextEdit(TextRange(position, position), text, rule: rule))
    length += text.utf8.count
  }
}
