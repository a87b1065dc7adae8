extension String {
  /// The candidate that a writer most likely meant, or `nil` where none is near.
  ///
  ///     "max-sentence".nearest(in: ["max-sentences", "style"])  // "max-sentences"
  ///
  /// Near is an optimal string alignment distance (Damerau 1964: insertions, deletions, substitutions and swaps of
  /// neighbours) of at most a third of the longer name, case aside; a name that begins with this one is near too.
  public func nearest(in candidates: [String]) -> String? {
    let word = Array(lowercased().utf8)
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let other = Array(candidate.lowercased().utf8)
      var distance = alignmentDistance(word, other)
      if word.count >= 3, other.starts(with: word) { distance = min(distance, 1) }
      guard distance <= max(word.count, other.count) / 3, distance < best?.distance ?? Int.max else { continue }
      best = (candidate, distance)
    }
    return best?.name
  }
}

private func alignmentDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for (row, leftByte) in left.enumerated() {
    var current = [row + 1]
    for (column, rightByte) in right.enumerated() {
      var distance = min(last[column + 1] + 1, current[column] + 1, last[column] + (leftByte == rightByte ? 0 : 1))
      if row > 0, column > 0, leftByte == right[column - 1], left[row - 1] == rightByte {
        distance = min(distance, beforeLast[column - 1] + 1)
      }
      current.append(distance)
    }
    (beforeLast, last) = (last, current)
  }
  return last[right.count]
}
