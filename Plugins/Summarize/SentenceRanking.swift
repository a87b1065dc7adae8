/// The score of each sentence before any has been chosen: its features by their weights, and how it stands alone.
struct SentenceRanking {
  /// Higher is better, and none is below 0.
  let scores: [Double]

  init(_ features: SentenceFeatures, _ standings: [Standing], weights: FeatureWeights) {
    scores = standings.indices.map { sentence in
      max(0, weights.sum(of: features, sentence)) * standings[sentence].factor
    }
  }

  /// The best sentence that leans on no other, or else the best of all.
  func best(_ standings: [Standing]) -> Int? {
    let alone = scores.indices.filter { !standings[$0].leans }
    let candidates = alone.isEmpty ? Array(scores.indices) : alone
    return candidates.max { (scores[$0], -$0) < (scores[$1], -$1) }
  }
}

/// How much each feature of a sentence counts.
///
/// `Benchmarks/summaries/learn` makes them from summaries that people wrote.
struct FeatureWeights {
  var position = 0.0
  var opening = 0.0
  var centrality = 0.0
  var title = 0.0
  var entities = 0.0
  var quotation = 0.0
  var length = 0.0

  /// For news, whose beginning has the gist.
  static let lead = FeatureWeights(
    position: 0.38, opening: 0.09, centrality: 0.26, title: 0.20, entities: 0.03, length: 0.03)

  /// For reports, whose gist is all over the text.
  static let covering = FeatureWeights(
    position: 0.21, opening: 0.05, centrality: 0.39, title: 0.11, entities: 0.13, quotation: 0.03, length: 0.08)

  func sum(of features: SentenceFeatures, _ sentence: Int) -> Double {
    position * features.position[sentence] + opening * features.opening[sentence]
      + centrality * features.centrality[sentence] + title * features.title[sentence]
      + entities * features.entities[sentence] + quotation * features.quotation[sentence]
      + length * features.length[sentence]
  }
}
