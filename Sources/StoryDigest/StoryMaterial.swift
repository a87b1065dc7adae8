/// The articles of a story, each copy with the article that it repeats.
struct StoryMaterial {
  /// The articles that are no copies, in the order of time.
  private(set) var originals: [Original] = []
  /// The sum of the originals' vectors, of length 1.
  let centre: SparseVector
  /// The index of the original that is most like all others: the first of equals.
  let mostCentral: Int

  struct Original {
    let article: Article
    let vector: SparseVector
    var copies: [Article] = []
  }

  /// The share of an article's sentences that have to stand in an earlier one for it to be a copy.
  private static let copiedShare = 0.8

  /// - Parameter articles: at least one, in the order of time.
  init(_ articles: [Article], vectors: [SparseVector]) {
    // Where each sentence stood first; a copy has most of its sentences in one article.
    var firstOriginal: [UInt64: Int] = [:]
    for (article, vector) in zip(articles, vectors) {
      var shared: [Int: Int] = [:]
      for fingerprint in article.fingerprints {
        if let original = firstOriginal[fingerprint] { shared[original, default: 0] += 1 }
      }
      let best = shared.max { ($0.value, $1.key) < ($1.value, $0.key) }
      if let best, Double(best.value) >= Self.copiedShare * Double(article.fingerprints.count) {
        originals[best.key].copies.append(article)
        continue
      }
      for fingerprint in article.fingerprints where firstOriginal[fingerprint] == nil {
        firstOriginal[fingerprint] = originals.count
      }
      originals.append(Original(article: article, vector: vector))
    }
    let centre = originals.reduce(SparseVector.zero) { $0 + $1.vector }.normalized
    self.centre = centre
    let likeness = originals.map { $0.vector.dot(centre) + ($0.article.title.isEmpty ? -1 : 0) }
    mostCentral = likeness.indices.max { (likeness[$0], $1) < (likeness[$1], $0) } ?? 0
  }
}
