/// What trafilatura's cascade takes for the article of a page.
///
/// The rules of trafilatura 2.3 (Adrien Barbaresi, Apache-2.0) without its outside helpers: the first element with a
/// name of an article is the frame, parts with other names and those made of links go, paragraphs, headings, lists,
/// quotes and tables in it are the text. Too little text, and paragraphs from anywhere in the page are added; still too
/// little, and articles or all paragraphs are taken as they are. A short text of a long page is tried again with fewer
/// demands. The trees weigh its word among other features.
struct Cascade {
  /// By node of the page: whether a text is in the article.
  private(set) var isKept: [Bool]

  private let page: Page

  /// Fewer characters than this are too little (`MIN_EXTRACTED_SIZE`).
  private static let leastLetters: Int32 = 250

  init(_ page: Page, _ bytes: Span<UInt8>) {
    self.page = page
    isKept = [Bool](repeating: false, count: page.tree.nodes.count)
    guard !page.blocks.isEmpty else { return }
    let cleaned = CascadeTree(page)
    let frames = CascadeFrames(page, bytes)
    var letters = extract(cleaned, frames, isRecall: false)
    if letters < Self.leastLetters {
      var rescued = self
      let more = rescued.takeBaseline()
      if more > letters {
        isKept = rescued.isKept
        letters = more
      }
    }
    let all = page.lengths.reduce(0, &+)
    if letters > 0, letters < 3000, letters * 5 < all {
      var retried = self
      let more = retried.extract(cleaned, frames, isRecall: true)
      if more >= Self.leastLetters, more * 2 > letters * 3 { isKept = retried.isKept }
    }
  }

  /// The main extractor; returns the characters it took.
  private mutating func extract(_ cleaned: CascadeTree, _ frames: CascadeFrames, isRecall: Bool) -> Int32 {
    for index in isKept.indices { isKept[index] = false }
    var tree = cleaned
    var takesLoose = isRecall
    var letters: Int32 = 0
    for candidates in frames.stages {
      guard let frame = candidates.first(where: { !tree.isRemoved[$0] }) else { continue }
      let range = frame..<Int(page.tree.nodes[frame].end)
      tree.prune(inside: frame, keepsTeasers: isRecall)
      if !takesLoose { takesLoose = tree.paragraphLetters() < 3 * Self.leastLetters }
      let taken = take(from: tree, range, Self.wanted, loose: takesLoose)
      letters = taken.letters
      if taken.parts > 1 { break }
    }
    if letters < Self.leastLetters {
      var tree = cleaned
      for root in roots where page.tree.nodes[root].tag != .text { tree.prune(inside: root, keepsTeasers: true) }
      letters &+= take(from: tree, page.tree.nodes.indices, isRecall ? Self.wanted : Self.wild, loose: isRecall).letters
    }
    return letters
  }

  private static let wanted: TagSet = [
    .p, .h1, .h2, .h3, .h4, .h5, .h6, .li, .dd, .dt, .blockquote, .q, .pre, .code, .td, .th, .summary,
  ]
  private static let wild: TagSet = [.p, .blockquote, .q, .pre, .code, .td, .th]

  /// Takes what is inside elements of `tags`, and other text where `loose` says so or a line break is before it. Headings
  /// with nothing behind them are left.
  private mutating func take(
    from tree: CascadeTree, _ range: Range<Int>, _ tags: TagSet, loose: Bool
  ) -> (letters: Int32, parts: Int) {
    var isWanted = [Bool](repeating: false, count: range.count)
    var isHeading = isWanted
    var (letters, parts) = (Int32(0), 0)
    var lastPart = -1
    var headingsAtEnd: [Int] = []
    var lastBreak = -1
    let nodes = page.tree.nodes
    for index in range where !tree.isRemoved[index] {
      let node = nodes[index]
      let around = Int(node.parent) - range.lowerBound
      let isInside = around >= 0 && isWanted[around]
      isWanted[index - range.lowerBound] = isInside || tags.contains(node.tag)
      isHeading[index - range.lowerBound] = around >= 0 && isHeading[around] || Tag.headings.contains(node.tag)
      if node.tag == .br { lastBreak = index }
      guard node.tag == .text, page.lengths[index] > 0 else { continue }
      let isAfterBreak = lastBreak >= 0 && lastBreak == index - 1
      guard loose || isInside || isAfterBreak, !isKept[index] else { continue }
      isKept[index] = true
      letters &+= page.lengths[index]
      if Int(node.parent) != lastPart {
        parts += 1
        lastPart = Int(node.parent)
      }
      if around >= 0, isHeading[around] { headingsAtEnd.append(index) } else { headingsAtEnd = [] }
    }
    for index in headingsAtEnd {
      isKept[index] = false
      letters &-= page.lengths[index]
    }
    return (letters, parts - (headingsAtEnd.isEmpty ? 0 : 1))
  }

  // MARK: Too little

  /// Takes the articles of the page, all its paragraphs where there are none, or everything.
  private mutating func takeBaseline() -> Int32 {
    for index in isKept.indices { isKept[index] = false }
    let articles = outermost([.article]).map { (element: $0, letters: letters($0)) }
    let most = articles.map(\.letters).max() ?? 0
    if most > 100 {
      return take(articles.filter { $0.letters >= max(101, most / 5) }.map(\.element))
    }
    let paragraphs = outermost([.blockquote, .code, .p, .pre, .q])
    if paragraphs.reduce(0, { $0 &+ letters($1) }) > 100 { return take(paragraphs) }
    return take(roots)
  }

  /// What has nothing around it.
  private var roots: [Int] { Array(page.tree.siblings(in: page.tree.nodes.indices)) }

  private static let basic: TagSet = [.aside, .footer, .script, .style, .svg, .template]

  /// The elements of `tags` that are in no other one of them.
  private func outermost(_ tags: TagSet) -> [Int] {
    var found: [Int] = []
    var index = 0
    while index < page.tree.nodes.count {
      let node = page.tree.nodes[index]
      if tags.contains(node.tag) { found.append(index) }
      index = tags.contains(node.tag) || Self.basic.contains(node.tag) ? Int(node.end) : index + 1
    }
    return found
  }

  private func letters(_ element: Int) -> Int32 {
    page.lengths[element..<Int(page.tree.nodes[element].end)].reduce(0, &+)
  }

  private mutating func take(_ elements: [Int]) -> Int32 {
    var letters: Int32 = 0
    for element in elements {
      var index = element
      while index < Int(page.tree.nodes[element].end) {
        let node = page.tree.nodes[index]
        if Self.basic.contains(node.tag) {
          index = Int(node.end)
          continue
        }
        if page.lengths[index] > 0 {
          isKept[index] = true
          letters &+= page.lengths[index]
        }
        index += 1
      }
    }
    return letters
  }
}
