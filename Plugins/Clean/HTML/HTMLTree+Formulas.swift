extension HTMLTree {
  /// Has each formula read as the TeX that stands with it; one without as its letters, numbers and signs.
  mutating func readFormulas(_ bytes: Span<UInt8>) {
    var index = 0
    while index < nodes.count {
      guard nodes[index].tag == .math else {
        index += 1
        continue
      }
      let inside = inside(index)
      if let tex = tex(of: index, bytes), let first = inside.first {
        let parent = Int32(index)
        nodes[first] = Node(tag: .text, parent: parent, end: Int32(first + 1), source: tex, attributes: 0..<0)
        for rest in inside.dropFirst() {
          (nodes[rest].tag, nodes[rest].parent, nodes[rest].end) = (.template, parent, Int32(rest + 1))
        }
      } else {
        nodes[index].tag = .span
        for other in inside where value(.encoding, of: other) != nil { nodes[other].tag = .template }
      }
      index = inside.upperBound
    }
  }

  /// The TeX of a formula: an annotation, as KaTeX has it, or the `alttext`, as MediaWiki and LaTeXML have it.
  private func tex(of formula: Int, _ bytes: Span<UInt8>) -> Range<Int>? {
    for inside in inside(formula) {
      guard let encoding = value(.encoding, of: inside), bytes.hasWord("application/x-tex", in: encoding),
        let text = self.inside(inside).first, nodes[text].tag == .text, !nodes[text].isBlank
      else { continue }
      return nodes[text].source
    }
    guard let text = value(.alttext, of: formula)?.trimmed(bytes), !text.isEmpty else { return nil }
    for style in ["{\\displaystyle ", "{\\textstyle "] {
      let end = text.lowerBound + style.utf8.count
      guard end < text.upperBound, bytes.equals(style, at: text.lowerBound..<end),
        bytes[text.upperBound - 1] == UInt8(ascii: "}")
      else { continue }
      return end..<text.upperBound - 1
    }
    return text
  }
}
