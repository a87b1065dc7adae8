internal import TextBytes

/// A page taken apart: its tree, its blocks, and what the names of its elements tell.
struct Page {
  let tree: HTMLTree
  let blocks: [PageBlock]
  /// By node; empty for text.
  let hints: [Hints]
  /// By node: the characters of a text that is read, white space between words as one; 0 for elements.
  let lengths: [Int32]
  /// By node: the commas of a text that is read.
  let commas: [Int32]
  /// By node: why it is not read with its paragraph; empty where everything is.
  private let unread: [DropRule?]
  /// By node: what stands inside it is there.
  let places: [Place]

  init(_ bytes: Span<UInt8>, isXML: Bool = false) {
    var tree = HTMLTreeBuilder.tree(of: bytes, isXML: isXML)
    if !tree.hasBody { tree = HTMLTreeBuilder.tree(of: bytes, isXML: isXML, isFragment: true) }
    tree.readButtons(bytes)
    tree.readFormulas(bytes)
    self.tree = tree
    let reader = PageBlockReader(reading: tree, bytes)
    (blocks, lengths, commas) = (reader.blocks, reader.lengths, reader.commas)
    hints = Self.hints(of: tree, reader.lengths, bytes)
    unread = UnreadFormatting(tree, hints, bytes).rules
    places = Place.places(in: tree, lengths)
  }

  /// Whether an element is a paragraph with more words than a label has. Pages say `aria-hidden` of those that are for
  /// subscribers, and of quotations that stand in the text as well.
  private static func isProse(_ index: Int, _ tree: HTMLTree, _ lengths: [Int32]) -> Bool {
    guard tree.nodes[index].tag == .p else { return false }
    var letters: Int32 = 0
    for inside in tree.inside(index).prefix(100) where letters <= longestLabel { letters &+= lengths[inside] }
    return letters > longestLabel
  }

  private static let longestLabel: Int32 = 80

  private static func hints(of tree: HTMLTree, _ lengths: [Int32], _ bytes: Span<UInt8>) -> [Hints] {
    let scanner = HintScanner.shared
    var hints = [Hints](repeating: [], count: tree.nodes.count)
    for (index, node) in tree.nodes.enumerated() where !node.attributes.isEmpty {
      var found: Hints = []
      for place in node.attributes {
        let attribute = tree.attributes[Int(place)]
        switch attribute.name {
        case .class: found.formUnion(scanner.hints(ofClasses: bytes, attribute.value).subtracting(.discardedID))
        case .id: found.formUnion(Hints(id: scanner.hints(bytes, attribute.value)))
        case .role: found.formUnion(Hints(role: bytes, attribute.value))
        case .itemprop: found.formUnion(Hints(itemprop: bytes, attribute.value))
        case .rel: if bytes.equals("author", at: attribute.value) { found.insert(.bylineName) }
        case .itemtype: if bytes.ends(attribute.value, with: "Comment") { found.insert(.comments) }
        case .hidden: found.formUnion([.hidden, .invisible])
        case .`aria-hidden`:
          if bytes.equals("true", at: attribute.value), !isProse(index, tree, lengths) {
            found.formUnion([.hidden, .discardedAnywhere, .unspoken])
          }
        case .style: if bytes.hidesByStyle(attribute.value) { found.formUnion([.hidden, .invisible]) }
        default: break
        }
      }
      // What is shown to those only who have not signed in.
      if found.isSuperset(of: [.hidden, .login]) { found.insert(.unspoken) }
      hints[index] = found
    }
    return hints
  }

  /// Why a node is not read with the paragraph that it is formatting of, or stands in such formatting; `nil` where it is read.
  /// Blocks are judged as a whole.
  func unreadRule(of index: Int) -> DropRule? { unread.isEmpty ? nil : unread[index] }

  func isUnread(_ index: Int) -> Bool { unreadRule(of: index) != nil }

  /// Whether no word of a block is read.
  func isUnread(_ block: PageBlock) -> Bool {
    !unread.isEmpty
      && block.nodes.allSatisfy { unread[$0] != nil || tree.nodes[$0].tag != .text || tree.nodes[$0].isBlank }
  }

  /// A number that blocks with the same text have in common: of the first 256 bytes that are no white space.
  func textKey(of block: PageBlock, _ bytes: Span<UInt8>) -> UInt64 {
    var key = FNV1a()
    var left = 256
    for index in block.nodes where tree.nodes[index].tag == .text {
      for at in tree.nodes[index].source where bytes[unchecked: at] > 0x20 {
        key.add(bytes[unchecked: at])
        left -= 1
        if left == 0 { return key.value }
      }
    }
    return key.value
  }

  /// The part of a block's characters in texts that are taken, as Readability or the cascade say by node.
  func share(of block: PageBlock, in isTaken: [Bool]) -> Float {
    var (taken, all): (Int32, Int32) = (0, 0)
    for index in block.nodes where lengths[index] > 0 {
      all &+= lengths[index]
      if isTaken[index] { taken &+= lengths[index] }
    }
    return taken.share(of: all)
  }

