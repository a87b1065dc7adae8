/// The elements that can be the frame of the article, by the names of trafilatura's `BODY_XPATH`: five lists, the surest
/// names first, each in the order of the page.
struct CascadeFrames {
  private(set) var stages = [[Int]](repeating: [], count: 5)

  private static let containers: TagSet = [.article, .div, .main, .section]

  init(_ page: Page, _ bytes: Span<UInt8>) {
    for (index, node) in page.tree.nodes.enumerated() where Self.containers.contains(node.tag) {
      let hints = page.hints[index]
      if node.tag == .article { stages[1].append(index) }
      if node.tag == .main { stages[4].append(index) }
      guard !node.attributes.isEmpty else { continue }
      if hints.contains(.frame) { stages[0].append(index) }
      if hints.contains(.storyFrame) { stages[2].append(index) }
      if hints.contains(.contentFrame) { stages[3].append(index) }
      for place in node.attributes {
        let attribute = page.tree.attributes[Int(place)]
        guard attribute.name == .class || attribute.name == .id || attribute.name == .role else { continue }
        for (stage, names) in Self.exact.enumerated()
        where names.contains(where: { bytes.equals($0, at: attribute.value) }) {
          if stages[stage].last != index { stages[stage].append(index) }
        }
        let isMain = bytes.equals("main", at: attribute.value.prefix(4))
        if isMain, node.tag != .main, stages[4].last != index { stages[4].append(index) }
      }
    }
  }

  /// Whole values of `class`, `id` or `role`.
  private static let exact = [
    ["post", "entry", "articleContent"], [],
    ["article", "story", "postarea", "art-postcontent", "text", "cell"], ["content"],
  ]
}
