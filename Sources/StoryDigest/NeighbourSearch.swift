/// Pairs of articles that are about much the same, found by an inverted index instead of by comparing all with all.
struct NeighbourSearch {
  /// Two articles and the cosine of their vectors.
  struct Pair {
    let first: Int
    let second: Int
    let cosine: Double
  }

  /// An article is looked up by so many of its heaviest terms.
  private static let keyTerms = 24
  /// Of the articles with a term only so many are looked at, the nearest in time.
  private static let longestPosting = 512
  /// So many articles are compared in full with one, those that share most.
  private static let candidates = 40

  /// The pairs with a cosine of `least` or more, published at most `window` days apart; an article without a date pairs
  /// with any.
  ///
  /// - Parameter days: of each vector's article, ascending, those without one last.
  /// - Complexity: O(n), with the constants above as factor.
  static func pairs(
    among vectors: [SparseVector], days: [CalendarDay?], window: Int, least: Double
  ) -> [Pair] {
    var postings: [Int32: [(article: Int, weight: Double)]] = [:]
    var shares = [Double](repeating: 0, count: vectors.count)
    var pairs: [Pair] = []
    for (article, vector) in vectors.enumerated() {
      let keys = vector.byWeight.prefix(keyTerms)
      var touched: [Int] = []
      for key in keys {
        for (earlier, weight) in (postings[key.term] ?? []).suffix(longestPosting).reversed() {
          if let day = days[article], let other = days[earlier], day.number - other.number > window { break }
          if shares[earlier] == 0 { touched.append(earlier) }
          shares[earlier] += weight * key.weight
        }
        postings[key.term, default: []].append((article, key.weight))
      }
      let best = touched.sorted { (shares[$1], $0) < (shares[$0], $1) }.prefix(candidates)
      for earlier in best {
        let cosine = vector.dot(vectors[earlier])
        if cosine >= least { pairs.append(Pair(first: earlier, second: article, cosine: cosine)) }
      }
      for earlier in touched { shares[earlier] = 0 }
    }
    return pairs
  }
}
