/// What the words of a block have in common with the page's title and description, and with its other blocks: a paragraph
/// of the article speaks of what the title names, and its words come back in other paragraphs.
///
/// Words of four bytes and more count, each once a block.
struct SharedWords {
  private struct Word {
    var blocks: Int32 = 0
    /// Those of at least `manyWords`.
    var longBlocks: Int32 = 0
    /// The block that it was seen in last.
    var last: Int32 = -1
    var isInTitle = false
    var isInDescription = false
  }

  private static let leastLength = 4
  private static let manyWords = 12
  /// So many slots are looked at before two words share one: no choice of words makes a page slow.
  private static let mostProbes = 16

  /// The `meta` elements that have the title, and those that have the description.
  private static let titles = ["og:title", "twitter:title"]
  private static let descriptions = ["description", "og:description", "twitter:description"]

  /// Open addressing: the hash of the word in each slot, 0 for none, and the word.
  private var hashes: [UInt64]
  private var words: [Word]
  /// The slots of the words of each block, one after the other, and where a block's begin.
  private var slots: [Int32] = []
  private var starts: [Int32] = [0]
  private var isLong: [Bool] = []
  private var wordsInTitle = 0
  private var wordsInDescription = 0

  init(_ page: Page, _ bytes: Span<UInt8>) {
    let count = page.blocks.reduce(200) { $0 + min($1.words, $1.letters / Self.leastLength) }
    let capacity = 1 << (Int.bitWidth - count.leadingZeroBitCount)
    hashes = [UInt64](repeating: 0, count: capacity)
    words = [Word](repeating: Word(), count: capacity)
    addHead(page, bytes)
    for (index, block) in page.blocks.enumerated() { add(block, Int32(index), page, bytes) }
  }

  /// The words of the title and of the description, as the head of the page has them for readers and for messengers.
  private mutating func addHead(_ page: Page, _ bytes: Span<UInt8>) {
    var hasTitle = false
    for (index, node) in page.tree.nodes.enumerated() {
      // Later ones are those of drawings.
      if node.tag == .title, !hasTitle, node.end > index + 1 {
        hasTitle = true
        addHead(page.tree.nodes[index + 1].source, isTitle: true, bytes)
      }
      guard node.tag == .meta, let content = page.tree.value(.content, of: index),
        let name = page.tree.value(.property, of: index) ?? page.tree.value(.name, of: index)
      else { continue }
      let isTitle = Self.titles.contains { bytes.equals($0, at: name) }
      guard isTitle || Self.descriptions.contains(where: { bytes.equals($0, at: name) }) else { continue }
      addHead(content, isTitle: isTitle, bytes)
    }
  }

  private mutating func addHead(_ range: Range<Int>, isTitle: Bool, _ bytes: Span<UInt8>) {
    var reader = TokenReader()
    func receive(_ token: TokenReader.Token) -> Bool {
      guard token.length >= Self.leastLength else { return true }
      let slot = slot(of: token.hash)
      if isTitle, !words[slot].isInTitle {
        words[slot].isInTitle = true
        wordsInTitle += 1
      } else if !isTitle, !words[slot].isInDescription {
        words[slot].isInDescription = true
        wordsInDescription += 1
      }
      return true
    }
    // No description that a person writes is longer.
    _ = reader.read(bytes, range.prefix(2000), receive)
    _ = reader.finish(receive)
  }

  private mutating func add(_ block: PageBlock, _ index: Int32, _ page: Page, _ bytes: Span<UInt8>) {
    let first = slots.count
    var count = 0
    page.readTokens(of: block, bytes) { token in
      guard token.length >= Self.leastLength else { return true }
      count += 1
      let slot = slot(of: token.hash)
      if words[slot].last != index {
        words[slot].last = index
        words[slot].blocks += 1
        slots.append(Int32(truncatingIfNeeded: slot))
      }
      return true
    }
    isLong.append(count >= Self.manyWords)
    if count >= Self.manyWords { for slot in slots[first...] { words[Int(slot)].longBlocks += 1 } }
    starts.append(Int32(truncatingIfNeeded: slots.count))
  }

  /// Where the word with this hash is, or is to be.
  private mutating func slot(of hash: UInt64) -> Int {
    let hash = max(1, hash)
    var slot = Int(truncatingIfNeeded: hash) & (hashes.count - 1)
    for _ in 0..<Self.mostProbes where hashes[slot] != hash {
      if hashes[slot] == 0 {
        hashes[slot] = hash
        break
      }
      slot = (slot + 1) & (hashes.count - 1)
    }
    return slot
  }

  /// Adds the numbers of the block at `index` to `row`.
  func add(_ index: Int, to row: inout [Float]) {
    let own = slots[Int(starts[index])..<Int(starts[index + 1])]
    let few = max(3, (starts.count - 1) / 10)
    var (title, description, elsewhere, rare, single): (Float, Float, Float, Float, Float) = (0, 0, 0, 0, 0)
    for slot in own {
      let word = words[Int(slot)]
      if word.isInTitle { title += 1 }
      if word.isInDescription { description += 1 }
      if word.longBlocks > (isLong[index] ? 1 : 0) { elsewhere += 1 }
      if word.blocks == 1 { single += 1 } else if word.blocks <= few { rare += 1 }
    }
    let count = Float(max(1, own.count))
    row.append(title / count)
    row.append(title / Float(max(1, wordsInTitle)))
    row.append(description / count)
    row.append(description / Float(max(1, wordsInDescription)))
    row.append(elsewhere / count)
    row.append(rare / count)
    row.append(single / count)
    row.append(Float(own.count))
  }
}
