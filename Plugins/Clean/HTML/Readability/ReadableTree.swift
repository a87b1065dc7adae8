/// A page's tree as Mozilla's Readability sees it after its first pass: without what is hidden or unlikely to be content,
/// each run of words in a `div` as a paragraph, and a `div` around nothing but a paragraph as that paragraph.
///
/// Follows `_grabArticle` of Readability.js (Apache-2.0), up to where it scores.
struct ReadableTree {
  struct Node {
    var tag: Tag
    /// The node of the page whose names it has; -1 for a paragraph that was made of loose words.
    var origin: Int32
    /// The index of the element around it; -1 for none.
    var parent: Int32
    /// The index behind the last node inside it.
    var end: Int32
    /// Whether its words give points to the elements around it.
    var isScored = false
  }

  private(set) var nodes: [Node] = []
  /// Whether something was left out for its name or role.
  private(set) var isStripped = false
  let facts: ReadableFacts
  private let page: Page
  private let strips: Bool
  private var open: [(node: Int, end: Int)] = []
  /// By node of the page: where the paragraph that begins there ends; 0 for none.
  private var runEnds: [Int32]
  private var hasByline = false

  private static let scored: TagSet = [.section, .h2, .h3, .h4, .h5, .h6, .p, .td, .pre]
  private static let mayBeEmpty: TagSet = [.div, .section, .header, .h1, .h2, .h3, .h4, .h5, .h6]

  /// - Parameter strips: whether to leave out elements whose names say that they are no content.
  init(_ page: Page, _ facts: ReadableFacts, strips: Bool, _ bytes: Span<UInt8>) {
    self.page = page
    self.facts = facts
    self.strips = strips
    runEnds = [Int32](repeating: 0, count: page.tree.nodes.count)
    nodes.reserveCapacity(page.tree.nodes.count)
    guard let body = page.tree.nodes.firstIndex(where: { $0.tag == .body }) ?? page.tree.nodes.indices.first else {
      return
    }
    append(.body, origin: body, upTo: Int(page.tree.nodes[body].end))
    read(page.tree.inside(body), bytes)
  }

  private mutating func read(_ range: Range<Int>, _ bytes: Span<UInt8>) {
    var index = range.lowerBound
    while index < range.upperBound {
      while let last = open.last, last.end <= index, open.count > 1 { close() }
      if runEnds[index] > 0 {
        append(.p, origin: -1, upTo: Int(runEnds[index]), isScored: true)
        runEnds[index] = 0
        continue
      }
      index = add(index, bytes)
    }
    while !open.isEmpty { close() }
  }

  private mutating func close() {
    if let last = open.popLast() { nodes[last.node].end = Int32(nodes.count) }
  }

  private mutating func append(_ tag: Tag, origin: Int, upTo end: Int, isScored: Bool = false) {
    nodes.append(
      Node(
        tag: tag, origin: Int32(origin), parent: Int32(open.last?.node ?? -1), end: Int32(nodes.count + 1),
        isScored: isScored))
    if tag != .text { open.append((nodes.count - 1, end)) }
  }

  /// Adds the node at `index` of the page and says where to go on.
  private mutating func add(_ index: Int, _ bytes: Span<UInt8>) -> Int {
    let node = page.tree.nodes[index]
    let end = Int(node.end)
    if node.tag == .text {
      if !node.isBlank { append(.text, origin: index, upTo: end) }
      return end
    }
    if facts.isAbsent(node.tag) || isLeftOut(index, bytes) { return end }
    var tag = node.tag
    var isScored = Self.scored.contains(tag)
    if tag == .div || facts.hasBreaks(index) {
      if tag == .p { (tag, isScored) = (.div, false) }
      let inside = markRuns(in: index)
      if tag == .div, let only = inside.onlyParagraph, facts.linkDensity(index) < 0.25 {
        if page.tree.nodes[only].tag != .p { return only }
        append(.p, origin: only, upTo: Int(page.tree.nodes[only].end), isScored: true)
        return only + 1
      }
      if tag == .div, inside.runs == 0, !facts.hasBlocks[index] { (tag, isScored) = (.p, true) }
    }
    append(tag, origin: index, upTo: end, isScored: isScored)
    return index + 1
  }

  private mutating func isLeftOut(_ index: Int, _ bytes: Span<UInt8>) -> Bool {
    let node = page.tree.nodes[index]
    let hints = page.hints[index]
    if hints.contains(.invisible) { return true }
    if !node.attributes.isEmpty, let hidden = page.tree.value(.`aria-hidden`, of: index),
      bytes.equals("true", at: hidden)
    {
      return true
    }
    if !hasByline, hints.contains(.bylineName), 1..<100 ~= facts.letters[index] {
      hasByline = true
      return true
    }
    if strips, isUnlikely(index, bytes) {
      isStripped = true
      return true
    }
    return Self.mayBeEmpty.contains(node.tag) && facts.letters[index] == 0 && !facts.hasElements(index)
  }

  private func isUnlikely(_ index: Int, _ bytes: Span<UInt8>) -> Bool {
    let node = page.tree.nodes[index]
    let hints = page.hints[index]
    if hints.contains(.unlikely), !hints.contains(.likely), node.tag != .body, node.tag != .a,
      !facts.isInside(index, [.table, .code])
    {
      return true
    }
    guard !node.attributes.isEmpty, let role = page.tree.value(.role, of: index) else { return false }
    return Self.unlikelyRoles.contains { bytes.equals($0, at: role) }
  }

  private static let unlikelyRoles = [
    "menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog",
  ]

  /// Marks where the loose words of an element begin and end. Two line breaks part paragraphs.
  ///
  /// - Returns: how many runs there are, and the paragraph that is alone in the element: where its run begins, or itself.
  private mutating func markRuns(in element: Int) -> (runs: Int, onlyParagraph: Int?) {
    var runs = 0
    var others = 0
    var only = -1
    var start = -1
    var end = -1
    var breaks = 0
    func isParted(_ tag: Tag) -> Bool {
      breaks = tag == .br ? breaks + 1 : 0
      return breaks > 1
    }
    func finish() {
      guard start >= 0 else { return }
      runEnds[start] = Int32(end)
      (runs, only, start) = (runs + 1, start, -1)
    }
    for child in page.tree.children(of: element) {
      let node = page.tree.nodes[child]
      if facts.isAbsent(node.tag) || (node.tag == .text && node.isBlank) { continue }
      let isSecondBreak = isParted(node.tag)
      if node.tag == .br {
        if isSecondBreak { finish() }
      } else if facts.isPhrasing[child] {
        if start < 0 { start = child }
        end = Int(node.end)
      } else {
        finish()
        others += 1
        only = child
      }
    }
    finish()
    let isParagraph = runs == 1 || (others == 1 && page.tree.nodes[only].tag == .p && !facts.hasBreaks(only))
    return (runs, runs + others == 1 && isParagraph ? only : nil)
  }
}