  /// The nodes in `range` without elements that have no words for readers, such as scripts, and what is inside them.
  func readNodes(_ range: Range<Int>) -> ReadNodes {
    ReadNodes(tree: tree, index: range.lowerBound, end: range.upperBound)
  }

  struct ReadNodes: Sequence, IteratorProtocol {
    fileprivate let tree: HTMLTree
    fileprivate var index: Int
    fileprivate let end: Int

    mutating func next() -> Int? {
      while index < end, PageBlockReader.unread.contains(tree.nodes[index].tag) { index = Int(tree.nodes[index].end) }
      guard index < end else { return nil }
      defer { index += 1 }
      return index
    }
  }

  /// The outermost element around the node at `index` that another node does not stand in, and how far out it is.
  func branch(of index: Int, besides other: Int) -> (element: Int, steps: Int) {
    var branch = (element: index, steps: 0)
    for around in ancestors(of: index) {
      if other >= around, other < tree.nodes[around].end { break }
      branch = (around, branch.steps + 1)
    }
    return branch
  }

  /// The elements around the node at `index`, innermost first.
  func ancestors(of index: Int) -> Ancestors { Ancestors(tree: tree, index: index) }

  struct Ancestors: Sequence, IteratorProtocol {
    fileprivate let tree: HTMLTree
    fileprivate var index: Int

    mutating func next() -> Int? {
      guard index >= 0 else { return nil }
      index = Int(tree.nodes[index].parent)
      return index >= 0 ? index : nil
    }
  }
}

extension Page {
  /// How declarations begin that hide an element, or move or clip it out of sight.
  fileprivate static let hidingStyles = [
    "display:none", "visibility:hidden", "clip:rect(0000)", "clip:rect(0,0,0,0)", "clip:rect(0px0px0px0px)",
    "clip:rect(0px,0px,0px,0px)", "clip:rect(1px1px1px1px)", "clip:rect(1px,1px,1px,1px)", "clip-path:inset(50%)",
    "clip-path:inset(100%)", "left:-999", "left:-10000px", "top:-999", "top:-10000px", "text-indent:-999",
  ].map { Array($0.utf8) }
}

extension Hints {
  /// The hints of a name in an `id`.
  fileprivate init(id hints: Hints) {
    self = hints.subtracting([.positive, .negative, .discarded, .discardedID])
    if hints.contains(.positive) { insert(.positiveID) }
    if hints.contains(.negative) { insert(.negativeID) }
    if hints.contains(.discardedID) { insert(.discarded) }
  }

  /// What a landmark or widget role says (WAI-ARIA 1.2, section 5.4).
  fileprivate init(role bytes: Span<UInt8>, _ range: Range<Int>) {
    self = Self.roles.first { bytes.equals($0.0, at: range) }?.1 ?? []
  }

  private static let roles: [(String, Hints)] = [
    ("navigation", [.navigation, .discarded]), ("banner", .header), ("contentinfo", .footer),
    ("complementary", .sidebar), ("search", .login), ("dialog", .widget), ("alertdialog", .widget),
    ("menu", .navigation), ("menubar", .navigation), ("toolbar", .share), ("main", .content), ("article", .content),
  ]

  fileprivate init(itemprop bytes: Span<UInt8>, _ range: Range<Int>) {
    self = Self.properties.first { bytes.equals($0.0, at: range) }?.1 ?? []
  }

  private static let properties: [(String, Hints)] = [
    ("articleBody", [.articleBody, .frame]), ("comment", .comments), ("author", [.byline, .authorBox, .bylineName]),
    ("datePublished", .byline), ("dateModified", .byline), ("breadcrumb", .navigation), ("headline", .title),
    ("keywords", .tags),
  ]
}

extension Span where Element == UInt8 {
  /// Whether the bytes at `range` end with `suffix`.
  fileprivate func ends(_ range: Range<Int>, with suffix: String) -> Bool {
    range.count >= suffix.utf8.count && equals(suffix, at: range.upperBound - suffix.utf8.count..<range.upperBound)
  }

  /// Whether a style sheet in an attribute hides its element.
  fileprivate func hidesByStyle(_ range: Range<Int>) -> Bool {
    var style = range.prefix(256).compactMap { self[$0].isSpace ? nil : self[$0] | 0x20 }
    // Looking for one byte first, because a search for two takes a hundred times as long, and hardly a style has any.
    while style.contains(UInt8(ascii: "*")), let comment = style.firstRange(of: "/*".utf8) {
      let end = style[comment.upperBound...].firstRange(of: "*/".utf8)?.upperBound
      style.removeSubrange(comment.lowerBound..<(end ?? style.endIndex))
    }
    return style.split(separator: UInt8(ascii: ";")).contains { declaration in
      Page.hidingStyles.contains { declaration.starts(with: $0) }
    }
  }
}
