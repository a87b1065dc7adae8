internal import CCmark
internal import DocumentModel
internal import TextBytes

/// Writes the words of a Markdown text, as cmark-gfm reads it.
///
/// cmark tells where blocks stand; a cursor walks from there through the source as through cmark's nodes, so that words
/// are kept in their places and what lies between is left out as markup.
struct MarkdownText {
  private(set) var text = MarkupText()
  /// The first heading of the first level.
  private(set) var title: String?

  /// Where each line of the source begins.
  private let lineStarts: [Int]
  private var cursor: MarkdownCursor
  private var depth = 0
  private var items: [(isOrdered: Bool, isQuoted: Bool, number: Int, isFresh: Bool)] = []
  private let keepsTables: Bool
  private let keepsLinks: Bool
  /// The addresses of the links, by their numbers.
  private(set) var targets: [String] = []
  private var isFirstCell = true
  private var boldHeadings = MarkdownBoldHeadings(in: [])
  /// Whether a `<br>` came last, so that spaces begin a line.
  private var isBehindBreak = false

  /// - Parameter start: where the text begins, behind front matter.
  init(_ bytes: Span<UInt8>, from start: Int, keepingTables keepsTables: Bool = true, links keepsLinks: Bool = false) {
    self.keepsTables = keepsTables
    self.keepsLinks = keepsLinks
    lineStarts = bytes.lineStarts(from: start)
    cursor = MarkdownCursor(at: start)
    let root = MarkdownTree.parse(bytes.extracting(start...))
    if let root {
      let blocks = blocks(of: root)
      boldHeadings = MarkdownBoldHeadings(in: blocks)
      for block in blocks { read(block, bytes) }
      cmark_node_free(root)
    }
    text.finish(at: bytes.count)
  }

  /// The outermost blocks in the order of the source: cmark puts footnotes at the end.
  private func blocks(of root: OpaquePointer) -> [OpaquePointer] {
    var blocks: [(line: Int32, node: OpaquePointer)] = []
    var next = cmark_node_first_child(root)
    while let node = next {
      blocks.append((cmark_node_get_start_line(node), node))
      next = cmark_node_next(node)
    }
    return blocks.sorted { $0.line < $1.line }.map(\.node)
  }

  private mutating func read(_ block: OpaquePointer, _ bytes: Span<UInt8>) {
    MarkdownTree.walk(block) { node, isStart in
      if isStart { enter(node, bytes) } else { leave(node, bytes) }
    }
  }

