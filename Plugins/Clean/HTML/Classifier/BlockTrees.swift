/// Tells how likely each block of a page is a part of the article: a first forest by the block's own features, a second,
/// where that leaves doubt, by what the first says of the blocks around it too.
struct BlockTrees: Sendable {
  private let first: BlockForest
  private let second: BlockForest

  init(first: String, second: String) {
    self.first = BlockForest(first)
    self.second = BlockForest(second)
  }

  /// The log-odds for each block of a page.
  ///
  /// A page of more than `mostBlocks` repeats itself: what comes behind them has the score of the last block with the
  /// same tags and classes, and when there were as many again that had none, of the block before it, so that no page takes
  /// more than a share of its time here.
  func scores(
    _ page: Page, _ features: inout BlockFeatures, _ bytes: Span<UInt8>, mostBlocks: Int = 10_000
  ) -> [Float] {
    let shapes = page.blocks.indices.map { features.shape(of: $0) }
    // By block: the block whose score it has.
    var models: [Int] = []
    var latest: [UInt64: Int] = [:]
    var odds: [Float] = []
    var asked = 0
    // What the second forest is asked of, and what the first was told of it.
    var doubtful: [(index: Int, row: [Float])] = []
    for index in page.blocks.indices {
      if index >= mostBlocks, let model = latest[shapes[index]] ?? (asked < 2 * mostBlocks ? nil : models.last) {
        models.append(model)
        odds.append(odds[model])
        continue
      }
      asked += 1
      features.read(index, bytes)
      models.append(index)
      odds.append(first.score(features.values.span))
      if abs(odds[index]) <= Self.beyondDoubt { doubtful.append((index, features.values)) }
      latest[shapes[index]] = index
    }
    var scores = odds
    let context = BlockContext(page, shapes: shapes, odds: odds)
    for (index, features) in doubtful {
      var row = features
      context.add(index, to: &row)
      scores[index] = second.score(row.span)
    }
    return models.map { scores[$0] }
  }

  /// Log-odds of twenty to one: a second opinion on the rest changes no figure of the development pages.
  static let beyondDoubt: Float = 3
}
