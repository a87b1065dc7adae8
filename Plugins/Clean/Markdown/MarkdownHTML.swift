/// The words of HTML that stands in Markdown as a block, written as those of a page are.
struct MarkdownHTML {
  /// By places of the block, not of the whole source.
  let text: MarkupText
  /// The first heading of the first level.
  let title: String?
  /// By the numbers of the links: where each leads; empty where links are left out.
  let targets: [String]

  /// - Parameters:
  ///   - source: where the block stands, whole lines but for the first.
  ///   - quotes: the quotations that it is in, whose marks stand before its lines.
  init(_ bytes: Span<UInt8>, _ source: Range<Int>, quotes: Int, tables keepsTables: Bool, links keepsLinks: Bool) {
    // Around all, so that what stands in no element isn't taken for a part of the first.
    let root = quotes > 0 ? "<blockquote>" : "<div>"
    var block = Array(root.utf8)
    block.reserveCapacity(block.count + source.count)
    var marks = 0
    for index in source {
      let byte = bytes[index]
      let isMark = marks > 0 && byte == UInt8(ascii: ">")
      block.append(isMark ? 0x20 : byte)
      switch byte {
      case 0x0A, 0x0D: marks = quotes
      case 0x20: break
      default: marks = isMark ? marks - 1 : 0
      }
    }
    let html = block.span
    let page = Page(html)
    let rules = page.blocks.map { block -> DropRule? in
      keepsTables || page.places[block.container].row < 0 ? nil : .table
    }
    let links = keepsLinks ? PageLinks(page, at: nil, html).elements : []
    text = PageText(page, keeping: rules, links: links, html).text.moved(by: -root.utf8.count)
    title = page.blocks.first { page.places[$0.container].headingLevel == 1 }.map { page.words(of: $0, html) }
    targets =
      keepsLinks
      ? page.tree.nodes.indices.map { page.tree.value(.href, of: $0).map { html.decodedValue($0) } ?? "" } : []
  }
}
