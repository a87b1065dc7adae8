public import DocumentModel

/// Takes documents one by one, and makes a digest of them; the order in which they come does not matter.
public struct DigestMaker: Sendable {
  private var articles: [Article] = []
  private var vocabulary = Vocabulary()
  private var seen: Set<Key> = []

  /// What tells a document from others.
  private struct Key: Hashable {
    let id: String
    let textHash: UInt64
  }

  public init() {}

  /// Adds `document`; one of the same id and text as one before, such as another export of the same run, is passed over.
  ///
  /// - Complexity: O(n) in its size. The text is not kept.
  public mutating func add(_ document: Document) {
    let article = Article(document, &vocabulary)
    guard seen.insert(Key(id: article.id, textHash: article.textHash)).inserted else { return }
    articles.append(article)
  }

  public var isEmpty: Bool { articles.isEmpty }

  /// Whether no document has what stories are told apart by: neither names nor keyphrases.
  public var knowsNothing: Bool { !vocabulary.hasMarks }

  /// The stories of all documents so far.
  public func digest(_ options: DigestOptions = DigestOptions()) -> StoryDigest {
    StoryDigest(articles, vocabulary, options)
  }
}
