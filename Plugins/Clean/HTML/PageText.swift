internal import DocumentModel

/// Writes the blocks of a page that are its article.
struct PageText {
  private(set) var text = MarkupText()
  private let page: Page
  private let rules: [DropRule?]
  /// The last item's element, and the numbers of the items of each list so far.
  private var lastItem: Int32 = -1
  private var itemNumbers: [Int: Int] = [:]
  /// The row that is open, -1 for none, and its table's node.
  private var row: Int32 = -1
  private var table = -1
  /// The column of the row's last text.
  private var column = 0
  /// By the nodes of the tables so far.
  private var columns: [Int: TableColumns] = [:]
  /// Whether anything but headings was written.
  private var isOpened = false
  /// By node: the link that it is in, -1 for none; empty where links are left out.
  private let links: [Int32]

  init(_ page: Page, keeping rules: [DropRule?], links: [Int32] = [], _ bytes: Span<UInt8>) {
    self.page = page
    self.links = links
    self.rules = rules
    var left: DropRule?
    for (index, block) in page.blocks.enumerated() {
      if let rule = rules[index] {
        if row >= 0, page.places[block.container].row == row {
          text.passOver(as: rule.rawValue)
          continue
        }
        closeRow()
        if left != rule { text.leaveOut(upTo: start(of: block), rule: left?.rawValue ?? "markup") }
        left = rule
        continue
      }
      if let rule = left { text.leaveOut(upTo: start(of: block), rule: rule.rawValue) }
      left = nil
      write(block, bytes)
    }
    closeRow()
    text.finish(at: bytes.count)
  }

  private func start(of block: PageBlock) -> Int { page.tree.nodes[block.nodes.lowerBound].source.lowerBound }

  private mutating func write(_ block: PageBlock, _ bytes: Span<UInt8>) {
    let place = page.places[block.container]
    guard place.row < 0 else { return writeInRow(block, place, bytes) }
    closeRow()
    open(block, place)
    writeWords(block, bytes, isPreformatted: place.isPreformatted)
  }

  // MARK: Rows

  /// Writes a block that is a cell, or a part of one.
  private mutating func writeInRow(_ block: PageBlock, _ place: Place, _ bytes: Span<UInt8>) {
    if place.row != row {
      closeRow()
      openRow(Int(place.row), at: start(of: block), bytes)
    }
    let next = columns[table]?.column(of: Int(place.cell)) ?? 0
    if next > column {
      for _ in column..<next { text.nextCell() }
      column = next
    } else {
      text.separate(by: " ")
    }
    writeWords(block, bytes, isPreformatted: false)
  }

  private mutating func openRow(_ node: Int, at offset: Int, _ bytes: Span<UInt8>) {
    let table = page.ancestors(of: node).first { page.tree.nodes[$0].tag == .table } ?? node
    if columns[table] == nil { columns[table] = TableColumns(of: table, in: page.tree, bytes) }
    if table != self.table { text.part() }
    (self.table, row, column) = (table, Int32(node), 0)
    isOpened = true
    text.open(.tableRow, at: offset)
  }

  private mutating func closeRow() {
    guard row >= 0 else { return }
    let end = columns[table]?.end(of: Int(row)) ?? 0
    for _ in column + 1..<max(column + 1, end) { text.nextCell() }
    text.close()
    row = -1
  }

  // MARK: Other blocks

  private mutating func open(_ block: PageBlock, _ place: Place) {
    let offset = start(of: block)
    var kind = Paragraph.Kind.text
    var level: Int?
    var mark = ""
    if place.headingLevel > 0, !isStandfirst(block, place) {
      (kind, level) = (.heading, Int(place.headingLevel))
    } else if place.item >= 0, place.item != lastItem {
      (kind, level) = (.listItem, Int(place.listDepth))
      mark = self.mark(of: Int(place.item))
      lastItem = place.item
    } else if place.isPreformatted {
      kind = .preformatted
    } else if place.isQuoted {
      kind = .quote
    }
    if kind != .heading { isOpened = true }
    text.open(kind, level: level, mark: mark, at: offset)
  }

  /// Whether a heading is the text below the title that leads into the article.
  private func isStandfirst(_ block: PageBlock, _ place: Place) -> Bool {
    !isOpened && place.headingLevel > 1 && block.letters >= Self.leastOfStandfirst
  }

  /// Of 758 headings of newspapers' pages (`Benchmarks/extraction/fundus`) 41 are longer and lead in, none of which the paper
  /// has for a heading; from 45 to 100 characters 46 to 25 are.
  private static let leastOfStandfirst = 60

  private mutating func mark(of item: Int) -> String {
    let list = Int(page.tree.nodes[item].parent)
    guard list >= 0, page.tree.nodes[list].tag == .ol else { return "- " }
    let number = itemNumbers[list, default: 0] + 1
    itemNumbers[list] = number
    return "\(number). "
  }

  private mutating func writeWords(_ block: PageBlock, _ bytes: Span<UInt8>, isPreformatted: Bool) {
    var index = block.nodes.lowerBound
    while index < block.nodes.upperBound {
      let node = page.tree.nodes[index]
      if page.isHidden(index) {
        text.passOver(as: DropRule.hidden.rawValue)
      } else if node.tag == .text {
        if !links.isEmpty { text.link = links[index] >= 0 ? Int(links[index]) : nil }
        if isPreformatted { writeLines(node.source, bytes) } else { write(node.source, bytes) }
      } else if PageBlockReader.unread.contains(node.tag) {
        index = Int(node.end)
        continue
      } else if node.tag == .br {
        text.separate(by: "\n")
      }
      index += 1
    }
  }

  /// Writes a run of text with its white space as single spaces.
  private mutating func write(_ range: Range<Int>, _ bytes: Span<UInt8>) {
    var start = range.lowerBound
    var at = start
    while at < range.upperBound {
      let byte = bytes[unchecked: at]
      if byte.isSpace {
        // One space between words stays where it is.
        let isPlain =
          byte == 0x20 && at > start && at + 1 < range.upperBound && !bytes[unchecked: at + 1].isSpace
        if isPlain {
          at += 1
          continue
        }
        if at > start { text.keep(start..<at) }
        while at < range.upperBound, bytes[unchecked: at].isSpace { at += 1 }
        text.separate(by: " ")
        start = at
      } else if byte == UInt8(ascii: "&"),
        let reference = CharacterReference(at: at, in: bytes, before: range.upperBound)
      {
        if at > start { text.keep(start..<at) }
        text.keep(reference.text, for: at..<at + reference.count, rule: "entities")
        at += reference.count
        start = at
      } else {
        at += 1
      }
    }
    if at > start { text.keep(start..<at) }
  }

  /// Writes a run of text with its line breaks.
  private mutating func writeLines(_ range: Range<Int>, _ bytes: Span<UInt8>) {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = bytes.firstIndex(of: 0x0A, from: start, before: range.upperBound) ?? range.upperBound
      write(start..<end, bytes)
      if end < range.upperBound { text.separate(by: "\n") }
      start = end + 1
    }
  }
}
