/// The blocks of a page that say again what stands above them: the article a second time, for small screens or for print.
///
/// A refrain or a quotation that is set large is none: four long blocks at least stand twice, in the same order, and are a
/// fifth of what is taken. Of 1,595 marked pages seven are such by trees that do not know them; token F1 rises in each, by
/// 0.11 to 0.32. With three blocks, or a seventh, recipes whose steps stand in the text and on a card lose the card.
struct SecondCopy {
  /// In order.
  private(set) var blocks: [Int] = []

  private static let leastBlocks = 4
  /// So many characters no two paragraphs of an article have in common by chance.
  private static let leastLetters = 60
  /// What is taken is at most so many times as much.
  private static let mostTimes = 5

  /// - Parameter taken: the blocks that are looked at, in order.
  init(among taken: [Int], of page: Page, _ bytes: Span<UInt8>) {
    var firsts: [Key: Int] = [:]
    var isAgain = [Bool](repeating: false, count: taken.count)
    var (all, letters, last) = (0, 0, -1)
    /// The places in `taken` of the long blocks whose first ones stand in the same order.
    var long: [Int] = []
    for (place, index) in taken.enumerated() {
      let block = page.blocks[index]
      all += block.letters
      let key = Key(text: page.textKey(of: block, bytes), letters: block.letters)
      guard let first = firsts[key] else {
        firsts[key] = index
        continue
      }
      isAgain[place] = true
      if block.letters >= Self.leastLetters, first > last {
        long.append(place)
        letters += block.letters
        last = first
      }
    }
    guard long.count >= Self.leastBlocks, letters * Self.mostTimes >= all, var start = long.first, var end = long.last
    else { return }
    while start > 0, isAgain[start - 1] { start -= 1 }
    while end + 1 < taken.count, isAgain[end + 1] { end += 1 }
    blocks = (start...end).filter { isAgain[$0] }.map { taken[$0] }
  }

  /// What two blocks have in common that say the same.
  private struct Key: Hashable {
    /// Of the first 256 bytes.
    var text: UInt64
    var letters: Int
  }
}
