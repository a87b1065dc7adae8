internal import CCmark
internal import DocumentModel

/// Writes the words of a Markdown text, as cmark-gfm reads it.
///
/// cmark tells where blocks stand; words are found again from there on, in order, so that each is kept in its place and
/// what lies between is left out as markup.
struct MarkdownText {
  private(set) var text = MarkupText()
  /// The first heading of the first level.
  private(set) var title: String?

  /// Where each line of the source begins.
  private let lineStarts: [Int]
  private var cursor: Int
  private var depth = 0
  private var quotes = 0
  private var items: [(isOrdered: Bool, number: Int, isFresh: Bool)] = []
  private let keepsTables: Bool
  private let keepsLinks: Bool
  /// The addresses of the links, by their numbers.
  private(set) var targets: [String] = []
  private var isFirstCell = true

  /// How far ahead of the last words the next ones are looked for: links and their addresses are shorter.
  private static let reach = 8192

  /// - Parameter start: where the text begins, behind front matter.
  init(_ bytes: Span<UInt8>, from start: Int, keepingTables keepsTables: Bool = true, links keepsLinks: Bool = false) {
    self.keepsTables = keepsTables
    self.keepsLinks = keepsLinks
    lineStarts = Self.lineStarts(bytes, from: start)
    cursor = start
    let root = MarkdownTree.parse(bytes.extracting(start...))
    if let root, let iterator = cmark_iter_new(root) {
      defer { cmark_iter_free(iterator) }
      while case let event = cmark_iter_next(iterator), event != CMARK_EVENT_DONE {
        guard let node = cmark_iter_get_node(iterator) else { continue }
        if event == CMARK_EVENT_ENTER { enter(node, bytes) } else { leave(node) }
      }
    }
    if let root { cmark_node_free(root) }
    text.finish(at: bytes.count)
  }

  /// Lines as cmark counts them: a carriage return alone ends one too.
  private static func lineStarts(_ bytes: Span<UInt8>, from start: Int) -> [Int] {
    var starts = [start]
    for index in start..<bytes.count {
      let isBeforeFeed = index + 1 < bytes.count && bytes[index + 1] == 0x0A
      if bytes[index] == 0x0A || (bytes[index] == 0x0D && !isBeforeFeed) { starts.append(index + 1) }
    }
    return starts
  }

