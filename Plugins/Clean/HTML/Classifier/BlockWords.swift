/// The words that a block begins with, as buckets of a linear model: `Follow us on` reads like no article.
struct BlockWords {
  /// Words and marks of which more tell nothing of a block.
  private static let most = 32
  /// Those that count by the length of the block too.
  private static let mostByLength = 8
  static let bucketBits = 16

  private(set) var buckets: [Int] = []

  /// Reads the words and marks at the beginning of a block, each with the one before it too, the first of them with how long
  /// the block is.
  mutating func read(_ block: PageBlock, of page: Page, _ bytes: Span<UInt8>) {
    buckets.removeAll(keepingCapacity: true)
    // Twice as many words are the next length.
    let length = UInt64(min(7, Int.bitWidth - block.words.leadingZeroBitCount))
    add(TokenReader.mixed(length))
    var last: UInt64?
    var count = 0
    page.readTokens(of: block, bytes) { token in
      add(token.hash)
      if let last { add(TokenReader.mixed(last &* 31 &+ token.hash)) }
      if count < Self.mostByLength { add(TokenReader.mixed(token.hash &+ length)) }
      last = token.hash
      count += 1
      return count < Self.most
    }
  }

  private mutating func add(_ hash: UInt64) { buckets.append(Int(hash >> UInt64(64 - Self.bucketBits))) }
}
