/// Boosted decision trees over the features of a block; their sum is the log-odds that it is a part of the article.
///
/// They are two forests of as many trees, learned from the same pages with another chance: the sum is the mean of what the
/// two say.
struct BlockTrees: Sendable {
  /// A question and where to go on, or an answer. The branch for "at most" is the next node.
  private struct Node {
    /// -1 for an answer.
    var feature: Int32
    var otherwise: Int32 = 0
    /// What the feature is compared with, or the answer.
    var value: Float
  }

  private var nodes: [Node] = []
  private var roots: [Int] = []

  /// Reads trees as `Benchmarks/extraction/learn` writes them: one a line, nodes in preorder, a question as its feature
  /// and the most that leads to the first branch (`12<0.5`), an answer as a number.
  init(_ text: String) {
    for line in text.split(separator: "\n") {
      roots.append(nodes.count)
      var words = line.split(separator: " ")[...]
      read(&words)
    }
  }

  private mutating func read(_ words: inout ArraySlice<Substring>) {
    guard let word = words.popFirst() else { return }
    guard let sign = word.utf8.firstIndex(of: UInt8(ascii: "<")) else {
      nodes.append(Node(feature: -1, value: Float(word) ?? 0))
      return
    }
    let index = nodes.count
    nodes.append(
      Node(feature: Int32(word[..<sign]) ?? 0, value: Float(word[word.index(after: sign)...]) ?? 0))
    read(&words)
    nodes[index].otherwise = Int32(nodes.count)
    read(&words)
  }

  /// The log-odds for each block of a page.
  ///
  /// A page of more than `mostBlocks` repeats itself: what comes behind them has the score of the last block with the
  /// same tags and classes, so that no page takes more than a share of its time here.
  func scores(_ page: Page, _ features: inout BlockFeatures, _ bytes: Span<UInt8>) -> [Float] {
    var known: [UInt64: Float] = [:]
    return page.blocks.indices.map { index in
      let shape = features.shape(of: index)
      if index >= Self.mostBlocks, let score = known[shape] { return score }
      features.read(index, bytes)
      let score = score(features.values.span)
      known[shape] = score
      return score
    }
  }

  private static let mostBlocks = 10_000
  /// Log-odds of twenty to one.
  private static let beyondDoubt: Float = 3

  /// The mean of both forests; the first alone where it leaves no doubt, as it does for most blocks. The second costs as
  /// much again, and the figures of both halves of the corpora are the same with it.
  private func score(_ row: Span<Float>) -> Float {
    let nodes = nodes.span
    var score: Float = 0
    for (tree, root) in roots.enumerated() {
      // Each answer is half of what its forest says.
      if tree == roots.count / 2, abs(score) * 2 > Self.beyondDoubt { return score * 2 }
      var index = root
      while case let node = nodes[index], node.feature >= 0 {
        index = row[Int(node.feature)] <= node.value ? index + 1 : Int(node.otherwise)
      }
      score += nodes[index].value
    }
    return score
  }
}
