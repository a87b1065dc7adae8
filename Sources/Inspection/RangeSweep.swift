internal import DocumentModel

/// Tells which of many ranges a place lies in, for places that only go forward.
struct RangeSweep {
  private let ranges: [(range: TextRange, index: Int)]
  private var next = 0
  private var open: [(range: TextRange, index: Int)] = []

  /// - Parameter ranges: each with the number that it is known by; empty ones cover no place.
  init(_ ranges: [(range: TextRange, index: Int)]) {
    self.ranges = ranges.filter { !$0.range.isEmpty }.sorted { $0.range < $1.range }
  }

  /// The number of the range at `offset` that began last, of two that began together the shorter.
  ///
  /// - Complexity: O(1) for each range, over all calls.
  mutating func innermost(at offset: Int) -> Int? {
    while next < ranges.count, ranges[next].range.start <= offset {
      open.append(ranges[next])
      next += 1
    }
    while let last = open.last, last.range.end <= offset { open.removeLast() }
    return open.last?.index
  }
}
