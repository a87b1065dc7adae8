internal import DocumentModel

/// Writes the blocks of a page that are its article.
struct PageText {
  private(set) var text = MarkupText()
  private let page: Page
  private let rules: [DropRule?]
  /// The items that have their marks.
  private var begunItems: Set<Int32> = []
  /// The number of the item that is opened: its words may begin with it once more.
  private var openedNumber: String?
  /// By the nodes of the lists so far.
  private var numbers: [Int: ListNumbers] = [:]
  /// The node behind the last block that was written or left out.
  private var end = 0
  /// The element of the code that is open, -1 for none, and the white space behind its last word: kept if more follows.
  private var code: Int32 = -1
  private var space: [(source: Range<Int>, isBreak: Bool)] = []
  /// Whether the next words of the code have a line of their own.
  private var beginsLine = false
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
  private let marks: QuotationMarks
  private let boldHeadings: PageBoldHeadings

  init(_ page: Page, keeping rules: [DropRule?], links: [Int32] = [], _ bytes: Span<UInt8>) {
    self.page = page
    self.links = links
    self.rules = rules
    marks = QuotationMarks(of: page, bytes)
    boldHeadings = PageBoldHeadings(among: rules.indices.filter { rules[$0] == nil }, of: page, bytes)
    var left: DropRule?
    for (index, block) in page.blocks.enumerated() {
      if rules[index] == nil, isBlank(block, bytes) || isBareMark(index, bytes) || isLineNumbers(index, bytes) {
        continue
      }
      defer { end = block.nodes.upperBound }
      if let rule = rules[index] {
        if row >= 0, page.places[block.container].row == row {
          text.passOver(as: rule.rawValue)
          continue
        }
        closeRow()
        code = -1
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

  private func start(of block: PageBlock) -> Int { page.tree.nodes[firstNode(of: block)].source.lowerBound }

  /// The white space before code is a part of it.
  private func firstNode(of block: PageBlock) -> Int {
    let place = page.places[block.container]
    return place.isCode ? max(Int(place.code) + 1, end) : block.nodes.lowerBound
  }

  private mutating func write(_ block: PageBlock, _ bytes: Span<UInt8>) {
    let place = page.places[block.container]
    guard place.row < 0 else { return writeInRow(block, place, bytes) }
    closeRow()
    let goesOn = place.isCode && place.code == code
    if goesOn { beginsLine = true } else { open(block, place, bytes) }
    if place.isCode { writeCode(block, bytes) } else { writeWords(block, place, bytes) }
  }

  /// Whether a block has nothing but white space, which may be written as references, and characters without width.
  private func isBlank(_ block: PageBlock, _ bytes: Span<UInt8>) -> Bool {
    for index in page.readNodes(block.nodes) {
      let node = page.tree.nodes[index]
      if node.tag == .text, !page.isUnread(index), !bytes.isBlank(node.source) { return false }
    }
    return true
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
    writeWords(block, place, bytes)
  }

  private mutating func openRow(_ node: Int, at offset: Int, _ bytes: Span<UInt8>) {
    let table = page.ancestors(of: node).first { page.tree.nodes[$0].tag == .table } ?? node
    if columns[table] == nil { columns[table] = TableColumns(of: table, in: page.tree, bytes) }
    if table != self.table { text.part() }
    (self.table, row, column, code) = (table, Int32(node), 0, -1)
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

  private mutating func open(_ block: PageBlock, _ place: Place, _ bytes: Span<UInt8>) {
    let offset = start(of: block)
    var kind = place.isQuoted ? Paragraph.Kind.quote : .text
    var level: Int?
    var mark = ""
    openedNumber = nil
    if place.headingLevel > 0, !isStandfirst(block, place) {
      (kind, level) = (.heading, Int(place.headingLevel))
    } else if boldHeadings.nodes.contains(block.nodes.lowerBound) {
      (kind, level) = (.heading, boldHeadings.level)
    } else if place.isCode {
      kind = .preformatted
    } else if place.item >= 0, begunItems.insert(place.item).inserted {
      // An item that stands in no list is as one of the outermost.
      (kind, level) = (place.isItemQuoted ? .quote : .listItem, Int(max(place.listDepth, 1)))
      mark = self.mark(of: Int(place.item), bytes)
      if mark != "- " { openedNumber = number(of: Int(place.item), bytes) }
    }
    if kind != .heading { isOpened = true }
    text.open(kind, level: level, mark: mark, at: offset)
    code = kind == .preformatted ? place.code : -1
    space = []
    beginsLine = false
  }

  /// Whether a heading is the text below the title that leads into the article.
  private func isStandfirst(_ block: PageBlock, _ place: Place) -> Bool {
    !isOpened && place.headingLevel > 1 && block.letters >= Self.leastOfStandfirst
  }

  /// Of 758 headings of newspapers' pages (`Benchmarks/extraction/fundus`) 41 are longer and lead in, none of which the paper
  /// has for a heading; from 45 to 100 characters 46 to 25 are.
  private static let leastOfStandfirst = 60

  private mutating func mark(of item: Int, _ bytes: Span<UInt8>) -> String {
    let list = Int(page.tree.nodes[item].parent)
    guard list >= 0, page.tree.nodes[list].tag == .ol, let number = number(of: item, bytes) else { return "- " }
    return "\(number). "
  }

  private mutating func number(of item: Int, _ bytes: Span<UInt8>) -> String? {
    let list = Int(page.tree.nodes[item].parent)
    guard list >= 0 else { return nil }
    if numbers[list] == nil { numbers[list] = ListNumbers(of: list, in: page.tree, bytes) }
    return numbers[list]?[item]
  }

  /// Whether a block is the mark of an item, which the page has set apart from the item's words. In a list without numbers,
  /// one before words that are no sentence tells how much of something.
  private mutating func isBareMark(_ index: Int, _ bytes: Span<UInt8>) -> Bool {
    let block = page.blocks[index]
    let item = page.places[block.container].item
    guard item >= 0, block.letters <= Self.longestMark, !begunItems.contains(item), index + 1 < page.blocks.count,
      rules[index + 1] == nil, page.places[page.blocks[index + 1].container].item == item
    else { return false }
    let words = page.words(of: block, bytes)
    if Self.marks.contains(words) { return true }
    guard let number = number(of: Int(item), bytes), words == number || words == number + "." else { return false }
    return mark(of: Int(item), bytes) != "- " || page.blocks[index + 1].isProse
  }

  private static let longestMark = 6
  private static let marks: Set<String> = ["•", "·", "‣", "◦", "●", "○", "▪", "■", "►", "–", "-", "*", "^", "↑"]

  /// Whether a block is the numbers of the lines of code in the next cell.
  private func isLineNumbers(_ index: Int, _ bytes: Span<UInt8>) -> Bool {
    let block = page.blocks[index]
    guard page.places[block.container].isCode, block.letters == block.digits, index + 1 < page.blocks.count,
      case let next = page.blocks[index + 1], page.places[next.container].isCode,
      page.places[next.container].code != page.places[block.container].code,
      let row = row(around: block), row == self.row(around: next)
    else { return false }
    let numbers = page.words(of: block, bytes).split(separator: " ").map { Int($0) ?? -1 }
    return zip(numbers, numbers.dropFirst()).allSatisfy { $0 >= 0 && $1 == $0 &+ 1 }
  }

  private func row(around block: PageBlock) -> Int? {
    page.ancestors(of: block.container).first { page.tree.nodes[$0].tag == .tr }
  }

  // MARK: Words

  private mutating func writeWords(_ block: PageBlock, _ place: Place, _ bytes: Span<UInt8>) {
    var breaks = 0
    var last: Int?
    for index in page.readNodes(block.nodes) {
      let node = page.tree.nodes[index]
      if let rule = page.unreadRule(of: index) {
        text.passOver(as: rule.rawValue)
      } else if node.tag == .text {
        if !links.isEmpty { text.link = links[index] >= 0 ? Int(links[index]) : nil }
        if breaks == 0 || !bytes.isBlank(node.source) {
          // A line of its own with nothing but a space in it parts paragraphs.
          if breaks > 1, place.row < 0, place.headingLevel == 0 {
            text.open(place.isQuoted ? .quote : .text, at: node.source.lowerBound)
          }
          if let last, page.areParts(last, index, bytes) { text.separate(by: " ") }
          last = index
          if let mark = secondMark(before: node.source, of: block, bytes) {
            text.passOver(as: "list-mark")
            write(mark..<node.source.upperBound, bytes)
          } else if isFormula(index) {
            writeFormula(node.source, bytes)
          } else {
            writeQuoted(index, node.source, bytes)
          }
          breaks = 0
        }
      } else if node.tag == .br {
        text.separate(by: "\n")
        breaks += 1
      }
    }
  }

  /// Writes a run of text in the quotation marks that the page draws.
  private mutating func writeQuoted(_ index: Int, _ range: Range<Int>, _ bytes: Span<UInt8>) {
    let (before, behind) = (marks.before[index], marks.behind[index])
    guard before != nil || behind != nil else { return write(range, bytes) }
    let words = range.trimmed(bytes)
    write(range.lowerBound..<words.lowerBound, bytes)
    if let before { text.keep(before, for: words.lowerBound..<words.lowerBound, rule: "quotation-mark") }
    write(words, bytes)
    if let behind { text.keep(behind, for: words.upperBound..<words.upperBound, rule: "quotation-mark") }
    write(words.upperBound..<range.upperBound, bytes)
  }

  /// Where the words of an item begin, behind its number, which they may begin with once more: `<li>1. Stir`.
  private mutating func secondMark(before words: Range<Int>, of block: PageBlock, _ bytes: Span<UInt8>) -> Int? {
    guard let number = openedNumber else { return nil }
    let words = words.trimmed(bytes)
    guard !words.isEmpty else { return nil }
    openedNumber = nil
    let end = words.lowerBound + number.utf8.count
    guard end < words.upperBound, block.letters > number.utf8.count + 1,
      bytes.equals(number, at: words.lowerBound..<end),
      bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")"),
      end + 1 == words.upperBound || bytes[end + 1].isSpace
    else { return nil }
    return end + 1
  }

  private func isFormula(_ index: Int) -> Bool {
    let parent = Int(page.tree.nodes[index].parent)
    return parent >= 0 && page.tree.nodes[parent].tag == .math
  }

  /// Writes the TeX of a formula between dollar signs, as TeX has it.
  private mutating func writeFormula(_ range: Range<Int>, _ bytes: Span<UInt8>) {
    let words = range.trimmed(bytes)
    text.keep("$", for: words.lowerBound..<words.lowerBound, rule: "formula")
    write(words, bytes)
    text.keep("$", for: words.upperBound..<words.upperBound, rule: "formula")
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
      } else if byte == UInt8(ascii: "|"), text.isInRow {
        let stop = at > start && bytes[unchecked: at - 1] == 0x20 ? at - 1 : at
        if stop > start { text.keep(start..<stop) }
        text.join()
        start = at
        at += 1
      } else {
        at += 1
      }
    }
    if at > start { text.keep(start..<at) }
  }

  // MARK: Code

  private mutating func writeCode(_ block: PageBlock, _ bytes: Span<UInt8>) {
    for index in page.readNodes(firstNode(of: block)..<block.nodes.upperBound) {
      let node = page.tree.nodes[index]
      if let rule = page.unreadRule(of: index) {
        text.passOver(as: rule.rawValue)
      } else if node.tag == .text {
        if !links.isEmpty { text.link = links[index] >= 0 ? Int(links[index]) : nil }
        writeLines(node.source, bytes)
      } else if node.tag == .br {
        space.append((node.source, isBreak: true))
      }
    }
  }

  /// Whether the white space before the next words of code ends a line.
  private func endsLine(_ bytes: Span<UInt8>) -> Bool {
    space.contains {
      $0.isBreak || bytes.firstIndex(of: 0x0A, from: $0.source.lowerBound, before: $0.source.upperBound) != nil
    }
  }

  /// Leaves out the lines before the first word, whose indentation stays.
  private mutating func dropBlankLines(_ bytes: Span<UInt8>) {
    for index in space.indices.reversed() {
      let (source, isBreak) = space[index]
      let line = isBreak ? source.upperBound : source.last { bytes[$0] == 0x0A || bytes[$0] == 0x0D }.map { $0 + 1 }
      guard let line else { continue }
      space.removeSubrange(..<index)
      space[0] = (line..<source.upperBound, isBreak: false)
      return
    }
  }

  /// Writes a run of code as it is, but for the lines before the first word and the white space behind the last.
  private mutating func writeLines(_ range: Range<Int>, _ bytes: Span<UInt8>) {
    let words = range.trimmed(bytes)
    if range.lowerBound < words.lowerBound { space.append((range.lowerBound..<words.lowerBound, isBreak: false)) }
    guard !words.isEmpty else { return }
    if !text.hasText { dropBlankLines(bytes) }
    if beginsLine, !endsLine(bytes) {
      let offset = space.first?.source.lowerBound ?? words.lowerBound
      space.insert((offset..<offset, isBreak: true), at: 0)
    }
    beginsLine = false
    for part in space where part.isBreak || !part.source.isEmpty {
      if part.isBreak { text.keep("\n", for: part.source, rule: "markup") } else { text.keep(part.source) }
    }
    space = words.upperBound < range.upperBound ? [(words.upperBound..<range.upperBound, isBreak: false)] : []
    var start = words.lowerBound
    var at = start
    while let found = bytes.firstIndex(of: UInt8(ascii: "&"), from: at, before: words.upperBound) {
      at = found + 1
      guard let reference = CharacterReference(at: found, in: bytes, before: words.upperBound) else { continue }
      if found > start { text.keep(start..<found) }
      at = found + reference.count
      text.keep(reference.text, for: found..<at, rule: "entities")
      start = at
    }
    if start < words.upperBound { text.keep(start..<words.upperBound) }
  }
}
