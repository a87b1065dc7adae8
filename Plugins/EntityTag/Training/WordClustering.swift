internal import Glibc

/// Puts words of like use into clusters: the ones that say most about their neighbours, by moving one word at a time
/// (exchange: Kneser and Ney 1993; with neighbours on both sides as what is told).
struct WordClustering {
  private let counts: NeighbourCounts
  private let clusterCount: Int
  /// How often words of a cluster have a neighbour, by neighbour and cluster.
  private var table: [Int32]
  private var totals: [Int32]
  /// The cluster of each word.
  private(set) var clusters: [Int]
  /// x ln x for small x.
  private let entropies: [Float]

  init(_ counts: NeighbourCounts, into clusterCount: Int, passes: Int = 4) {
    self.counts = counts
    self.clusterCount = clusterCount
    table = [Int32](repeating: 0, count: counts.featureCount * clusterCount)
    totals = [Int32](repeating: 0, count: clusterCount)
    clusters = [Int](repeating: -1, count: counts.words.count)
    entropies = (0..<(1 << 16)).map { $0 == 0 ? 0 : Float($0) * logf(Float($0)) }
    for word in counts.words.indices { place(word, in: word < clusterCount ? word : best(for: word)) }
    for _ in 0..<passes {
      for word in counts.words.indices {
        move(word, by: -1)
        place(word, in: best(for: word))
      }
    }
  }

  private mutating func place(_ word: Int, in cluster: Int) {
    clusters[word] = cluster
    move(word, by: 1)
  }

  private mutating func move(_ word: Int, by sign: Int32) {
    let cluster = clusters[word]
    for neighbour in counts.neighbours[word] {
      table[Int(neighbour.feature) * clusterCount + cluster] += sign * neighbour.count
      totals[cluster] += sign * neighbour.count
    }
  }

  /// The cluster in which the word adds most to what clusters tell.
  private func best(for word: Int) -> Int {
    var gains = [Float](repeating: 0, count: clusterCount)
    var total: Int32 = 0
    table.withUnsafeBufferPointer { table in
      gains.withUnsafeMutableBufferPointer { gains in
        for neighbour in counts.neighbours[word] {
          let row = Int(neighbour.feature) * clusterCount
          total += neighbour.count
          for cluster in 0..<gains.count {
            let count = table[row + cluster]
            gains[cluster] += entropy(count + neighbour.count) - entropy(count)
          }
        }
      }
    }
    var best = 0
    var most = -Float.infinity
    for cluster in 0..<clusterCount {
      let gain = gains[cluster] - entropy(totals[cluster] + total) + entropy(totals[cluster])
      if gain > most {
        best = cluster
        most = gain
      }
    }
    return best
  }

  @inline(__always)
  private func entropy(_ count: Int32) -> Float {
    count < 1 << 16 ? entropies[Int(count)] : Float(count) * logf(Float(count))
  }

  /// Clusters of two sizes for the words of plain texts, as `WordClusterFile` reads them.
  static func file(for texts: [String], coarse: Int, fine: Int) -> String {
    let counts = NeighbourCounts(texts)
    let large = WordClustering(counts, into: coarse).clusters
    let small = WordClustering(counts, into: fine).clusters
    return counts.words.indices.map { "\(counts.words[$0])\t\(large[$0] + 1)\t\(small[$0] + 1)\n" }.joined()
  }
}
