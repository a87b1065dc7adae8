internal import JSON

/// What the words of a block have in common with what the page says of itself, and with its other blocks: a paragraph of
/// the article speaks of what the title names, its words come back in other paragraphs, and a box below tells of its author.
///
/// Words of four bytes and more count, each once a block.
struct SharedWords {
  private struct Word {
    var blocks: Int32 = 0
    /// Those of at least `manyWords`.
    var longBlocks: Int32 = 0
    /// The block that it was seen in last.
    var last: Int32 = -1
    /// A bit for each text of the metadata that has it.
    var texts: UInt8 = 0
  }

  private static let leastLength = 4
  private static let manyWords = 12
  /// So many slots are looked at before two words share one: no choice of words makes a page slow.
  private static let mostProbes = 16

  /// The metadata whose words count, by their keys.
  enum Text: Int, CaseIterable {
    case title, description, byline, site
  }

  /// Open addressing: the hash of the word in each slot, 0 for none, and the word.
  private var hashes: [UInt64]
  private var words: [Word]
  /// The slots of the words of each block, one after the other, and where a block's begin.
  private var slots: [Int32] = []
  private var starts: [Int32] = [0]
  private var isLong: [Bool] = []
  /// How many words each text of the metadata has.
  private var counts = [Int](repeating: 0, count: Text.allCases.count)

  init(_ page: Page, _ metadata: JSONObject, _ bytes: Span<UInt8>) {
    let count = page.blocks.reduce(200) { $0 + min($1.words, $1.letters / Self.leastLength) }
    let capacity = 1 << (Int.bitWidth - count.leadingZeroBitCount)
    hashes = [UInt64](repeating: 0, count: capacity)
    words = [Word](repeating: Word(), count: capacity)
    for text in Text.allCases { if let words = metadata["\(text)"]?.string { add(words, text) } }
    for (index, block) in page.blocks.enumerated() { add(block, Int32(index), page, bytes) }
  }

  private mutating func add(_ text: String, _ kind: Text) {
    let index = kind.rawValue
    text.readTokens { token in
      guard token.length >= Self.leastLength else { return true }
      let slot = slot(of: token.hash)
      if words[slot].texts & 1 << index == 0 {
        words[slot].texts |= 1 << index
        counts[index] += 1
      }
      return true
    }
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
    var (elsewhere, rare, single): (Float, Float, Float) = (0, 0, 0)
    for slot in own {
      let word = words[Int(slot)]
      if word.longBlocks > (isLong[index] ? 1 : 0) { elsewhere += 1 }
      if word.blocks == 1 { single += 1 } else if word.blocks <= few { rare += 1 }
    }
    let count = Float(max(1, own.count))
    for text in Text.allCases {
      let found = Float(found(text, in: index))
      row.append(found / count)
      row.append(found / Float(max(1, counts[text.rawValue])))
    }
    row.append(elsewhere / count)
    row.append(rare / count)
    row.append(single / count)
    row.append(Float(own.count))
  }

  /// How many words of a text of the metadata a block has.
  private func found(_ text: Text, in index: Int) -> Int {
    let bit: UInt8 = 1 << text.rawValue
    return slots[Int(starts[index])..<Int(starts[index + 1])].count { words[Int($0)].texts & bit != 0 }
  }

  /// The part of a block's words that are in a text of the metadata, times the part of these that are in the block.
  func likeness(of index: Int, to text: Text) -> Float {
    let found = Float(found(text, in: index))
    let count = starts[index + 1] - starts[index]
    return found > 0 ? found * found / Float(Int(count) * counts[text.rawValue]) : 0
  }

  /// Whether a block has all words of a text of the metadata that has any.
  func isWhole(_ text: Text, in index: Int) -> Bool {
    counts[text.rawValue] > 0 && found(text, in: index) == counts[text.rawValue]
  }
}
