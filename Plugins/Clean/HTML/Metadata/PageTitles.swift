/// What a page's `title` and its headings call it.
struct PageTitles {
  private(set) var title: String?
  /// The headings of the first level: the first may be the site's name.
  private(set) var headings: [String] = []
  var heading: String? { headings.first }

  private static let longest = 2000
  private static let mostHeadings = 20

  init(_ page: Page, _ bytes: Span<UInt8>) {
    for (index, node) in page.tree.nodes.enumerated() {
      switch node.tag {
      case .title:
        guard title == nil, node.end > index + 1 else { continue }
        title = bytes.decodedText(page.tree.nodes[index + 1].source.prefix(Self.longest)).singleSpaced
      case .h1:
        guard headings.count < Self.mostHeadings, let words = page.words(of: index, bytes, upTo: 300) else { continue }
        headings.append(words)
      default: break
      }
    }
  }

  /// The title and the first heading.
  var all: [String] { [title, heading].compactMap(\.self) }
}
