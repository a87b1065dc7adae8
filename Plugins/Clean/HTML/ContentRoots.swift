/// The elements that hold the article: the best one by its paragraphs, and those beside it that belong to it.
///
/// Arc90's Readability: each paragraph gives points to what is around it, the nearer the more; links take them away.
struct ContentRoots {
  private(set) var roots: [Int] = []
  private(set) var score = 0.0

  private let page: Page
  private let measures: PageMeasures
  private var scores: [Double]

  init(_ page: Page, _ measures: PageMeasures, where isCounted: (Int) -> Bool) {
    self.page = page
    self.measures = measures
    scores = [Double](repeating: .nan, count: page.tree.nodes.count)
    for (index, block) in page.blocks.enumerated() where isCounted(index) { addPoints(of: block) }
    findRoots()
  }

  private mutating func addPoints(of block: PageBlock) {
    let own = block.letters - block.linkLetters
    guard own >= 25, block.linkDensity < 0.5 else { return }
    let points = 1 + Double(block.commas) + min(Double(block.letters) / 80, 3)
    let nodes = page.tree.nodes
    var element = block.container
    // The paragraph itself is no candidate, nor is an item or a cell.
    if nodes[element].tag == .p || nodes[element].tag == .pre || nodes[element].tag == .li
      || nodes[element].tag == .blockquote
    {
      element = Int(nodes[element].parent)
    }
    var level = 0
    while element >= 0, level < 5 {
      if scores[element].isNaN { scores[element] = initialScore(element) }
      scores[element] += level == 0 ? points : points / (level == 1 ? 2 : Double(level) * 3)
      element = Int(nodes[element].parent)
      level += 1
    }
  }

  private func initialScore(_ index: Int) -> Double {
    var score: Double
    switch page.tree.nodes[index].tag {
    case .div, .section: score = 5
    case .article, .main: score = 15
    case .pre, .td, .blockquote: score = 3
    case .address, .ol, .ul, .dl, .dd, .dt, .li, .form: score = -3
    case .h1, .h2, .h3, .h4, .h5, .h6, .th: score = -5
    default: score = 0
    }
    let hints = page.hints[index]
    if hints.contains(.articleBody) { score += 50 } else if hints.contains(.content) { score += 25 }
    let negative: Hints = [
      .navigation, .share, .comments, .comment, .related, .advertisement, .newsletter, .footer, .sidebar, .widget,
      .header,
    ]
    if !hints.isDisjoint(with: negative) { score -= 25 }
    return score
  }

  private mutating func findRoots() {
    var best: Int?
    for index in scores.indices where !scores[index].isNaN {
      scores[index] *= 1 - measures.linkDensity(index)
      if best.map({ scores[index] > scores[$0] }) ?? true { best = index }
    }
    guard var root = best else { return }
    score = scores[root]
    root = widened(raised(root))
    addSiblings(of: root)
  }

  /// The element around `root` that has more of the article: what it has besides is mostly prose too. Builders of pages
  /// put every paragraph or picture into a row of its own.
  private func widened(_ start: Int) -> Int {
    var root = start
    var element = Int(page.tree.nodes[root].parent)
    while element >= 0, page.tree.nodes[element].tag != .html {
      let letters = measures.letters[element] - measures.letters[root]
      let linkLetters = measures.linkLetters[element] - measures.linkLetters[root]
      let prose = measures.prose[element] - measures.prose[root]
      // Around `article` and its like a half will do; elsewhere comments and teasers of other articles come close to it.
      let node = page.tree.nodes[element]
      let isContent = node.tag == .article || page.hints[element].contains(.articleBody)
      let share: Int32 = node.tag == .body ? 4 : 20
      let isProse = isContent ? prose * 2 > letters : prose * 4 > letters * 3
      if prose * share > measures.prose[root], linkLetters * (isContent ? 4 : 8) < letters, isProse { root = element }
      element = Int(page.tree.nodes[element].parent)
    }
    return root
  }

  /// The element around `root` that should be taken in its place: where it has nothing else in it, or more of the prose.
  private func raised(_ root: Int) -> Int {
    var root = root
    var last = scores[root]
    let limit = last / 3
    var element = Int(page.tree.nodes[root].parent)
    while element >= 0, page.tree.nodes[element].tag != .body, page.tree.nodes[element].tag != .html {
      let score = scores[element].isNaN ? limit : scores[element]
      guard score >= limit else { break }
      if score > last {
        root = element
        break
      }
      last = score
      element = Int(page.tree.nodes[element].parent)
    }
    return root
  }

  private mutating func addSiblings(of root: Int) {
    let nodes = page.tree.nodes
    let parent = Int(nodes[root].parent)
    guard parent >= 0 else {
      roots = [root]
      return
    }
    let threshold = max(10, score * 0.2)
    var child = parent + 1
    while child < Int(nodes[parent].end) {
      let isJoined = child == root || (!scores[child].isNaN && scores[child] >= threshold) || isParagraph(child)
      if isJoined { roots.append(child) }
      child = Int(nodes[child].end)
    }
  }

  private func isParagraph(_ index: Int) -> Bool {
    guard page.tree.nodes[index].tag == .p else { return false }
    let letters = measures.letters[index]
    return letters > 80 ? measures.linkDensity(index) < 0.25 : letters > 0 && measures.prose[index] > 0
  }
}
