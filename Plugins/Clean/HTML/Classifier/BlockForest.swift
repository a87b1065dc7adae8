/// Boosted decision trees; their sum is the log-odds that a block is a part of the article.
struct BlockForest: Sendable {
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
    // By bytes, not by characters: there are some 20,000 numbers, and a program that reads one page reads them too.
    for line in Array(text.utf8).split(separator: UInt8(ascii: "\n")) {
      roots.append(nodes.count)
      var rest = line
      read(&rest)
    }
  }

  /// Reads a tree, or a branch of one, off the front of `line`.
  private mutating func read(_ line: inout ArraySlice<UInt8>) {
    let word = line.prefix { $0 != UInt8(ascii: " ") }
    line = line[word.endIndex...].dropFirst()
    func number(_ digits: ArraySlice<UInt8>) -> Float { Float(String(decoding: digits, as: UTF8.self)) ?? 0 }
    guard let sign = word.firstIndex(of: UInt8(ascii: "<")) else {
      nodes.append(Node(feature: -1, value: number(word)))
      return
    }
    let index = nodes.count
    let feature = word[..<sign].reduce(0) { 10 * $0 + Int32($1 & 0x0F) }
    nodes.append(Node(feature: feature, value: number(word[(sign + 1)...])))
    read(&line)
    nodes[index].otherwise = Int32(nodes.count)
    read(&line)
  }

  /// The log-odds of a block with these features.
  func score(_ row: Span<Float>) -> Float {
    let nodes = nodes.span
    var score: Float = 0
    for root in roots {
      var index = root
      while case let node = nodes[index], node.feature >= 0 {
        index = row[Int(node.feature)] <= node.value ? index + 1 : Int(node.otherwise)
      }
      score += nodes[index].value
    }
    return score
  }
}
