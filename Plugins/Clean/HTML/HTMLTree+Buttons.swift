extension HTMLTree {
  /// Has buttons in the middle of a text read as words of it: they show what a term means.
  mutating func readButtons() {
    for (index, node) in nodes.enumerated() where node.tag == .button {
      let isAmid = isText(index - 1, beside: node) && isText(Int(node.end), beside: node)
      if isAmid, !inside(index).contains(where: { Tag.blocks.contains(nodes[$0].tag) }) { nodes[index].tag = .span }
    }
  }

  private func isText(_ index: Int, beside node: Node) -> Bool {
    nodes.indices.contains(index) && nodes[index].parent == node.parent && nodes[index].tag == .text
      && !nodes[index].isBlank
  }
}
