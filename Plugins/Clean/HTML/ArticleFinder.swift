/// Tells which blocks of a page are its article.
///
/// A cascade: parts that names and tags tell to be something else go, the best element by its paragraphs is the article,
/// and what is left in it is looked at block by block. Where that finds too little, the names are taken less seriously,
/// and at last every paragraph of the page is taken.
struct ArticleFinder {
  /// By block: why it is left out; `nil` where it is part of the article.
  private(set) var rules: [DropRule?]

  /// Fewer characters of prose than this are hardly an article: the names of its parts may have misled.
  private static let leastProse = 250

  init(_ page: Page, _ bytes: Span<UInt8>, _ options: CleanOptions) {
    let all = PageMeasures(page)
    let strict = Self.rules(page, all, bytes, options, isLenient: false)
    rules = strict
    let found = Self.prose(page, rules)
    guard found < Self.leastProse else { return }
    let lenient = Self.rules(page, all, bytes, options, isLenient: true)
    if Self.prose(page, lenient) > 2 * found { rules = lenient }
    guard !rules.contains(where: { $0 == nil }) else { return }
    // A page of a few words is all there is.
    let zones = PageZones(page, all, options, isLenient: true)
    rules = page.blocks.map { zones.rules[$0.nodes.lowerBound] ?? zones.rules[$0.container] }
  }

  private static func prose(_ page: Page, _ rules: [DropRule?]) -> Int {
    zip(page.blocks, rules).reduce(0) { sum, pair in
      pair.1 == nil && pair.0.isProse ? sum + pair.0.letters - pair.0.linkLetters : sum
    }
  }

  private static func rules(
    _ page: Page, _ all: PageMeasures, _ bytes: Span<UInt8>, _ options: CleanOptions, isLenient: Bool
  ) -> [DropRule?] {
    let zones = PageZones(page, all, options, isLenient: isLenient)
    var rules = page.blocks.map { block in
      zones.rules[block.nodes.lowerBound] ?? zones.rules[block.container]
    }
    let measures = PageMeasures(page) { rules[$0] == nil }
    let roots = ContentRoots(page, measures) { rules[$0] == nil }
    keep(inside: roots.roots, page, &rules)
    BlockFilter.filter(page, measures, bytes, &rules)
    LeadFinder.adopt(page, &rules)
    if options.keepsComments { keepComments(page, zones, &rules) }
    if !options.keepsTables { dropTables(page, &rules) }
    return rules
  }

  private static func keep(inside roots: [Int], _ page: Page, _ rules: inout [DropRule?]) {
    guard !roots.isEmpty else { return }
    var next = 0
    for (index, block) in page.blocks.enumerated() {
      while next < roots.count, Int(page.tree.nodes[roots[next]].end) <= block.nodes.lowerBound { next += 1 }
      let isInside = next < roots.count && roots[next] <= block.nodes.lowerBound
      if !isInside, rules[index] == nil { rules[index] = .outside }
    }
  }

  /// Takes the prose of the page's comments, which no article's element is around.
  private static func keepComments(_ page: Page, _ zones: PageZones, _ rules: inout [DropRule?]) {
    for (index, block) in page.blocks.enumerated() where rules[index] == .outside && block.isProse {
      let isComment =
        page.hints[block.container].contains(.comments)
        || page.ancestors(of: block.container).contains { page.hints[$0].contains(.comments) }
      if isComment { rules[index] = nil }
    }
  }

  private static func dropTables(_ page: Page, _ rules: inout [DropRule?]) {
    for (index, block) in page.blocks.enumerated() where rules[index] == nil {
      if let row = Place(of: block, in: page).row, row >= 0 { rules[index] = .table }
    }
  }
}
