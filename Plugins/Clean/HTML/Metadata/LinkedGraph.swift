internal import JSON

/// What one script of JSON-LD tells: articles, and things that they refer to.
struct LinkedGraph {
  /// Breadth first.
  private(set) var articles: [(object: JSONObject, isListed: Bool)] = []
  /// Breadth first, what is no article but may have the dates of one: the page, a recipe.
  private(set) var pages: [JSONObject] = []
  /// The things that have a name, by their `@id`.
  private(set) var named: [String: JSONObject] = [:]

  private static let mostValues = 500
  private static let types = Set(
    """
    Article NewsArticle BlogPosting Report ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle
    BackgroundNewsArticle ReviewNewsArticle LiveBlogPosting SocialMediaPosting TechArticle ScholarlyArticle
    AdvertiserContentArticle SatiricalArticle APIReference Posting AskPublicNewsArticle MedicalScholarlyArticle
    DiscussionForumPosting
    """.words)
  private static let pageTypes = Set(
    """
    WebPage ItemPage MedicalWebPage QAPage FAQPage AboutPage CreativeWork Recipe HowTo PodcastEpisode Review
    """.words)

  /// Reads `value`, which may be an article, an array or a graph.
  init(_ value: JSON) {
    var queue = [(value: value, isListed: false)]
    var next = 0
    while next < queue.count, next < Self.mostValues {
      let (value, isListed) = queue[next]
      next += 1
      switch value {
      case .array(let elements): queue += elements.map { ($0, isListed) }
      case .object(let object):
        if let id = object["@id"]?.string, object["name"] != nil, named[id] == nil { named[id] = object }
        let types = Self.types(of: object)
        if types.contains(where: Self.types.contains) { articles.append((object, isListed)) }
        if !isListed, types.contains(where: Self.pageTypes.contains) { pages.append(object) }
        for key in ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement"] {
          if let inner = object[key] { queue.append((inner, isListed || key == "itemListElement")) }
        }
      default: break
      }
    }
  }

  /// The names of an object's types, without the address of their vocabulary.
  static func types(of object: JSONObject) -> [String] {
    let types: [JSON] =
      if case .array(let types) = object["@type"] { types } else { [object["@type"]].compactMap(\.self) }
    return types.compactMap { $0.string?.split(separator: "/").last.map(String.init) }
  }
}
