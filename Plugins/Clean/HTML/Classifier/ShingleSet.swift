/// The runs of three words in a text, to tell how much of another one is in it.
struct ShingleSet {
  private var hashes: Set<UInt64> = []

  init(_ text: String) {
    var words = WordRun()
    for byte in text.utf8 { if let hash = words.next(byte) { hashes.insert(hash) } }
    if let hash = words.next(0x20) { hashes.insert(hash) }
  }

  var count: Int { hashes.count }

  /// The part of the runs in a block that are in the set, 0 to 1; -1 for a block of fewer than three words.
  func share(of block: PageBlock, in page: Page, _ bytes: Span<UInt8>) -> Double {
    var words = WordRun()
    var found = 0
    var all = 0
    func count(_ hash: UInt64?) {
      guard let hash else { return }
      all += 1
      if hashes.contains(hash) { found += 1 }
    }
    for node in block.nodes where page.tree.nodes[node].tag == .text {
      for at in page.tree.nodes[node].source { count(words.next(bytes[unchecked: at])) }
    }
    count(words.next(0x20))
    return all > 0 ? Double(found) / Double(all) : -1
  }
}

/// Hashes the last three words as they come, byte by byte. Letters and digits alone count.
private struct WordRun {
  private var current = ByteHash()
  private var isInWord = false
  private var last: (UInt64, UInt64) = (0, 0)
  private var words = 0

  /// The hash of the last three words where `byte` ends the third of them.
  mutating func next(_ byte: UInt8) -> UInt64? {
    let isWordByte = byte.isLetter || 0x30...0x39 ~= byte || byte >= 0xC3
    let isContinuing = isInWord && byte >= 0x80
    if isWordByte || isContinuing {
      current.add(byte | 0x20)
      isInWord = true
      return nil
    }
    guard isInWord else { return nil }
    let word = current.value
    let hash = (last.0 &* 31 &+ last.1) &* 31 &+ word
    (current, isInWord, last) = (ByteHash(), false, (last.1, word))
    words += 1
    return words > 2 ? hash : nil
  }
}
