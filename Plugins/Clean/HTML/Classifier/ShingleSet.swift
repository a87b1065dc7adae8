/// The runs of three words in a text, to tell how much of another one is in it.
struct ShingleSet {
  private var hashes: Set<UInt64> = []

  init(_ text: String) {
    var run = WordRun()
    text.readTokens { token in
      if let hash = run.next(token) { hashes.insert(hash) }
      return true
    }
  }

  /// The part of the runs in a block that are in the set, 0 to 1; -1 for a block of fewer than three words.
  func share(of block: PageBlock, in page: Page, _ bytes: Span<UInt8>) -> Double {
    var run = WordRun()
    var found = 0
    var all = 0
    page.readTokens(of: block, bytes) { token in
      guard let hash = run.next(token) else { return true }
      all += 1
      if hashes.contains(hash) { found += 1 }
      return true
    }
    return all > 0 ? Double(found) / Double(all) : -1
  }
}

/// The last three words as they come. Marks do not count.
private struct WordRun {
  private var last: (UInt64, UInt64) = (0, 0)
  private var words = 0

  /// The hash of the last three words where `token` is the third of them or a later one.
  mutating func next(_ token: TokenReader.Token) -> UInt64? {
    guard token.length > 0 else { return nil }
    let hash = (last.0 &* 31 &+ last.1) &* 31 &+ token.hash
    last = (last.1, token.hash)
    words += 1
    return words > 2 ? hash : nil
  }
}
