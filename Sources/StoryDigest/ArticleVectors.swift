internal import Glibc

/// What each article is about, as a vector of length 1: its words and names by tf·idf, of the words only those that are
/// part of a keyphrase or a name somewhere.
struct ArticleVectors {
  private(set) var vectors: [SparseVector]

  /// The terms of an article that count; the others are passed over.
  private static let longest = 100
  /// How much more a name of several words counts than a word.
  private static let nameWeight = 1.5

  /// - Complexity: O(n log n) in the number of different words of all articles together.
  init(_ articles: [Article], _ vocabulary: Vocabulary) {
    let ranks = vocabulary.alphabeticalRanks
    let isName = vocabulary.areNames
    var frequencies = [Int32](repeating: 0, count: vocabulary.count)
    for article in articles {
      for term in article.counts.keys where vocabulary.isMarked(term) { frequencies[Int(term)] += 1 }
    }
    vectors = articles.map { article in
      var entries: [SparseVector.Entry] = []
      for (term, count) in article.counts where vocabulary.isMarked(term) {
        let rarity = log(1 + Double(articles.count) / Double(frequencies[Int(term)]))
        let weight = (1 + log(Double(count))) * rarity * (isName[Int(term)] ? Self.nameWeight : 1)
        entries.append(SparseVector.Entry(term: ranks[Int(term)], weight: weight))
      }
      return SparseVector(heaviest: Self.longest, of: entries).normalized
    }
  }
}
