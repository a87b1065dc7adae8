/// Takes back the title and the lead where they stand above the article's element, as in a header of its own.
enum LeadFinder {
  /// Rules that a lead is left out by mistake for: its box has the name of a teaser, a header, a hero image.
  private static let doubtful: [DropRule?] = [
    .outside, .header, .related, .sidebar, .byline, .advertisement, .links, .gallery, .widget,
  ]

  static func adopt(_ page: Page, _ rules: inout [DropRule?]) {
    guard let first = rules.indices.first(where: { rules[$0] == nil && page.blocks[$0].isProse }),
      let title = rules[...first].indices.last(where: { isTitle($0, page, rules) })
    else { return }
    rules[title] = nil
    guard title < first else { return }
    for index in title + 1..<first where doubtful.contains(rules[index]) {
      let block = page.blocks[index]
      guard block.isProse, block.letters >= 40, block.linkDensity < 0.2, !isListed(block, page) else { continue }
      rules[index] = nil
    }
  }

  private static func isTitle(_ index: Int, _ page: Page, _ rules: [DropRule?]) -> Bool {
    let block = page.blocks[index]
    return page.tree.nodes[block.container].tag == .h1 && (rules[index] == nil || doubtful.contains(rules[index]))
      && block.letters < 300
      && block.letters > 5
  }

  /// Whether the block is one of a list, as teasers of other articles are.
  private static func isListed(_ block: PageBlock, _ page: Page) -> Bool {
    let tag = page.tree.nodes[block.container].tag
    return tag == .li || page.ancestors(of: block.container).contains { page.tree.nodes[$0].tag == .li }
  }
}
