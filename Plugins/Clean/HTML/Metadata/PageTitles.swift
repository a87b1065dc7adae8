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
        // A drawing has titles of its own.
        guard title == nil, node.end > index + 1,
          !page.ancestors(of: index).contains(where: { page.tree.nodes[$0].tag == .svg })
        else { continue }
        title = bytes.decodedText(page.tree.nodes[index + 1].source.prefix(Self.longest)).singleSpaced
      case .h1:
        guard headings.count < Self.mostHeadings, let words = page.words(of: index, bytes, upTo: 300) else { continue }
        headings.append(words)
      default: break
      }
    }
  }

  /// The first heading that says what the title says, which has the site's name or words for search engines beside it.
  ///
  /// A heading that shares words with nothing but what stands behind the title's last dash or bar may be the site's name.
  var own: String? {
    guard let title else { return nil }
    let head = PageTitle.withoutTail(title)
    let least = headings.count == 1 ? Self.leastOfOnlyHeading : Self.leastOfHeading
    return headings.first {
      $0.utf8.count >= Self.shortest && PageTitle.coverage(of: $0, by: head) >= least
    }
  }

  private static let shortest = 15
  /// What part of a heading's words the title has.
  private static let leastOfHeading = 0.5
  private static let leastOfOnlyHeading = 0.2

  /// The title and the first heading.
  var all: [String] { [title, heading].compactMap(\.self) }
}
