/// Articles in groups, one for each story: pairs are joined from the likest on, as long as all of one group are on average
/// like all of the other (agglomerative clustering by average linkage).
struct StoryClusters {
  /// Indices of articles, ascending; the clusters in the order of their first articles.
  private(set) var clusters: [[Int]]

  /// The terms of a group that are kept.
  private static let longest = 400

  init(_ vectors: [SparseVector], days: [CalendarDay?], _ options: DigestOptions) {
    let pairs = NeighbourSearch.pairs(among: vectors, days: days, window: options.window, least: options.similarity)
      .sorted { ($1.cosine, $0.first, $0.second) < ($0.cosine, $1.first, $1.second) }
    var groups = vectors.indices.map { (members: [$0], sum: vectors[$0]) }
    var groupOf = Array(vectors.indices)
    for pair in pairs {
      let (one, other) = (groupOf[pair.first], groupOf[pair.second])
      guard one != other else { continue }
      let count = Double(groups[one].members.count * groups[other].members.count)
      guard groups[one].sum.dot(groups[other].sum) >= options.similarity * count else { continue }
      let (kept, gone) = groups[one].members.count >= groups[other].members.count ? (one, other) : (other, one)
      groups[kept].sum = SparseVector(heaviest: Self.longest, of: (groups[kept].sum + groups[gone].sum).entries)
      for member in groups[gone].members { groupOf[member] = kept }
      groups[kept].members += groups[gone].members
      groups[gone] = ([], .zero)
    }
    clusters = groups.map { $0.members.sorted() }.filter { !$0.isEmpty }.sorted { $0[0] < $1[0] }
  }
}
