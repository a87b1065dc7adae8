/// What makes a story, and how much is told of it.
public struct DigestOptions: Hashable, Sendable {
  /// How many days two articles may be apart that are joined; a story goes on from article to article.
  public var window = 3
  /// The average cosine between the articles of two groups from which on they are one story, from 0 to 1.
  public var similarity = 0.25
  /// How many articles a story has at least, copies counted once.
  public var minimumArticles = 2
  /// How many sentences are told of a story at most.
  public var sentences = 4
  /// How many stories are told at most; `nil` for all.
  public var stories: Int?
  /// The first and the last day whose articles count; with either, an article without a date does not.
  public var since: CalendarDay?
  public var until: CalendarDay?

  public init() {}

  /// Whether an article of `day` counts.
  func includes(_ day: CalendarDay?) -> Bool {
    guard since != nil || until != nil else { return true }
    guard let day else { return false }
    return since.map { $0 <= day } ?? true && until.map { day <= $0 } ?? true
  }
}
