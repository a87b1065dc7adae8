/// What Mozilla's Readability takes for the article of a page.
///
/// The algorithm of Readability.js (Apache-2.0), which grew out of Arc90's: paragraphs give points to the elements around
/// them, the best element and its like beside it are the article, and what looks fishy inside is taken out. Where that
/// leaves next to nothing, it is tried again with fewer demands. The trees weigh its word among other features; by
/// itself it finds too much of today's pages (segments of half A: precision 0.85).
struct Readability {
  /// By node of the page: whether a text is in the article.
  private(set) var isKept: [Bool]
  /// By node of the page: whether a text is in the elements that the article was cleaned out of.
  private(set) var isInside: [Bool]

  /// Fewer characters are hardly an article.
  private static let leastLetters: Int32 = 500

  /// What a try demands; each next one drops a demand.
  struct Demands {
    var stripsUnlikely = true
    var weighsNames = true
    var cleans = true
  }

  init(_ page: Page, _ bytes: Span<UInt8>) {
    let facts = ReadableFacts(page, bytes)
    isKept = [Bool](repeating: false, count: page.tree.nodes.count)
    isInside = isKept
    var demands = Demands()
    var tree = ReadableTree(page, facts, strips: true, bytes)
    var roots = ReadableRoots(page, tree, weighsNames: true, bytes).roots
    var most: Int32 = -1
    while true {
      var cleaner = ReadableCleaner(page, tree, demands)
      cleaner.clean(roots)
      if cleaner.letters > most {
        most = cleaner.letters
        take(cleaner, roots)
      }
      if most >= Self.leastLetters || !demands.cleans { return }
      if demands.stripsUnlikely, tree.isStripped {
        tree = ReadableTree(page, facts, strips: false, bytes)
      } else if demands.weighsNames {
        demands.weighsNames = false
      } else {
        demands.cleans = false
        continue
      }
      demands.stripsUnlikely = false
      roots = ReadableRoots(page, tree, weighsNames: demands.weighsNames, bytes).roots
    }
  }

  private mutating func take(_ cleaner: ReadableCleaner, _ roots: [Int]) {
    for index in isKept.indices { (isKept[index], isInside[index]) = (false, false) }
    let nodes = cleaner.tree.nodes
    for root in roots {
      for index in root..<Int(nodes[root].end) where nodes[index].tag == .text {
        isInside[Int(nodes[index].origin)] = true
        isKept[Int(nodes[index].origin)] = !cleaner.isRemoved[index]
      }
    }
  }
}

extension Page {
  /// What the names of an element add to its points: 25 for each kind of name that is good, and less for those that are not.
  func nameWeight(of index: Int32) -> Int {
    guard index >= 0 else { return 0 }
    let hints = hints[Int(index)]
    return (hints.contains(.positive) ? 25 : 0) - (hints.contains(.negative) ? 25 : 0)
      + (hints.contains(.positiveID) ? 25 : 0) - (hints.contains(.negativeID) ? 25 : 0)
  }
}
