/// What the visible part of a page, its microdata and its links tell of the article, but for its titles.
struct PageProperties {
  /// The headline of microdata.
  private(set) var headline: String?
  let byline: PageByline
  /// By microdata or RDFa.
  private(set) var published: String?
  private(set) var modified: String?
  private var created: String?
  private(set) var language: String?
  private(set) var canonical: String?

  init(_ page: Page, _ bytes: Span<UInt8>) {
    byline = PageByline(page, bytes)
    for (index, node) in page.tree.nodes.enumerated() where node.tag != .text {
      switch node.tag {
      case .html:
        if let range = page.tree.value(.lang, of: index) ?? page.tree.value(.`xml:lang`, of: index) {
          language = bytes.decodedValue(range).replacing("_", with: "-")
        }
      case .link:
        if canonical == nil, let rel = page.tree.value(.rel, of: index),
          bytes.decodedValue(rel).lowercased().words.contains("canonical"),
          let href = page.tree.value(.href, of: index)
        {
          canonical = bytes.decodedValue(href)
        }
      default: break
      }
      guard !node.attributes.isEmpty else { continue }
      readDate(index, page, bytes)
      if headline == nil, let item = page.tree.value(.itemprop, of: index), bytes.equals("headline", at: item) {
        headline = page.words(of: index, bytes, upTo: 300)
      }
    }
    published = published ?? created
  }

  private mutating func readDate(_ index: Int, _ page: Page, _ bytes: Span<UInt8>) {
    guard let name = page.tree.value(.itemprop, of: index) ?? page.tree.value(.property, of: index) else { return }
    func isNamed(_ word: String) -> Bool { bytes.hasWord(word, in: name) || bytes.hasWord("schema:\(word)", in: name) }
    func date() -> String? {
      let told = [HTMLAttribute.Name.datetime, .content, .title].lazy.compactMap { page.tree.value($0, of: index) }
        .first
      return told.map { bytes.decodedValue($0) } ?? page.words(of: index, bytes, upTo: Self.longestDate)
    }
    if published == nil, isNamed("datePublished") { published = date() }
    if modified == nil, isNamed("dateModified") { modified = date() }
    if created == nil, isNamed("dateCreated") { created = date() }
  }

  private static let longestDate = 100
}
