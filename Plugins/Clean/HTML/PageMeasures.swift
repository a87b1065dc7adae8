/// Sums over the blocks inside each element, and over those before each block.
struct PageMeasures {
  /// Characters, by node.
  private(set) var letters: [Int32]
  /// Characters in links.
  private(set) var linkLetters: [Int32]
  /// Characters of prose outside links.
  private(set) var prose: [Int32]
  /// The number of blocks.
  private(set) var blocks: [Int32]
  /// By block: characters of prose outside links before it; at the end those of all blocks.
  private(set) var proseBefore: [Int32] = [0]

  init(_ page: Page) {
    let count = page.tree.nodes.count
    letters = [Int32](repeating: 0, count: count)
    (linkLetters, prose, blocks) = (letters, letters, letters)
    for block in page.blocks {
      letters[block.container] += Int32(clamping: block.letters)
      linkLetters[block.container] += Int32(clamping: block.linkLetters)
      blocks[block.container] += 1
      let own = block.isProse ? Int32(clamping: block.letters - block.linkLetters) : 0
      prose[block.container] += own
      proseBefore.append(proseBefore[proseBefore.count - 1] &+ own)
    }
    // Backwards, every element comes after all inside it.
    for index in page.tree.nodes.indices.reversed() {
      let parent = Int(page.tree.nodes[index].parent)
      guard parent >= 0 else { continue }
      guard blocks[index] > 0 else { continue }
      letters[parent] &+= letters[index]
      linkLetters[parent] &+= linkLetters[index]
      prose[parent] &+= prose[index]
      blocks[parent] &+= blocks[index]
    }
  }

  func linkDensity(_ index: Int) -> Double {
    letters[index] > 0 ? Double(linkLetters[index]) / Double(letters[index]) : 0
  }
}