  private mutating func enter(_ node: OpaquePointer, _ bytes: Span<UInt8>) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_BLOCK_QUOTE: quotes += 1
    case CMARK_NODE_LIST:
      let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      items.append((isOrdered, Int(cmark_node_get_list_start(node)) - 1, false))
    case CMARK_NODE_ITEM:
      if let last = items.indices.last {
        items[last].number += 1
        items[last].isFresh = true
      }
    case CMARK_NODE_HEADING: open(.heading, level: Int(cmark_node_get_heading_level(node)), node, bytes)
    case CMARK_NODE_PARAGRAPH: openParagraph(node, bytes)
    case CMARK_NODE_CODE_BLOCK:
      open(.preformatted, level: nil, node, bytes)
      keepLines(of: node, bytes)
      text.close()
    case CMARK_NODE_TEXT: if depth == 0 { keep(literal(of: node), bytes) }
    case CMARK_NODE_CODE:
      if depth == 0 {
        for (index, word) in literal(of: node).split(separator: 0x20).enumerated() {
          if index > 0 { text.separate(by: " ") }
          keep(Array(word), bytes)
        }
      }
    case CMARK_NODE_SOFTBREAK: if depth == 0 { text.separate(by: " ") }
    case CMARK_NODE_LINEBREAK: if depth == 0 { text.separate(by: "\n") }
    case CMARK_NODE_HTML_INLINE: if depth == 0, MarkdownTree.isLineBreak(node) { text.separate(by: "\n") }
    case CMARK_NODE_IMAGE: depth += 1
    case CMARK_NODE_LINK:
      if keepsLinks {
        text.link = targets.count
        targets.append(cmark_node_get_url(node).map { String(cString: $0) } ?? "")
      }
    default: enterTable(node, bytes)
    }
  }

  private mutating func enterTable(_ node: OpaquePointer, _ bytes: Span<UInt8>) {
    switch MarkdownTree.tablePart(node) {
    case .table:
      if !keepsTables { depth += 1 }
      text.part()
    case .row where keepsTables:
      open(.tableRow, level: nil, node, bytes)
      isFirstCell = true
    case .cell where keepsTables:
      if !isFirstCell { text.nextCell() }
      isFirstCell = false
    default: break
    }
  }

  private mutating func leave(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_BLOCK_QUOTE: quotes -= 1
    case CMARK_NODE_LIST: _ = items.popLast()
    case CMARK_NODE_IMAGE: depth -= 1
    case CMARK_NODE_LINK: text.link = nil
    case CMARK_NODE_HEADING, CMARK_NODE_PARAGRAPH:
      text.close()
    default: leaveTable(node)
    }
  }

  private mutating func leaveTable(_ node: OpaquePointer) {
    switch MarkdownTree.tablePart(node) {
    case .table: if !keepsTables { depth -= 1 }
    case .row: text.close()
    default: break
    }
  }

  // MARK: Blocks

  private mutating func openParagraph(_ node: OpaquePointer, _ bytes: Span<UInt8>) {
    if let last = items.indices.last, items[last].isFresh {
      items[last].isFresh = false
      open(.listItem, level: items.count, mark: items[last].isOrdered ? "\(items[last].number). " : "- ", node, bytes)
    } else {
      open(quotes > 0 ? .quote : .text, level: nil, node, bytes)
    }
  }

  private mutating func open(
    _ kind: Paragraph.Kind, level: Int?, mark: String = "", _ node: OpaquePointer, _ bytes: Span<UInt8>
  ) {
    let start = offset(
      line: Int(cmark_node_get_start_line(node)), column: Int(cmark_node_get_start_column(node)), bytes)
    cursor = max(cursor, start)
    text.open(kind, level: level, mark: mark, at: cursor)
    if kind == .heading, level == 1, title == nil { title = heading(node) }
  }

  private func heading(_ node: OpaquePointer) -> String? {
    var words: [UInt8] = []
    guard let iterator = cmark_iter_new(node) else { return nil }
    defer { cmark_iter_free(iterator) }
    while case let event = cmark_iter_next(iterator), event != CMARK_EVENT_DONE {
      guard event == CMARK_EVENT_ENTER, let inside = cmark_iter_get_node(iterator) else { continue }
      switch cmark_node_get_type(inside) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: words += literal(of: inside)
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
    for line in literal(of: node).lines {
      guard lineStarts.indices.contains(number) else { return }
      let source = self.line(number, bytes)
      number += 1
      if !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
        for end in ends {
          if end.lowerBound < cursor {
            text.keep("\n", for: cursor..<cursor, rule: "markup")
          } else {
            text.keep(end)
            cursor = end.upperBound
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
    let end = max(source.upperBound, cursor)
    var (at, rest) = (end, line)
    while at > max(source.lowerBound, cursor), let last = rest.last, bytes[at - 1] == last {
      at -= 1
      rest.removeLast()
    }
    if !rest.isEmpty { text.keep(String(decoding: rest, as: UTF8.self), for: at..<at, rule: "markup") }
    if at < end { text.keep(at..<end) }
    cursor = end
  }

  private func offset(line: Int, column: Int, _ bytes: Span<UInt8>) -> Int {
    guard lineStarts.indices.contains(line - 1) else { return cursor }
    var offset = min(lineStarts[line - 1] + max(0, column - 1), bytes.count)
    // cmark counts a null as the three bytes that it puts in its place.
    while offset < bytes.count, 0x80...0xBF ~= bytes[offset] { offset += 1 }
    return offset
  }

  // MARK: Words

  private func literal(of node: OpaquePointer) -> [UInt8] {
    guard let literal = cmark_node_get_literal(node) else { return [] }
    return Array(String(cString: literal).utf8)
  }

  /// Keeps `words` where they stand next in the source.
  private mutating func keep(_ words: [UInt8], _ bytes: Span<UInt8>) {
    guard let first = words.first else { return }
    let limit = min(bytes.count, cursor + Self.reach + words.count)
    var at = cursor
    while let found = bytes.firstIndex(of: first, from: at, before: limit - words.count + 1) {
      if words.indices.allSatisfy({ bytes[found + $0] == words[$0] }) {
        text.keep(found..<found + words.count)
        cursor = found + words.count
        return
      }
      // A longer word is there or near; letters alone are not looked for all over.
      at = found + 1
    }
    keepReference(words, limit, bytes)
  }

  /// Keeps `words` in place of the character reference that they are written as, or as they are.
  private mutating func keepReference(_ words: [UInt8], _ limit: Int, _ bytes: Span<UInt8>) {
    let written = String(decoding: words, as: UTF8.self)
    var at = cursor
    while let found = bytes.firstIndex(of: UInt8(ascii: "&"), from: at, before: limit) {
      if let reference = CharacterReference(at: found, in: bytes, before: limit),
        reference.text.utf8.elementsEqual(words)
      {
        text.keep(written, for: found..<found + reference.count, rule: "entities")
        cursor = found + reference.count
        return
      }
      at = found + 1
    }
    text.keep(written, for: cursor..<cursor, rule: "markup")
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
