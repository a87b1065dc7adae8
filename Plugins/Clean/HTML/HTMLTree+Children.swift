extension HTMLTree {
  /// The nodes right inside the one at `index`.
  func children(of index: Int) -> Siblings { siblings(in: inside(index)) }

  /// The nodes in `range` that are in no other one of them.
  func siblings(in range: Range<Int>) -> Siblings {
    Siblings(tree: self, index: range.lowerBound, end: range.upperBound)
  }

  struct Siblings: Sequence, IteratorProtocol {
    fileprivate let tree: HTMLTree
    fileprivate var index: Int
    fileprivate let end: Int

    mutating func next() -> Int? {
      guard index < end else { return nil }
      defer { index = Int(tree.nodes[index].end) }
      return index
    }
  }
}
