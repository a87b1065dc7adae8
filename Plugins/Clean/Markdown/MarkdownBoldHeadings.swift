internal import CCmark
internal import TextBytes

/// The paragraphs that are headings though no mark says so: one bold line alone, as many authors and converters write them.
///
/// They are what markdownlint warns of (MD036), where another block follows and the text has two of them at least: one alone
/// may be a remark.
struct MarkdownBoldHeadings {
  private var nodes: Set<OpaquePointer> = []
  /// The level of those below the last heading that is marked.
  private var level = 1

  /// Longer lines are emphasized sentences: the most words, and, as not all scripts have spaces, bytes.
  private static let longest = (words: 12, bytes: 100)

  /// - Parameter blocks: the outermost, in the order of the source.
  init(in blocks: [OpaquePointer]) {
    for (block, next) in zip(blocks, blocks.dropFirst()) {
      guard let line = Self.boldLine(block), Self.mayBeHeading(line),
        Self.boldLine(next) == nil, !Self.isHeading(next), cmark_node_get_type(next) != CMARK_NODE_THEMATIC_BREAK
      else { continue }
      nodes.insert(block)
    }
    if nodes.count < 2 { nodes = [] }
  }

  /// The level of `paragraph` as a heading, `nil` where it is none.
  func level(of paragraph: OpaquePointer) -> Int? { nodes.contains(paragraph) ? level : nil }

  /// Takes the level of a heading that is marked.
  mutating func pass(headingOf level: Int) { self.level = level + 1 }

  private static func isHeading(_ block: OpaquePointer) -> Bool { cmark_node_get_type(block) == CMARK_NODE_HEADING }

  /// The words of a paragraph that is one bold line without links, pictures and tags.
  private static func boldLine(_ block: OpaquePointer) -> [UInt8]? {
    guard cmark_node_get_type(block) == CMARK_NODE_PARAGRAPH, let strong = cmark_node_first_child(block),
      cmark_node_get_type(strong) == CMARK_NODE_STRONG, cmark_node_next(strong) == nil
    else { return nil }
    var words: [UInt8] = []
    var isPlain = true
    MarkdownTree.walk(strong) { node, _ in
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: words += MarkdownTree.literal(of: node)
      case CMARK_NODE_STRONG, CMARK_NODE_EMPH: break
      default: isPlain = false
      }
    }
    return isPlain ? words : nil
  }

  /// Whether a line begins with a capital, as far as its script has any, behind a number or a sign or not, and is no sentence.
  ///
  /// What is below a figure, and a name or a day, which go into the metadata, are none.
  private static func mayBeHeading(_ line: [UInt8]) -> Bool {
    let words = String(decoding: line, as: UTF8.self).split(separator: " ")
    guard 3...longest.bytes ~= line.count, words.count <= longest.words,
      let first = words.firstIndex(where: { $0.unicodeScalars.first?.properties.isAlphabetic ?? false }),
      words[first].unicodeScalars.first?.properties.isLowercase == false,
      let last = words.last?.unicodeScalars.last, !stops.contains(last)
    else { return false }
    let isBelowFigure =
      figures.contains(words[first].lowercased().filter(\.isLetter))
      && first + 1 < words.count && words[first + 1].first?.isNumber ?? false
    return !isBelowFigure && PublicationLine(line.span, 0..<line.count) == nil
  }

  private static let figures: Set<String> = [
    "figure", "fig", "table", "tab", "abbildung", "abb", "tabelle", "tableau", "tabla", "figura",
  ]
  private static let stops = ".,;:!?…。，；：！？".unicodeScalars
}
