/// What the elements around a block make of it.
struct Place {
  var headingLevel: Int?
  var item: Int?
  var listDepth = 0
  var isQuoted = false
  var isPreformatted = false
  /// The row of a table of data.
  var row: Int?

  init(of block: PageBlock, in page: Page) {
    var element = block.container
    while element >= 0 {
      let tag = page.tree.nodes[element].tag
      switch tag {
      case .h1, .h2, .h3, .h4, .h5, .h6: headingLevel = headingLevel ?? tag.headingLevel
      case .li: item = item ?? element
      case .ul, .ol, .menu, .dir: listDepth += 1
      case .blockquote: isQuoted = true
      case .pre, .listing, .xmp: isPreformatted = true
      case .tr: if row == nil, page.isDataRow(element) { row = element }
      default: break
      }
      element = Int(page.tree.nodes[element].parent)
    }
  }
}

extension Page {
  /// Whether a row has several cells and nothing but text in each.
  fileprivate func isDataRow(_ row: Int) -> Bool {
    var cells = 0
    for index in tree.inside(row) {
      let tag = tree.nodes[index].tag
      if tag == .td || tag == .th {
        cells += 1
      } else if Tag.blocks.contains(tag) {
        return false
      }
    }
    return cells > 1
  }
}
