internal import DocumentModel

/// What stands around a block, by the log-odds that a first forest gives each block of the page: a row of numbers.
///
/// A teaser reads like a paragraph; that it stands among twenty others of its kind, most of which are none, tells it from
/// one. So a second forest is asked with these numbers too, learned from what the first says of pages that it does not know
/// (stacked sequential learning, Cohen and Carvalho 2005).
struct BlockContext {
  private let page: Page
  private let shapes: [UInt64]
  private let odds: [Float]
  /// Sums over the blocks before each: what counts of a block, its odds by that, and what counts of those with good odds.
  private var weights: [Double] = [0]
  private var weighted: [Double] = [0]
  private var likely: [Double] = [0]
  private var likelyBlocks = 0
  private var sums: [UInt64: Sum] = [:]
  /// By block: those from the last heading on, or from the first block, to the next heading or the end.
  private var sections: [Range<Int>] = []
  /// What counts of the blocks with odds beyond doubt.
  private var sure = 0.0
  /// The blocks whose odds, by the root of what counts of them, have the greatest sum, and such sums over the blocks before.
  private var heaviest = 0..<0
  private var rooted: [Double] = [0]

  private struct Sum {
    var weight = 0.0
    var weighted = 0.0
    var odds = 0.0
    var count = 0.0

    mutating func add(_ own: Double, _ weight: Double) {
      self.weight += weight
      weighted += own * weight
      odds += own
      count += 1
    }
  }

  /// - Parameters:
  ///   - shapes: by block; what a template repeats has the same.
  ///   - odds: by block.
  init(_ page: Page, shapes: [UInt64], odds: [Float]) {
    self.page = page
    self.shapes = shapes
    self.odds = odds.map { max(-Self.most, min(Self.most, $0)) }
    var (best, current, start) = (-Double.infinity, 0.0, 0)
    for (index, block) in page.blocks.enumerated() {
      let own = Double(self.odds[index])
      let weight = Double(min(block.letters, 1500) + 5)
      weights.append(weights[index] + weight)
      weighted.append(weighted[index] + own * weight)
      likely.append(likely[index] + (own > 0 ? weight : 0))
      if own > 0 { likelyBlocks += 1 }
      if own > Double(BlockTrees.beyondDoubt) { sure += weight }
      sums[shapes[index], default: Sum()].add(own, weight)
      let root = own * weight.squareRoot()
      rooted.append(rooted[index] + root)
      if current <= 0 { (current, start) = (0, index) }
      current += root
      if current > best {
        best = current
        heaviest = start..<index + 1
      }
    }
    addSections()
  }

  private mutating func addSections() {
    let starts = [0] + odds.indices.dropFirst().filter(isHeading) + [odds.count]
    for (start, end) in zip(starts, starts.dropFirst()) {
      sections.append(contentsOf: repeatElement(start..<end, count: end - start))
    }
  }

  private func isHeading(_ index: Int) -> Bool {
    page.tree.nodes[page.blocks[index].container].tag.headingLevel != nil
  }

  /// Log-odds beyond these are no surer.
  private static let most: Float = 6

  /// Adds the numbers of the block at `index` to `row`.
  func add(_ index: Int, to row: inout [Float]) {
    row.append(odds[index])
    for offset in [-3, -2, -1, 1, 2, 3] {
      row.append(odds.indices.contains(index + offset) ? odds[index + offset] : -Self.most - 1)
    }
    for reach in [3, 8] {
      row.append(mean(max(0, index - reach)..<index))
      row.append(mean(index + 1..<min(odds.count, index + reach + 1)))
    }
    let alike = sums[shapes[index]] ?? Sum()
    row.append(Float(alike.weighted / alike.weight))
    row.append(Float(alike.odds / alike.count))
    addSurroundings(index, to: &row)
    addRun(index, to: &row)
    addSection(index, to: &row)
    row.append(Float(sure / max(1, likely[odds.count])))
  }

  /// The block's element and those around it, each by the odds inside it and its part of what is likely.
  private func addSurroundings(_ index: Int, to row: inout [Float]) {
    let nodes = page.tree.nodes
    var element = page.blocks[index].container
    for step in 0...6 {
      // One is passed over, so that the last looks further out.
      if step != 5 {
        let range = min(index, block(from: element))..<max(index + 1, block(from: Int(nodes[element].end)))
        row.append(mean(range))
        row.append(Float((likely[range.upperBound] - likely[range.lowerBound]) / max(1, likely[odds.count])))
      }
      let parent = Int(nodes[element].parent)
      if parent >= 0 { element = parent }
    }
  }

  /// How far the block is from the heaviest run, in blocks and in what lies between.
  private func addRun(_ index: Int, to row: inout [Float]) {
    let distance =
      index < heaviest.lowerBound
      ? index - heaviest.lowerBound : index >= heaviest.upperBound ? index + 1 - heaviest.upperBound : 0
    row.append(Float(distance))
    row.append(
      distance < 0
        ? Float(rooted[heaviest.lowerBound] - rooted[index])
        : distance > 0 ? Float(rooted[index + 1] - rooted[heaviest.upperBound]) : 0)
    row.append(Float(heaviest.count))
    row.append(Float(likely[index] / max(1, likely[odds.count])))
    row.append(Float(min(likely[odds.count], 20_000)))
    row.append(Float(likelyBlocks) / Float(odds.count))
  }

  /// The heading above the block, what stands between it and the next, and the sections before and behind that.
  private func addSection(_ index: Int, to row: inout [Float]) {
    let section = sections[index]
    row.append(odds[section.lowerBound])
    row.append(mean(section))
    row.append(Float(likely[section.upperBound] - likely[section.lowerBound]))
    row.append(section.lowerBound > 0 ? mean(sections[section.lowerBound - 1]) : -Self.most - 1)
    row.append(section.upperBound < odds.count ? mean(sections[section.upperBound]) : -Self.most - 1)
  }

  private func mean(_ range: Range<Int>) -> Float {
    let weight = weights[range.upperBound] - weights[range.lowerBound]
    return weight > 0 ? Float((weighted[range.upperBound] - weighted[range.lowerBound]) / weight) : 0
  }

  /// The first block that begins at `node` or after it.
  private func block(from node: Int) -> Int { page.blocks.partitioningIndex { $0.nodes.lowerBound >= node } }
}
