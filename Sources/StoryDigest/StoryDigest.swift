/// Articles by story: what happened, in whose words, told by which articles.
public struct StoryDigest: Sendable {
  /// The stories, the one that most articles tell first; of equals the latest.
  public let stories: [Story]
  /// How many articles there are, each counted once.
  public let articleCount: Int
  /// How many of them have no date of publication.
  public let undatedCount: Int
  /// How many stories there are besides, which `DigestOptions.stories` leaves out.
  public let untoldCount: Int
  /// The first and the last day on which an article was published.
  public let days: ClosedRange<CalendarDay>?

  /// How many articles the stories have together.
  public var toldArticleCount: Int { stories.reduce(0) { $0 + $1.articleCount } }

  /// - Complexity: O(n log n) in the number and in the size of the articles.
  init(_ articles: [Article], _ vocabulary: Vocabulary, _ options: DigestOptions) {
    let articles = articles.filter { options.includes($0.day) }.sorted { $0.precedes($1) }
    let days = articles.map(\.day)
    let vectors = ArticleVectors(articles, vocabulary).vectors
    let index = SentenceIndex(vocabulary)
    let clusters = StoryClusters(vectors, days: days, options).clusters
    let stories = clusters.filter { $0.count >= options.minimumArticles }.map { cluster in
      Story(StoryMaterial(cluster.map { articles[$0] }, vectors: cluster.map { vectors[$0] }), index, options)
    }.filter { $0.articleCount - $0.copyCount >= options.minimumArticles }
    // Where nothing tells two apart, the one whose first article is earlier comes first.
    let sorted = stories.enumerated().sorted { one, other in
      one.element.rank == other.element.rank
        ? one.offset < other.offset : one.element.rank < other.element.rank
    }.map(\.element)
    self.stories = Array(sorted.prefix(options.stories ?? sorted.count))
    untoldCount = sorted.count - self.stories.count
    articleCount = articles.count
    undatedCount = days.count { $0 == nil }
    self.days = days.compactMap(\.self).min().flatMap { first in days.compactMap(\.self).max().map { first...$0 } }
  }
}

extension Article {
  /// The order of time, those without a date last; of two of one time by title and id, so that no two have one place.
  fileprivate func precedes(_ other: Article) -> Bool {
    let (day, otherDay) = (self.day?.number ?? .max, other.day?.number ?? .max)
    if day != otherDay { return day < otherDay }
    return (published, title, id, textHash) < (other.published, other.title, other.id, other.textHash)
  }
}

extension Story {
  /// What stories are sorted by: ascending.
  fileprivate var rank: (Int, Int) { (copyCount - articleCount, -(days?.upperBound.number ?? 0)) }
}
