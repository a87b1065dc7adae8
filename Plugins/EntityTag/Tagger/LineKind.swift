/// What kind of line or sentence a token stands in: tables and headlines say little by their words and capitals.
struct LineKind: OptionSet, Hashable, Sendable {
  var rawValue: UInt8

  /// No word in small letters.
  static let hasNoSmallWord = LineKind(rawValue: 1)
  /// A third of its tokens are numbers: results, standings, prices.
  static let isOfNumbers = LineKind(rawValue: 2)
  /// Three words in capitals or more, and no other.
  static let isInCapitals = LineKind(rawValue: 4)

  /// The kinds of the lines of all tokens.
  static func kinds(in text: LookedUpText) -> [LineKind] {
    var kinds = [LineKind](repeating: [], count: text.count)
    var start = 0
    while start < text.count {
      var census = Census()
      census.add(text.text[start])
      var end = start + 1
      while end < text.count, !text.isBorder(before: end) {
        census.add(text.text[end])
        end += 1
      }
      let kind = census.kind
      if !kind.isEmpty { for index in start..<end { kinds[index] = kind } }
      start = end
    }
    return kinds
  }

  private struct Census {
    var tokens = 0
    var numbers = 0
    var small = 0
    var capitals = 0
    var others = 0

    @inline(__always)
    mutating func add(_ token: Token) {
      tokens += 1
      switch token.kind {
      case .number: numbers += 1
      case .mark: break
      case .word:
        switch token.shape {
        case .lower: small += 1
        case .allCaps: capitals += 1
        case .capitalized where token.count > 1: others += 1
        default: break
        }
      }
    }

    var kind: LineKind {
      var kind: LineKind = small == 0 && tokens > 1 ? .hasNoSmallWord : []
      if numbers * 3 >= tokens { kind.insert(.isOfNumbers) }
      if small == 0, others == 0, capitals > 2 { kind.insert(.isInCapitals) }
      return kind
    }
  }
}