  private mutating func enter(_ node: OpaquePointer, _ bytes: Span<UInt8>) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_BLOCK_QUOTE: cursor.quotes += 1
    case CMARK_NODE_LIST:
      let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      items.append((isOrdered, cursor.quotes > 0, Int(cmark_node_get_list_start(node)) - 1, false))
    case CMARK_NODE_ITEM:
      if let last = items.indices.last {
        items[last].number += 1
        items[last].isFresh = true
      }
    case CMARK_NODE_HEADING:
      let level = Int(cmark_node_get_heading_level(node))
      open(.heading, level: level, node, bytes)
      if level == 1, title == nil { title = heading(node) }
      if cursor.quotes == 0, items.isEmpty { boldHeadings.pass(headingOf: level) }
      cursor.passHeadingMark(bytes)
    case CMARK_NODE_PARAGRAPH:
      openParagraph(node, bytes)
      cursor.passDefinitions(bytes)
    case CMARK_NODE_HTML_BLOCK: keepHTML(node, bytes)
    case CMARK_NODE_CODE_BLOCK:
      open(.preformatted, level: nil, node, bytes)
      keepLines(of: node, bytes)
      text.close()
    default: enterInline(node, bytes)
    }
  }

  private mutating func enterInline(_ node: OpaquePointer, _ bytes: Span<UInt8>) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT:
      if isBehindBreak { cursor.passBlank(bytes) }
      let words = MarkdownTree.literal(of: node)
      keep(isBehindBreak ? Array(words.drop { $0 == 0x20 || $0 == 0x09 }) : words, isCode: false, bytes)
      isBehindBreak = false
    case CMARK_NODE_CODE:
      let marks = cursor.pass(runOf: UInt8(ascii: "`"), bytes)
      for (index, word) in MarkdownTree.literal(of: node).split(separator: 0x20).enumerated() {
        if index > 0, depth == 0 { text.separate(by: " ") }
        cursor.passBlank(bytes)
        keep(Array(word), bytes)
      }
      cursor.passCodeMark(marks, bytes)
    case CMARK_NODE_EMPH: cursor.passEmphasis(1, bytes)
    case CMARK_NODE_STRONG: cursor.passEmphasis(2, bytes)
    case CMARK_NODE_SOFTBREAK: breakLine(by: " ", bytes)
    case CMARK_NODE_LINEBREAK: breakLine(by: "\n", bytes)
    case CMARK_NODE_FOOTNOTE_REFERENCE: cursor.passLabel(bytes)
    case CMARK_NODE_HTML_INLINE:
      let tag = MarkdownTree.literal(of: node)
      if depth == 0, tag.isLineBreak {
        text.separate(by: "\n")
        isBehindBreak = true
      }
      cursor.pass(markup: tag, bytes)
    case CMARK_NODE_IMAGE:
      depth += 1
      cursor.pass(UInt8(ascii: "!"), bytes)
      cursor.pass(UInt8(ascii: "["), bytes)
    case CMARK_NODE_LINK:
      if !cursor.pass(UInt8(ascii: "["), bytes) { cursor.pass(UInt8(ascii: "<"), bytes) }
      if keepsLinks {
        text.link = targets.count
        targets.append(cmark_node_get_url(node).map { String(cString: $0) } ?? "")
      }
    default: enterExtension(node, bytes)
    }
  }

  private mutating func enterExtension(_ node: OpaquePointer, _ bytes: Span<UInt8>) {
    switch MarkdownTree.extensionNode(node) {
    case .table:
      if !keepsTables { depth += 1 }
      text.part()
    case .row where keepsTables:
      open(.tableRow, level: nil, node, bytes)
      isFirstCell = true
    case .cell where keepsTables:
      cursor.enter(place(of: node, bytes))
      if !isFirstCell { text.nextCell() }
      isFirstCell = false
    case .strikethrough: cursor.pass(runOf: UInt8(ascii: "~"), bytes)
    default: break
    }
  }

  private mutating func breakLine(by separator: String, _ bytes: Span<UInt8>) {
    if depth == 0 { text.separate(by: separator) }
    cursor.passLineEnd(bytes)
  }

  private mutating func leave(_ node: OpaquePointer, _ bytes: Span<UInt8>) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_BLOCK_QUOTE: cursor.quotes -= 1
    case CMARK_NODE_LIST: _ = items.popLast()
    case CMARK_NODE_IMAGE:
      depth -= 1
      cursor.passLinkEnd(bytes)
    case CMARK_NODE_LINK:
      text.link = nil
      cursor.passLinkEnd(bytes)
    case CMARK_NODE_EMPH: cursor.passEmphasis(1, bytes)
    case CMARK_NODE_STRONG: cursor.passEmphasis(2, bytes)
    case CMARK_NODE_HEADING, CMARK_NODE_PARAGRAPH:
      text.close()
    default: leaveExtension(node, bytes)
    }
  }

  private mutating func leaveExtension(_ node: OpaquePointer, _ bytes: Span<UInt8>) {
    switch MarkdownTree.extensionNode(node) {
    case .table:
      if !keepsTables { depth -= 1 }
    case .row: text.close()
    case .strikethrough: cursor.pass(runOf: UInt8(ascii: "~"), bytes)
    default: break
    }
  }

  // MARK: Blocks

  private mutating func openParagraph(_ node: OpaquePointer, _ bytes: Span<UInt8>) {
    if let last = items.indices.last, items[last].isFresh {
      let level = min(items.count, Section.levels.upperBound)
      let mark = items[last].isOrdered ? "\(items[last].number). " : "- "
      open(items[last].isQuoted ? .quote : .listItem, level: level, mark: mark, node, bytes)
    } else if let level = boldHeadings.level(of: node) {
      open(.heading, level: level, node, bytes)
    } else {
      open(cursor.quotes > 0 ? .quote : .text, level: nil, node, bytes)
    }
  }

  private mutating func open(
    _ kind: Paragraph.Kind, level: Int?, mark: String = "", _ node: OpaquePointer, _ bytes: Span<UInt8>
  ) {
    cursor.enter(place(of: node, bytes))
    isBehindBreak = false
    // An item that begins with a heading or code has no mark, which would stand before what follows.
    if let last = items.indices.last { items[last].isFresh = false }
    text.open(kind, level: level, mark: mark, at: cursor.position)
  }

  /// Keeps the words of HTML, whose blocks are its own.
  private mutating func keepHTML(_ node: OpaquePointer, _ bytes: Span<UInt8>) {
    let start = max(cursor.position, place(of: node, bytes).lowerBound)
    // cmark counts a line too few where a mark such as `</pre>` ends the block.
    let lines = MarkdownTree.literal(of: node).span.lineStarts(from: 0).count - 1
    let next = Int(cmark_node_get_start_line(node)) - 1 + lines
    let source = start..<max(start, lineStarts.indices.contains(next) ? lineStarts[next] : bytes.count)
    cursor.enter(source)
    let html = MarkdownHTML(bytes, source, quotes: cursor.quotes, tables: keepsTables, links: keepsLinks)
    guard !html.text.blocks.isEmpty else { return }
    text.append(html.text, at: source.lowerBound, linksFrom: targets.count)
    targets += html.targets
    title = title ?? html.title
    cursor.position = source.upperBound
  }

  private func heading(_ node: OpaquePointer) -> String? {
    var words: [UInt8] = []
    // Words about pictures are none of the text.
    var pictures = 0
    MarkdownTree.walk(node) { inside, isStart in
      if cmark_node_get_type(inside) == CMARK_NODE_IMAGE { pictures += isStart ? 1 : -1 }
      guard pictures == 0 else { return }
      switch cmark_node_get_type(inside) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: words += MarkdownTree.literal(of: inside)
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: words.append(0x20)
      default: break
      }
    }
    let title = String(decoding: words, as: UTF8.self).singleSpaced
    return title.isEmpty ? nil : title
  }

  /// Keeps the lines of code as they are, without what stands before them in the source: marks of quotations, the indentation
  /// of items.
  private mutating func keepLines(of node: OpaquePointer, _ bytes: Span<UInt8>) {
    // cmark writes all of them, whether they are asked for or not.
    var (length, indentation, mark) = (CInt(0), CInt(0), CChar(0))
    let isFenced = cmark_node_get_fenced(node, &length, &indentation, &mark) != 0
    var number = Int(cmark_node_get_start_line(node)) - (isFenced ? 0 : 1)
    /// The line ends of lines before the next one with words.
    var ends: [Range<Int>] = []
    for line in MarkdownTree.literal(of: node).lines {
      guard lineStarts.indices.contains(number) else { return }
      let source = self.line(number, bytes)
      number += 1
      if !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
        for end in ends {
          if end.lowerBound < cursor.position {
            text.keep("\n", for: cursor.position..<cursor.position, rule: "markup")
          } else {
            text.keep(end)
            cursor.position = end.upperBound
          }
        }
        ends = []
        keep(line, endOf: source.words, bytes)
      }
      if text.hasText { ends.append(source.end) }
    }
  }

  /// A line of the source, by its number from 0, and what ends it.
  private func line(_ number: Int, _ bytes: Span<UInt8>) -> (words: Range<Int>, end: Range<Int>) {
    let next = number + 1 < lineStarts.count ? lineStarts[number + 1] : bytes.count
    var end = next
    while end > lineStarts[number], bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return (lineStarts[number]..<end, end..<next)
  }

  /// Keeps a line of code, which stands at the end of a line of the source: the words where they are, as much of the space
  /// before them as there is (cmark takes parts of tabs).
  private mutating func keep(_ line: ArraySlice<UInt8>, endOf source: Range<Int>, _ bytes: Span<UInt8>) {
    // Words of other blocks may have been found further on.
    let end = max(source.upperBound, cursor.position)
    var (at, rest) = (end, line)
    while at > max(source.lowerBound, cursor.position), let last = rest.last, bytes[at - 1] == last {
      at -= 1
      rest.removeLast()
    }
    if !rest.isEmpty { text.keep(String(decoding: rest, as: UTF8.self), for: at..<at, rule: "markup") }
    if at < end { text.keep(at..<end) }
    cursor.position = end
  }

  /// Where a node's source is, to the end of its last line.
  private func place(of node: OpaquePointer, _ bytes: Span<UInt8>) -> Range<Int> {
    let line = Int(cmark_node_get_start_line(node)) - 1
    guard lineStarts.indices.contains(line) else { return cursor.position..<cursor.position }
    var start = min(lineStarts[line] + max(0, Int(cmark_node_get_start_column(node)) - 1), bytes.count)
    // cmark counts a null as the three bytes that it puts in its place.
    while start < bytes.count, 0x80...0xBF ~= bytes[start] { start += 1 }
    let next = max(line + 1, Int(cmark_node_get_end_line(node)))
    return start..<max(start, next < lineStarts.count ? lineStarts[next] : bytes.count)
  }

  // MARK: Words

  /// Keeps `words` where they stand next in the source; within an image they are passed over.
  private mutating func keep(_ words: [UInt8], isCode: Bool = true, _ bytes: Span<UInt8>) {
    let pieces = cursor.read(words, isCode: isCode, bytes)
    guard depth == 0 else { return }
    for (index, piece) in pieces.enumerated() {
      if let meaning = piece.meaning {
        text.keep(meaning, for: piece.source, rule: "entities")
        continue
      }
      var source = piece.source
      if text.isInRow, bytes.isBar(piece) { text.join() }
      let isBeforeBar = text.isInRow && index + 1 < pieces.count && bytes.isBar(pieces[index + 1])
      if isBeforeBar, source.count > 1, bytes[source.upperBound - 1] == 0x20 {
        source = source.lowerBound..<source.upperBound - 1
      }
      text.keep(source)
    }
    if pieces.isEmpty, !words.isEmpty {
      text.keep(
        String(decoding: words, as: UTF8.self), for: cursor.position..<cursor.position, rule: "markup")
    }
  }
}

