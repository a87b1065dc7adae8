/// The numbers of the items of a list, as `start`, `value` and `reversed` have them.
///
/// Items that are no part of the article count, so that the others have the numbers that readers of the page see.
struct ListNumbers {
  /// By the node of an item.
  private var numbers: [Int: Int] = [:]

  /// - Complexity: O(children).
  init(of list: Int, in tree: HTMLTree, _ bytes: Span<UInt8>) {
    var items: [Int] = []
    var index = list + 1
    while index < tree.nodes[list].end {
      if tree.nodes[index].tag == .li { items.append(index) }
      index = Int(tree.nodes[index].end)
    }
    let isReversed = tree.value(.reversed, of: list) != nil
    var next = tree.number(.start, of: list, bytes) ?? (isReversed ? items.count : 1)
    for item in items {
      let number = tree.number(.value, of: item, bytes) ?? next
      numbers[item] = number
      next = isReversed ? number - 1 : number + 1
    }
  }

  /// The number of the item at a node; `nil` where it is no item of the list.
  subscript(item: Int) -> Int? { numbers[item] }
}
