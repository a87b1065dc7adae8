/// The links of a page: which words are in which, and where each leads.
struct PageLinks {
  /// By node: the link that it is in, -1 for none.
  private(set) var elements: [Int32]
  private let base: WebAddress?

  /// - Parameter address: that of the page, as far as it is known.
  init(_ page: Page, at address: WebAddress?, _ bytes: Span<UInt8>) {
    elements = [Int32](repeating: -1, count: page.tree.nodes.count)
    for (index, node) in page.tree.nodes.enumerated() {
      if node.parent >= 0 { elements[index] = elements[Int(node.parent)] }
      if node.tag == .a, page.tree.value(.href, of: index) != nil { elements[index] = Int32(index) }
    }
    base = page.base(at: address, bytes)
  }

  /// Where the link of the element at `index` leads; `nil` where that is nowhere, or into the page itself.
  func target(of index: Int, _ page: Page, _ bytes: Span<UInt8>) -> String? {
    guard let href = page.tree.value(.href, of: index), href.count <= WebAddress.longest else { return nil }
    return WebAddress.target(bytes.decodedValue(href), from: base)
  }
}

extension Page {
  /// What addresses of the page are relative to: its `base`, or else its own address.
  func base(at address: WebAddress?, _ bytes: Span<UInt8>) -> WebAddress? {
    for (index, node) in tree.nodes.enumerated() where node.tag == .base {
      guard let href = tree.value(.href, of: index) else { continue }
      return WebAddress(bytes.decodedValue(href)).map { address?.resolving($0) ?? $0 }
    }
    return address
  }
}
