/// A sequence of conditions on tokens, as an automaton of at most 64 positions whose sets of states are one integer.
///
/// The automaton is Glushkov's: a state is a position of the pattern, and what may come next is known of each, so that a
/// text is read once from each beginning, whatever the operators are.
struct TokenPattern: Sendable {
  /// What a token has to fulfil.
  struct Position: Sendable {
    /// Where its conditions are.
    var conditions: Range<UInt32>
    /// A token is wanted that does not fulfil them: the operator `!`.
    var isNegated: Bool
    /// The positions that may come next, as bits, and those that may come before.
    var next: UInt64 = 0
    var previous: UInt64 = 0
  }

  /// A position that each match goes through, where it is known which words may stand there.
  struct Key: Sendable {
    var position: Int
    /// The hashes of the words.
    var words: [UInt64]
  }

  private(set) var positions: [Position] = []
  /// The positions that a match may begin with, and end with.
  private(set) var first: UInt64 = 0
  private(set) var last: UInt64 = 0
  private(set) var keys: [Key] = []
  /// The hashes of all its words, in order, where each is known: what it has no match without.
  let literal: [UInt64]?

  static let mostPositions = 64

  /// One part of a pattern: conditions for a token or several, which may be repeated.
  struct Part {
    /// For each token.
    var conditions: [Range<UInt32>]
    var isNegated = false
    /// How often: at least, and at most; `nil` for as often as can be.
    var least = 1
    var most: Int? = 1
    /// The hashes of which one is the first token's, where that is known.
    var words: [UInt64] = []
  }

  /// - Returns: `nil` where there are more positions than an automaton has.
  init?(_ parts: [Part]) {
    let isLiteral = parts.allSatisfy { part in
      part.conditions.count == 1 && part.words.count == 1 && part.least == 1 && part.most == 1 && !part.isNegated
    }
    literal = isLiteral && !parts.isEmpty ? parts.map { $0.words[0] } : nil
    // What the next position may follow: these positions, and the start.
    var open: UInt64 = 0
    var isOpenAtStart = true
    for part in parts where part.most != 0 {
      let count = max(part.least, part.most ?? part.least, 1)
      guard positions.count + count * part.conditions.count <= Self.mostPositions else { return nil }
      if part.least > 0, !part.words.isEmpty { keys.append(Key(position: positions.count, words: part.words)) }
      for repetition in 0..<count {
        let start = positions.count
        if isOpenAtStart { first |= 1 << UInt64(start) }
        var before = open
        for conditions in part.conditions {
          positions.append(Position(conditions: conditions, isNegated: part.isNegated, previous: before))
          before = 1 << UInt64(positions.count - 1)
        }
        if part.most == nil, repetition == count - 1 { positions[start].previous |= before }
        let isOptional = repetition >= part.least
        open = (isOptional ? open : 0) | before
        isOpenAtStart = isOpenAtStart && isOptional
      }
    }
    last = isOpenAtStart ? 0 : open
    for index in positions.indices {
      for other in positions.indices where positions[index].previous & 1 << UInt64(other) != 0 {
        positions[other].next |= 1 << UInt64(index)
      }
    }
  }

  /// Whether it matches also where there is nothing, or holds nothing at all.
  var matchesNothing: Bool { last == 0 }
}
