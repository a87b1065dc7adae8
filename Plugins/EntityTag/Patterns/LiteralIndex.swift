/// Patterns whose words are all known, by these words: a hundred thousand of them cost a text no more than ten do.
struct LiteralIndex: Sendable {
  /// By the hash of a sequence of words the first link to its patterns.
  private var links: HashTable
  private var chain: [Link] = []
  /// How many words the patterns have that begin with a word, as bits, by the low bits of the word's hash: the first for
  /// one, the last for eight and more.
  private var lengths: [UInt8]
  /// Bits by the hashes of the sequences, which spare nearly all others a look at `links`: that is larger than the
  /// processor's near memory.
  private var isKnown: [UInt64]

  private struct Link: Sendable {
    var sequence: Int32
    /// The link after this one; -1 for none.
    var next: Int32
  }

  /// - Parameter patterns: the hashes of each one's words, with its number.
  init(_ patterns: [(words: [UInt64], sequence: Int32)]) {
    links = HashTable(minimumCapacity: patterns.count)
    var size = 64
    while size < patterns.count * 2 { size *= 2 }
    lengths = [UInt8](repeating: 0, count: patterns.isEmpty ? 0 : size)
    isKnown = [UInt64](repeating: 0, count: lengths.count / 16)
    for (words, sequence) in patterns {
      guard let first = words.first else { continue }
      let hash = words.dropFirst().reduce(first) { Gazetteer.extended($0, by: $1) }
      chain.append(Link(sequence: sequence, next: Int32(truncatingIfNeeded: links[hash] ?? -1)))
      links[hash] = chain.count - 1
      lengths[Int(truncatingIfNeeded: first) & (size - 1)] |= 1 << UInt8(min(words.count, 8) - 1)
      isKnown[word(of: hash)] |= 1 << (hash & 63)
    }
  }

  private func word(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 6 ^ hash >> 34) & (isKnown.count - 1) }

  /// Calls `body` with each pattern that the words from a token on may be; in whatever case they are written.
  @inline(__always)
  func forEachSequence<Failure: Error>(
    at token: Int, in text: LookedUpText, _ body: (Int) throws(Failure) -> Void
  ) throws(Failure) {
    guard !lengths.isEmpty else { return }
    var hash = text.text[token].hash
    var lengths = lengths[Int(truncatingIfNeeded: hash) & (lengths.count - 1)]
    var end = token + 1
    while lengths != 0 {
      if lengths & 1 != 0, isKnown[word(of: hash)] & 1 << (hash & 63) != 0 {
        var link = links[hash] ?? -1
        while link >= 0 {
          try body(Int(chain[link].sequence))
          link = Int(chain[link].next)
        }
      }
      // The bit of the eighth word stands for all after it.
      if end - token < 8 { lengths >>= 1 }
      guard end < text.count, end - token < TokenPattern.mostPositions, text.isJoined(at: end) else { return }
      hash = Gazetteer.extended(hash, by: text.text[end].hash)
      end += 1
    }
  }
}
