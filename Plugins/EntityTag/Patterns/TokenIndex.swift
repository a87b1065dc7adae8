/// All token patterns together, flat, and found by their words.
///
/// One whose words are all known is looked for by them together. Each other is looked for where a word stands that it
/// can't do without: the one of its words that the fewest others share. Only a pattern without such a word is tried at
/// every token.
struct TokenIndex: Sendable {
  /// A pattern in the tables.
  struct Sequence: Sendable {
    /// Where its positions begin.
    var positions: Int32
    /// The position, of these, that it is found by.
    var key: Int32
    var first: UInt64
    var last: UInt64
    var meaning: Int32
  }

  private(set) var sequences: [Sequence] = []
  private(set) var positions: [TokenPattern.Position] = []
  /// Sequences without a key.
  private(set) var everywhere: [Int32] = []
  /// Sequences whose words are all known.
  let literals: LiteralIndex
  /// By the hash of a word the first link to the sequences that are found by it.
  private var links = HashTable()
  private var chain: [Link] = []

  private struct Link: Sendable {
    var sequence: Int32
    /// The link after this one; -1 for none.
    var next: Int32
  }

  /// - Parameter patterns: with the number of what each one means.
  init(_ patterns: [(pattern: TokenPattern, meaning: Int)]) {
    var counts: [UInt64: Int] = [:]
    var literals: [(words: [UInt64], sequence: Int32)] = []
    for (pattern, _) in patterns where pattern.literal == nil {
      for key in pattern.keys { for word in key.words { counts[word, default: 0] += 1 } }
    }
    for (pattern, meaning) in patterns {
      let number = Int32(truncatingIfNeeded: sequences.count)
      let key = pattern.keys.min { left, right in
        let (one, other) = (Self.cost(left, counts), Self.cost(right, counts))
        return one != other ? one < other : left.position < right.position
      }
      sequences.append(
        Sequence(
          positions: Int32(truncatingIfNeeded: positions.count), key: Int32(truncatingIfNeeded: key?.position ?? 0),
          first: pattern.first, last: pattern.last, meaning: Int32(truncatingIfNeeded: meaning)))
      positions += pattern.positions
      if let words = pattern.literal {
        literals.append((words, number))
        continue
      }
      guard let key else {
        everywhere.append(number)
        continue
      }
      for word in Set(key.words).sorted() {
        chain.append(Link(sequence: number, next: Int32(truncatingIfNeeded: links[word] ?? -1)))
        links[word] = chain.count - 1
      }
    }
    self.literals = LiteralIndex(literals)
  }

  /// How many look-ups of patterns a key stands for.
  private static func cost(_ key: TokenPattern.Key, _ counts: [UInt64: Int]) -> Int {
    key.words.reduce(0) { $0 + (counts[$1] ?? 0) }
  }

  var isEmpty: Bool { sequences.isEmpty }

  /// Calls `body` with each sequence that is found by a word.
  @inline(__always)
  func forEachSequence<Failure: Error>(
    by word: UInt64, _ body: (Sequence) throws(Failure) -> Void
  ) throws(Failure) {
    var link = links[word] ?? -1
    while link >= 0 {
      try body(sequences[Int(chain[link].sequence)])
      link = Int(chain[link].next)
    }
  }
}
