/// Where a block stands seen from the page's title and its byline: the article begins behind them, and what shares no small
/// element with its title is hardly a part of it.
struct PageAnchors {
  private let page: Page
  private let measures: PageMeasures
  /// The block that is the title.
  private(set) var title: Int?
  /// The first block that names all authors.
  private var byline: Int?

  /// As much of the words of a block in the title and of the title's in the block: about half of each.
  private static let leastLikeness: Float = 0.25
  /// A byline has fewer characters.
  private static let longestByline = 200
  private static let mostSteps = 20

  init(_ page: Page, _ measures: PageMeasures, _ shared: SharedWords) {
    self.page = page
    self.measures = measures
    var best: Float = 0
    for (index, block) in page.blocks.enumerated() {
      let likeness = shared.likeness(of: index, to: .title)
      if likeness >= Self.leastLikeness {
        // A menu's entry and a teaser may have all words too.
        let level = page.tree.nodes[block.container].tag.headingLevel
        let rank = likeness + (level == 1 ? 0.5 : level != nil ? 0.25 : 0)
        if rank > best { (best, title) = (rank, index) }
      }
      if byline == nil, block.letters < Self.longestByline, shared.isWhole(.byline, in: index) { byline = index }
    }
  }

  /// Adds the numbers of the block at `index` to `row`.
  func add(_ index: Int, to row: inout [Float]) {
    row.append(distance(from: byline, to: index))
    row.append(distance(from: title, to: index))
    guard let title else { return row.append(contentsOf: repeatElement(-1, count: 7)) }
    row.append(Float(max(-5000, min(20_000, measures.proseBefore[index] - measures.proseBefore[title]))))
    let (branch, steps) = page.branch(of: page.blocks[index].container, besides: page.blocks[title].nodes.lowerBound)
    row.append(Float(min(Self.mostSteps, steps)))
    let around = Int(page.tree.nodes[branch].parent)
    row.append(measures.prose[max(0, around)].share(of: measures.prose[0]))
    row.append(measures.prose[branch].share(of: measures.prose[0]))
    row.append(measures.prose[branch].share(of: measures.letters[branch]))
    row.append(Float(measures.linkDensity(branch)))
    row.append(Float(min(500, measures.blocks[branch])))
  }

  private func distance(from anchor: Int?, to index: Int) -> Float {
    anchor.map { Float(max(-50, min(200, index - $0))) } ?? -99
  }
}
