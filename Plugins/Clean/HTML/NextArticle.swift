/// Where another article begins below the page's own, as on pages that load one after the other.
enum NextArticle {
  /// The `article` behind the title's that has a heading of the first level with other words than the title; both have
  /// paragraphs. `nil` where there is none, and where it is part of the page's: one of several, or an entry that begins with
  /// its time.
  static func start(behind title: String, in page: Page, _ bytes: Span<UInt8>) -> Int? {
    let nodes = page.tree.nodes
    var isBehindOwn = false
    var next: Int?
    var end = 0
    for heading in nodes.indices.lazy.filter({ nodes[$0].tag == .h1 }).prefix(mostHeadings) where heading >= end {
      let around = page.ancestors(of: heading).filter { nodes[$0].tag == .article }
      guard let article = around.last, let words = page.words(of: heading, bytes, upTo: 300) else { continue }
      let inside = page.tree.inside(article)
      end = inside.upperBound
      let hasText = inside.count(where: { nodes[$0].tag == .p }) >= leastParagraphs
      if PageTitle.isAlike(words, title) {
        isBehindOwn = isBehindOwn || hasText
      } else if isBehindOwn {
        if next != nil || (article..<heading).contains(where: { nodes[$0].tag == .time }) { return nil }
        if hasText { next = article }
      }
    }
    return next
  }

  private static let mostHeadings = 20
  private static let leastParagraphs = 3
}