extension Span where Element == UInt8 {
  /// Whether a piece begins with a bar that is written for itself.
  fileprivate func isBar(_ piece: MarkdownCursor.Piece) -> Bool {
    piece.meaning == nil && self[piece.source.lowerBound] == UInt8(ascii: "|")
  }

  /// Where lines begin as cmark counts them, from `start` on: a carriage return alone ends one too.
  fileprivate func lineStarts(from start: Int) -> [Int] {
    var starts = [start]
    for index in start..<count {
      let isBeforeFeed = index + 1 < count && self[index + 1] == 0x0A
      if self[index] == 0x0A || (self[index] == 0x0D && !isBeforeFeed) { starts.append(index + 1) }
    }
    return starts
  }
}

extension [UInt8] {
  /// Whether it is the tag `<br>`.
  fileprivate var isLineBreak: Bool {
    count > 3 && span.says("<br".utf8, at: 0) && !self[3].isLetter
  }
}

extension [UInt8] {
  /// The lines, whatever ends them; none behind the last end.
  fileprivate var lines: [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for index in indices where self[index] == 0x0A || self[index] == 0x0D {
      if self[index] == 0x0A, index > 0, self[index - 1] == 0x0D {
        start = index + 1
        continue
      }
      lines.append(self[start..<index])
      start = index + 1
    }
    if start < count { lines.append(self[start...]) }
    return lines
  }
}
