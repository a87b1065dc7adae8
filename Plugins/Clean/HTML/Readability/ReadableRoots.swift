/// The elements that hold the article, as Readability scores them: the best one, and those beside it that belong to it.
struct ReadableRoots {
  private(set) var roots: [Int] = []

  private let page: Page
  private let tree: ReadableTree
  private let weighsNames: Bool
  private var letters: [Int32]
  private var commas: [Int32]
  private var linkLetters: [Int32]
  private var scores: [Double]
  private var candidates: [Int] = []

  private static let mostCandidates = 5

  init(_ page: Page, _ tree: ReadableTree, weighsNames: Bool, _ bytes: Span<UInt8>) {
    (self.page, self.tree, self.weighsNames) = (page, tree, weighsNames)
    letters = [Int32](repeating: 0, count: tree.nodes.count)
    (commas, linkLetters) = (letters, letters)
    scores = [Double](repeating: .nan, count: tree.nodes.count)
    guard !tree.nodes.isEmpty else { return }
    measure()
    for index in tree.nodes.indices where tree.nodes[index].isScored { addPoints(of: index) }
    roots = withSiblings(best(), bytes)
  }

  private mutating func measure() {
    for index in tree.nodes.indices.reversed() {
      let node = tree.nodes[index]
      if node.tag == .text {
        (letters[index], commas[index]) = (page.lengths[Int(node.origin)], page.commas[Int(node.origin)])
      } else if node.tag == .a {
        linkLetters[index] = letters[index] &* tree.facts.linkWeights[Int(node.origin)]
      }
      guard node.parent >= 0 else { continue }
      letters[Int(node.parent)] &+= letters[index]
      commas[Int(node.parent)] &+= commas[index]
      linkLetters[Int(node.parent)] &+= linkLetters[index]
    }
  }

  private func linkDensity(_ index: Int) -> Double {
    ReadableFacts.linkDensity(linkLetters[index], of: letters[index])
  }

  private mutating func addPoints(of index: Int) {
    guard letters[index] >= 25 else { return }
    let points = 2 + Double(commas[index]) + Double(min(letters[index] / 100, 3))
    var element = Int(tree.nodes[index].parent)
    var level = 0
    while element >= 0, level < 5 {
      if scores[element].isNaN {
        scores[element] = initialScore(element)
        candidates.append(element)
      }
      scores[element] += level == 0 ? points : level == 1 ? points / 2 : points / Double(level * 3)
      element = Int(tree.nodes[element].parent)
      level += 1
    }
  }

  private func initialScore(_ index: Int) -> Double {
    let names = weighsNames ? page.nameWeight(of: tree.nodes[index].origin) : 0
    switch tree.nodes[index].tag {
    case .div: return 5 + Double(names)
    case .pre, .td, .blockquote: return 3 + Double(names)
    case .address, .ol, .ul, .dl, .dd, .dt, .li, .form: return -3 + Double(names)
    case .h1, .h2, .h3, .h4, .h5, .h6, .th: return -5 + Double(names)
    default: return Double(names)
    }
  }

  private func parent(_ index: Int) -> Int { Int(tree.nodes[index].parent) }

  /// The element with most points, or one around it that has the points of several or is next to nothing more; 0, the
  /// body, where there is none.
  private mutating func best() -> Int {
    for index in candidates { scores[index] *= 1 - linkDensity(index) }
    let top = candidates.enumerated().sorted {
      (scores[$0.element], $1.offset) > (scores[$1.element], $0.offset)
    }.prefix(Self.mostCandidates).map(\.element)
    guard var best = top.first, best != 0 else { return 0 }
    best = sharedAncestor(of: top) ?? best
    if scores[best].isNaN { scores[best] = initialScore(best) }
    best = raised(best)
    while case let around = parent(best), around > 0, childCount(around) == 1 { best = around }
    if scores[best].isNaN { scores[best] = initialScore(best) }
    return best
  }

  /// The innermost element around the best one that holds three others with nearly as many points.
  private func sharedAncestor(of top: [Int]) -> Int? {
    let best = top[0]
    let others = top.dropFirst().filter { scores[$0] >= 0.75 * scores[best] }
    guard others.count >= 3 else { return nil }
    var element = parent(best)
    while element > 0 {
      if others.count(where: { element < $0 && $0 < tree.nodes[element].end }) >= 3 { return element }
      element = parent(element)
    }
    return nil
  }

  /// The first element around that has more points, as long as they don't get too few on the way.
  private func raised(_ best: Int) -> Int {
    var last = scores[best]
    let least = last / 3
    var element = parent(best)
    while element > 0 {
      if !scores[element].isNaN {
        if scores[element] < least { break }
        if scores[element] > last { return element }
        last = scores[element]
      }
      element = parent(element)
    }
    return best
  }

  private func childCount(_ index: Int) -> Int {
    var count = 0
    var child = index + 1
    while child < Int(tree.nodes[index].end) {
      if tree.nodes[child].tag != .text { count += 1 }
      child = Int(tree.nodes[child].end)
    }
    return count
  }

  private func withSiblings(_ best: Int, _ bytes: Span<UInt8>) -> [Int] {
    let around = parent(best)
    guard around >= 0 else { return [best] }
    let threshold = max(10, scores[best] * 0.2)
    var roots: [Int] = []
    var child = around + 1
    while child < Int(tree.nodes[around].end) {
      if child == best || isJoined(child, to: best, threshold, bytes) { roots.append(child) }
      child = Int(tree.nodes[child].end)
    }
    return roots
  }

  private func isJoined(_ index: Int, to best: Int, _ threshold: Double, _ bytes: Span<UInt8>) -> Bool {
    let node = tree.nodes[index]
    if !scores[index].isNaN {
      let bonus = hasSameClasses(node, tree.nodes[best], bytes) ? scores[best] * 0.2 : 0
      if scores[index] + bonus >= threshold { return true }
    }
    guard node.tag == .p else { return false }
    if letters[index] > 80 { return linkDensity(index) < 0.25 }
    return letters[index] > 0 && linkLetters[index] == 0 && hasStop(node, at: index, bytes)
  }

  private func hasSameClasses(_ one: ReadableTree.Node, _ other: ReadableTree.Node, _ bytes: Span<UInt8>) -> Bool {
    guard one.origin >= 0, other.origin >= 0, let own = page.tree.value(.class, of: Int(one.origin)),
      let others = page.tree.value(.class, of: Int(other.origin)), !own.isEmpty, own.count == others.count
    else { return false }
    return zip(own, others).allSatisfy { bytes[$0] == bytes[$1] }
  }

  /// Whether a stop with white space or nothing behind it is in the element.
  private func hasStop(_ node: ReadableTree.Node, at index: Int, _ bytes: Span<UInt8>) -> Bool {
    for inside in tree.nodes[index..<Int(node.end)] where inside.tag == .text {
      let range = page.tree.nodes[Int(inside.origin)].source
      for at in range where bytes[at] == UInt8(ascii: ".") {
        if at + 1 == range.upperBound || bytes[at + 1].isSpace { return true }
      }
    }
    return false
  }
}
