extension RandomAccessCollection {
  /// The first index whose element fulfils `condition`, which no element behind one that does fails; the end where none does.
  ///
  /// What is in reading order is found by it: `names.partitioningIndex { $0.range.start >= offset }` is the first name from
  /// `offset` on.
  ///
  /// - Complexity: O(log *n*).
  @inlinable
  public func partitioningIndex(where condition: (Element) throws -> Bool) rethrows -> Index {
    var start = startIndex
    var left = count
    while left > 0 {
      let half = left / 2
      let middle = index(start, offsetBy: half)
      if try condition(self[middle]) {
        left = half
      } else {
        start = index(after: middle)
        left -= half + 1
      }
    }
    return start
  }
}
