internal import TextBytes

extension HTMLTree {
  /// Has buttons in the middle of a text read as words of it: they show what a term means.
  mutating func readButtons(_ bytes: Span<UInt8>) {
    for index in nodes.indices
    where nodes[index].tag == .button && value(.`aria-hidden`, of: index) == nil && isWord(index, bytes)
      && !inside(index).contains(where: { Tag.blocks.contains(nodes[$0].tag) })
    {
      nodes[index].tag = .span
    }
  }

  /// Whether text stands on both sides of an element, and not the two halves of a word, as with a sign in it.
  private func isWord(_ index: Int, _ bytes: Span<UInt8>) -> Bool {
    guard let before = text(index - 1, beside: index)?.last,
      let after = text(Int(nodes[index].end), beside: index)?.first
    else { return false }
    return !(bytes[before].isLetter && bytes[after].isLetter)
  }

  private func text(_ index: Int, beside node: Int) -> Range<Int>? {
    guard nodes.indices.contains(index), nodes[index].parent == nodes[node].parent, nodes[index].tag == .text,
      !nodes[index].isBlank
    else { return nil }
    return nodes[index].source
  }
}
