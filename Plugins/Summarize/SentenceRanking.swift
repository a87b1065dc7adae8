/// The score of each sentence before any has been chosen.
struct SentenceRanking {
  /// From 0 to 1.25: higher is better.
  let scores: [Double]

  /// What all the title's words in one sentence add to its score.
  private static let titleWeight = 0.25

  /// - Parameter position: the weight of a sentence's place, from 0 to 1; its centrality has the rest.
  init(_ words: DocumentWords, _ vectors: TermVectors, _ standings: [Standing], position: Double) {
    let centralities = vectors.centralities
    let most = centralities.max() ?? 0
    let titleShares = vectors.shares(of: words.isInTitle)
    scores = words.sentences.indices.map { sentence in
      // News puts first what matters most, and readers' summaries follow it ever less steeply.
      let place = 1 / Double(sentence + 1).squareRoot()
      let centrality = most > 0 ? centralities[sentence] / most : 0
      let relevance = position * place + (1 - position) * centrality
      return (relevance + Self.titleWeight * titleShares[sentence]) * standings[sentence].factor
    }
  }
}

extension TermVectors {
  /// The share of the title's terms that each sentence has, from 0 to 1.
  fileprivate func shares(of isInTitle: [Bool]) -> [Double] {
    let total = isInTitle.count { $0 }
    guard total > 0 else { return [Double](repeating: 0, count: count) }
    return (0..<count).map { sentence in
      Double(self[sentence].count { isInTitle[Int(terms[$0])] }) / Double(total)
    }
  }
}
