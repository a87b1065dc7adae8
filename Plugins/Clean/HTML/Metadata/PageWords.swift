/// What the visible part of a page, its microdata and its links tell of the article, but for its titles.
struct PageWords {
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
          bytes.decodedValue(rel).lowercased().split(separator: " ").contains("canonical"),
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

extension Page {
  /// The text inside an element, before the node at `stop`, at most about `limit` bytes of it; `nil` where there is none.
  func words(of index: Int, before stop: Int = .max, _ bytes: Span<UInt8>, upTo limit: Int) -> String? {
    var text = ""
    // As far as a name or a title reaches: no page's nesting makes the same words be read over and over.
    let end = min(stop, Int(tree.nodes[index].end), index + 1001)
    let isShown = !isHidden(index)
    for inside in readNodes(index + 1..<max(index + 1, end)) {
      guard text.utf8.count < limit else { break }
      let node = tree.nodes[inside]
      if node.tag == .text, !(isShown && isHidden(inside)) {
        text += bytes.decodedText(node.source.prefix(8 * limit))
      } else if node.tag == .br || Tag.blocks.contains(node.tag) {
        text += " "
      }
    }
    let words = text.singleSpaced
    return words.isEmpty ? nil : words
  }
}
