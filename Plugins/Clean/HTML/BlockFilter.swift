/// Takes out what is left in the article's element without being part of it: lists of links, headings above nothing.
enum BlockFilter {
  static func filter(_ page: Page, _ measures: PageMeasures, _ bytes: Span<UInt8>, _ rules: inout [DropRule?]) {
    dropLinkLists(page, measures, &rules)
    dropPhrases(page, bytes, &rules)
    dropLonelyHeadings(page, &rules)
  }

  /// Short lines that announce something else, and the links that stand below them.
  private static func dropPhrases(_ page: Page, _ bytes: Span<UInt8>, _ rules: inout [DropRule?]) {
    var isBelow = false
    for (index, block) in page.blocks.enumerated() where rules[index] == nil {
      if isBelow {
        if block.linkDensity > 0.4 || (block.letters < 60 && !block.endsSentence) {
          rules[index] = .related
          continue
        }
        isBelow = false
      }
      guard block.letters < 200 else { continue }
      let line = page.loweredText(of: block, bytes, upTo: 48)
      if TailPhrases.isRelated(line), block.letters < 60 || block.linkDensity > 0.3 {
        rules[index] = .related
        isBelow = block.letters < 60 && block.linkDensity < 0.5
      } else if TailPhrases.isService(line) {
        rules[index] = .share
      }
    }
  }

  /// Elements that are mostly links, and blocks that are nothing else.
  private static func dropLinkLists(_ page: Page, _ measures: PageMeasures, _ rules: inout [DropRule?]) {
    let grouping: TagSet = [.ul, .ol, .dl, .table, .div, .section, .tbody, .tr, .details]
    var drops = [Bool](repeating: false, count: page.tree.nodes.count)
    for (index, node) in page.tree.nodes.enumerated() {
      if node.parent >= 0, drops[Int(node.parent)] {
        drops[index] = true
        continue
      }
      guard grouping.contains(node.tag), measures.blocks[index] > 0 else { continue }
      let own = measures.letters[index] - measures.linkLetters[index]
      let density = measures.linkDensity(index)
      drops[index] =
        (density > 0.5 && measures.prose[index] * 3 < measures.letters[index])
        || (density > 0.33 && own < 100 && measures.blocks[index] > 1)
    }
    for (index, block) in page.blocks.enumerated() where rules[index] == nil {
      if drops[block.container] { rules[index] = .links }
      let isHeading = Tag.headings.contains(page.tree.nodes[block.container].tag)
      if block.linkDensity > 0.8, block.letters < 80, !isHeading { rules[index] = .links }
    }
  }

  /// Headings at the end, and those right before a heading of the same or a higher level.
  private static func dropLonelyHeadings(_ page: Page, _ rules: inout [DropRule?]) {
    var following: Int? = 0
    for (index, block) in page.blocks.enumerated().reversed() where rules[index] == nil {
      guard let level = page.tree.nodes[block.container].tag.headingLevel else {
        following = nil
        continue
      }
      if let below = following, level >= below, level > 1 {
        rules[index] = .outside
      } else {
        following = level
      }
    }
  }
}
