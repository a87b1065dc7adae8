internal import DocumentModel

/// Builds the sections from headings and the blocks between them.
struct SectionTree {
  private let stage: String
  private(set) var sections: [Section] = []
  /// The sections that are still open, outermost first, with the ranks of their headings.
  private var open: [(index: Int, rank: Int)] = []

  init(by stage: String) { self.stage = stage }

  mutating func add(_ heading: Heading, _ block: TextBlock) {
    while let last = open.last, last.rank >= heading.rank { close() }
    let section = Section(
      range: TextRange(block.start, block.end), level: min(open.count + 1, Section.levels.upperBound),
      heading: TextRange(block.words), body: TextRange(block.end, block.end), parent: open.last?.index, by: stage)
    open.append((sections.count, heading.rank))
    sections.append(section)
  }

  /// Adds a paragraph to the section that is open, or to the lead.
  mutating func add(_ paragraph: TextRange) {
    guard let current = open.last?.index else {
      sections.append(Section(range: paragraph, level: 1, heading: nil, body: paragraph, by: stage))
      // Every heading ends the lead.
      open.append((sections.count - 1, Int.max))
      return
    }
    let body = sections[current].body
    sections[current].body = TextRange(body.isEmpty ? paragraph.start : body.start, paragraph.end)
    sections[current].range.end = paragraph.end
  }

  /// Closes every section; `sections` is complete after it.
  mutating func finish() { while !open.isEmpty { close() } }

  private mutating func close() {
    guard let closed = open.popLast(), let parent = open.last else { return }
    sections[parent.index].range.end = max(sections[parent.index].range.end, sections[closed.index].range.end)
  }
}
