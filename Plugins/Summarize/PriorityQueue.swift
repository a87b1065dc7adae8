/// A binary heap of sentences, best first; of two with equal values the earlier.
struct PriorityQueue {
  /// A sentence and what it was worth when it was put in.
  struct Element {
    var value: Double
    var index: Int

    func precedes(_ other: Element) -> Bool {
      value != other.value ? value > other.value : index < other.index
    }
  }

  private var elements: [Element]

  /// - Complexity: O(n).
  init(_ elements: [Element]) {
    self.elements = elements
    for index in stride(from: elements.count / 2 - 1, through: 0, by: -1) { sink(from: index) }
  }

  mutating func push(_ element: Element) {
    elements.append(element)
    var index = elements.count - 1
    while index > 0, elements[index].precedes(elements[(index - 1) / 2]) {
      elements.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  /// Takes out the best element.
  mutating func popMax() -> Element? {
    guard let best = elements.first else { return nil }
    elements.swapAt(0, elements.count - 1)
    elements.removeLast()
    sink(from: 0)
    return best
  }

  private mutating func sink(from start: Int) {
    var index = start
    while true {
      var best = index
      for child in [2 * index + 1, 2 * index + 2] where child < elements.count {
        if elements[child].precedes(elements[best]) { best = child }
      }
      if best == index { return }
      elements.swapAt(index, best)
      index = best
    }
  }
}
