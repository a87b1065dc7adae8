/// Where another article begins below the page's own, as on pages that load one after the other.
enum NextArticle {
  /// The first `article` behind the title's that has a heading of the first level with other words than the title, and
  /// paragraphs; `nil` where there is none.
  static func start(behind title: String, in page: Page, _ bytes: Span<UInt8>) -> Int? {
    let nodes = page.tree.nodes
    var isBehindOwn = false
    var end = 0
    for heading in nodes.indices.lazy.filter({ nodes[$0].tag == .h1 }).prefix(mostHeadings) where heading >= end {
      let around = page.ancestors(of: heading).filter { nodes[$0].tag == .article }
      guard let article = around.last, let words = page.words(of: heading, bytes, upTo: 300) else { continue }
      let inside = page.tree.inside(article)
      end = inside.upperBound
      if PageTitle.isAlike(words, title) {
        isBehindOwn = true
      } else if isBehindOwn, inside.count(where: { nodes[$0].tag == .p }) >= leastParagraphs {
        return article
      }
    }
    return nil
  }

  private static let mostHeadings = 20
  private static let leastParagraphs = 3
}
