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
  private var opened: MarkupBlock?

  /// Begins a block: what is kept next stands in it, behind `mark`.
  mutating func open(_ kind: Paragraph.Kind, level: Int? = nil, mark: String = "", at offset: Int, after gap: String) {
    close()
    separator = ""
    if length > 0 { replace(upTo: offset, by: gap) } else { replace(upTo: offset, by: "") }
    opened = MarkupBlock(range: TextRange(length, length), kind: kind, level: level)
    if !mark.isEmpty {
      edits.append(TextEdit(TextRange(position, position), mark, rule: "list-mark"))
      length += mark.utf8.count
    }
  }

  /// Ends the block that is open.
  mutating func close() {
    guard var block = opened else { return }
    opened = nil
    block.range.end = length
    separator = ""
    if !block.range.isEmpty { blocks.append(block) }
  }

  /// Puts `text` before what is kept next in the same block: a space, a line break.
  mutating func separate(by text: String) {
    guard let opened, length > opened.range.start, separator != "\n" else { return }
    separator = text
  }

  /// Puts `text` before what is kept next whatever else was asked for.
  mutating func separate(strictly text: String) { separator = text }

  /// Keeps the source at `range` as it is.
  mutating func keep(_ range: Range<Int>) {
    if position < range.lowerBound || !separator.isEmpty { replace(upTo: range.lowerBound, by: separator) }
    separator = ""
    position = range.upperBound
    lengthen(by: range.count)
  }

  /// Keeps `text` in place of the source at `range`.
  mutating func keep(_ text: String, for range: Range<Int>, rule: String) {
    if position < range.lowerBound || !separator.isEmpty { replace(upTo: range.lowerBound, by: separator) }
    separator = ""
    edits.append(TextEdit(TextRange(range), text, rule: rule))
    position = range.upperBound
    lengthen(by: text.utf8.count)
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
    edits.append(TextEdit(TextRange(position, offset), rule: rule))
    gapRule = "markup"
    position = offset
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
  mutating func append(_ part: MarkupText, at offset: Int, after gap: String, linksFrom number: Int) {
    close()
    replace(upTo: offset, by: length > 0 ? gap : "")
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

  private mutating func replace(upTo offset: Int, by text: String) {
    guard position < offset || !text.isEmpty else { return }
    edits.append(TextEdit(TextRange(position, offset), text, rule: gapRule))
    gapRule = "markup"
    position = offset
    length += text.utf8.count
  }
}
