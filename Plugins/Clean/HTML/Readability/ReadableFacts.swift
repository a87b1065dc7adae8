/// What Readability asks of a page's elements again and again, gathered once, from the inside out.
struct ReadableFacts {
  /// Characters inside each node, white space between words as one.
  private(set) var letters: [Int32]
  /// Whether a node can stand in a paragraph.
  private(set) var isPhrasing: [Bool]
  /// Whether an element that begins a block, or a picture, is inside.
  private(set) var hasBlocks: [Bool]
  /// Characters of links inside each node, ten times; those to places of the page count three.
  private(set) var linkLetters: [Int32]
  /// What a character of a link counts, of ten: a link to a place of the same page is part of its text. 0 for other nodes.
  private(set) var linkWeights: [Int32]
  private let page: Page

  private static let phrasing: TagSet = [
    .text, .abbr, .audio, .b, .br, .button, .cite, .code, .datalist, .dfn, .em, .embed, .font, .i, .img, .input, .kbd,
    .label, .mark, .math, .meter, .object, .output, .progress, .q, .samp, .select, .small, .span, .strong, .sub, .sup,
    .textarea, .time, .wbr,
  ]
  private static let phrasingAround: TagSet = [.a, .del, .ins]
  private static let blocks: TagSet = [.blockquote, .dl, .div, .img, .ol, .p, .pre, .table, .ul]
  private static let absent: TagSet = [.script, .noscript, .style, .template]

  init(_ page: Page, _ bytes: Span<UInt8>) {
    self.page = page
    let nodes = page.tree.nodes
    letters = page.lengths
    linkLetters = [Int32](repeating: 0, count: nodes.count)
    linkWeights = linkLetters
    isPhrasing = [Bool](repeating: true, count: nodes.count)
    hasBlocks = [Bool](repeating: false, count: nodes.count)
    for index in nodes.indices.reversed() {
      let tag = nodes[index].tag
      if tag == .a {
        linkWeights[index] = page.tree.leadsIntoPage(index, bytes) ? 3 : 10
        linkLetters[index] = letters[index] &* linkWeights[index]
      }
      // `isPhrasing` is whether all inside is until the element itself is reached.
      isPhrasing[index] = Self.phrasing.contains(tag) || (Self.phrasingAround.contains(tag) && isPhrasing[index])
      let parent = Int(nodes[index].parent)
      guard parent >= 0, !isAbsent(tag) else { continue }
      letters[parent] &+= letters[index]
      linkLetters[parent] &+= linkLetters[index]
      if !isPhrasing[index] { isPhrasing[parent] = false }
      if hasBlocks[index] || Self.blocks.contains(tag) { hasBlocks[parent] = true }
    }
  }

  /// Whether Readability takes the element out before it begins.
  func isAbsent(_ tag: Tag) -> Bool { Self.absent.contains(tag) }

  func linkDensity(_ index: Int) -> Double { Self.linkDensity(linkLetters[index], of: letters[index]) }

  /// The part of an element's characters that its links are, by what these count.
  static func linkDensity(_ linkLetters: Int32, of letters: Int32) -> Double {
    letters > 0 ? Double(linkLetters) / 10 / Double(letters) : 0
  }

  /// Whether one of the four elements around `index` is one of `tags`.
  func isInside(_ index: Int, _ tags: TagSet) -> Bool {
    page.ancestors(of: index).prefix(4).contains { tags.contains(page.tree.nodes[$0].tag) }
  }

  /// Whether there is an element in it other than lines and line breaks.
  func hasElements(_ index: Int) -> Bool {
    page.tree.children(of: index).contains { child in
      let tag = page.tree.nodes[child].tag
      return tag != .text && tag != .br && tag != .hr && !isAbsent(tag)
    }
  }

  /// Whether two line breaks follow each other right inside it.
  func hasBreaks(_ index: Int) -> Bool {
    var wasBreak = false
    for child in page.tree.children(of: index) {
      let node = page.tree.nodes[child]
      if node.tag == .br {
        if wasBreak { return true }
        wasBreak = true
      } else if !node.isBlank {
        wasBreak = false
      }
    }
    return false
  }
}
