extension HTMLTree {
  /// Has each formula read as the TeX that stands with it; one without as its letters, numbers and signs.
  mutating func readFormulas(_ bytes: Span<UInt8>) {
    /// Where annotations have been looked for up to: in a formula without one there is none in a formula inside it.
    var searched = 0
    var index = 0
    while index < nodes.count {
      guard nodes[index].tag == .math else {
        index += 1
        continue
      }
      let inside = inside(index)
      let annotation = index < searched ? nil : annotation(in: inside, bytes)
      searched = max(searched, inside.upperBound)
      if let tex = annotation ?? alternative(of: index, bytes), let first = inside.first {
        replace(index, by: tex, from: first)
        index = inside.upperBound
      } else {
        nodes[index].tag = .span
        index += 1
      }
    }
  }

  /// Leaves a text, at `source`, as all there is in a formula, whose nodes begin at `first`.
  private mutating func replace(_ formula: Int, by source: Range<Int>, from first: Int) {
    let parent = Int32(formula)
    for node in first..<Int(nodes[formula].end) {
      (nodes[node].tag, nodes[node].parent, nodes[node].end) = (.template, parent, Int32(node + 1))
    }
    nodes[first] = Node(tag: .text, parent: parent, end: Int32(first + 1), source: source, attributes: 0..<0)
  }

  /// The TeX of an annotation, as KaTeX and MediaWiki have it. Annotations of other kinds are none for readers.
  private mutating func annotation(in inside: Range<Int>, _ bytes: Span<UInt8>) -> Range<Int>? {
    for node in inside {
      guard let encoding = value(.encoding, of: node) else { continue }
      if bytes.hasWord("application/x-tex", in: encoding), let text = self.inside(node).first, nodes[text].tag == .text,
        let tex = formula(nodes[text].source, bytes)
      {
        return tex
      }
      nodes[node].tag = .template
    }
    return nil
  }

  /// The TeX of the `alttext`, as MediaWiki and LaTeXML have it.
  private func alternative(of formula: Int, _ bytes: Span<UInt8>) -> Range<Int>? {
    value(.alttext, of: formula).flatMap { self.formula($0, bytes) }
  }

  /// `A` of `{\displaystyle A}`; `nil` where nothing is left.
  private func formula(_ source: Range<Int>, _ bytes: Span<UInt8>) -> Range<Int>? {
    var text = source.trimmed(bytes)
    for style in ["{\\displaystyle ", "{\\textstyle "] {
      let end = text.lowerBound + style.utf8.count
      guard end < text.upperBound, bytes.equals(style, at: text.lowerBound..<end),
        bytes[text.upperBound - 1] == UInt8(ascii: "}")
      else { continue }
      text = (end..<text.upperBound - 1).trimmed(bytes)
    }
    return text.isEmpty ? nil : text
  }
}
