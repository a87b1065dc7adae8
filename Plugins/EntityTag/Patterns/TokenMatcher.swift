/// The conditions of all patterns, in flat tables.
struct TokenTests: Sendable {
  var conditions: [TokenCondition] = []
  var values: [UInt64] = []
  var expressions: [RegularExpression] = []
}

/// Looks for token patterns in one text.
struct TokenMatcher {
  private let text: LookedUpText
  private let index: TokenIndex
  private let tests: TokenTests
  /// The labels of tokens by their numbers from 1 on, where a pattern asks for them.
  private let labels: [UInt8]
  private let space: RegularExpression.Space?
  /// What is known already of tokens' traits: the highest bit says that it is.
  private var traits: [UInt32] = []
  private(set) var matches: [Match] = []

  struct Match {
    var tokens: Range<Int>
    var meaning: Int
  }

  /// A regular expression takes too many steps on a token.
  struct Failure: Error {
    /// Whose it is.
    var meaning: Int
  }

  /// The longest match, in tokens, so that a pattern of anything reads no text again and again.
  static let longestMatch = 128

  private static let isKnown: UInt32 = 1 << 31

  init(text: LookedUpText, index: TokenIndex, tests: TokenTests, labels: [UInt8]) {
    self.text = text
    self.index = index
    self.tests = tests
    self.labels = labels
    space = tests.expressions.isEmpty ? nil : RegularExpression.Space()
  }

  /// Finds the longest match of each pattern at each place.
  mutating func run() throws(Failure) {
    for token in 0..<text.count {
      for number in index.everywhere { try match(index.sequences[Int(number)], from: token) }
      try index.forEachSequence(by: text.text[token].hash) { sequence throws(Failure) in
        try match(sequence, aroundKey: token)
      }
      try index.literals.forEachSequence(at: token, in: text) { number throws(Failure) in
        try match(index.sequences[number], from: token)
      }
    }
  }

  /// Goes back from the token of the key to where matches through it may begin, and matches from there.
  private mutating func match(_ sequence: TokenIndex.Sequence, aroundKey key: Int) throws(Failure) {
    let base = Int(sequence.positions)
    guard try holds(base + Int(sequence.key), at: key, sequence) else { return }
    var states: UInt64 = 1 << UInt64(sequence.key)
    var token = key
    while true {
      if states & sequence.first != 0 { try match(sequence, from: token) }
      var previous: UInt64 = 0
      while states != 0 {
        previous |= index.positions[base + states.trailingZeroBitCount].previous
        states &= states &- 1
      }
      guard previous != 0, key - token < Self.longestMatch, token > 0, text.isJoined(at: token) else { return }
      token -= 1
      while previous != 0 {
        let position = previous.trailingZeroBitCount
        previous &= previous &- 1
        if try holds(base + position, at: token, sequence) { states |= 1 << UInt64(position) }
      }
      guard states != 0 else { return }
    }
  }

  /// Adds the longest match that begins with a token.
  private mutating func match(_ sequence: TokenIndex.Sequence, from start: Int) throws(Failure) {
    let base = Int(sequence.positions)
    let limit = min(text.count, start + Self.longestMatch)
    var states = sequence.first
    var end = start
    var token = start
    while token < limit, states != 0, token == start || text.isJoined(at: token) {
      var next: UInt64 = 0
      while states != 0 {
        let position = states.trailingZeroBitCount
        states &= states &- 1
        guard try holds(base + position, at: token, sequence) else { continue }
        next |= index.positions[base + position].next
        if sequence.last & 1 << UInt64(position) != 0 { end = token + 1 }
      }
      states = next
      token += 1
    }
    if end > start { matches.append(Match(tokens: start..<end, meaning: Int(sequence.meaning))) }
  }

  // MARK: - Conditions

  private mutating func holds(
    _ position: Int, at token: Int, _ sequence: TokenIndex.Sequence
  ) throws(Failure) -> Bool {
    let wanted = index.positions[position]
    for condition in wanted.conditions {
      let holds: Bool
      do throws(RegularExpression.TooManySteps) {
        holds = try self.holds(tests.conditions[Int(condition)], at: token)
      } catch {
        throw Failure(meaning: Int(sequence.meaning))
      }
      if !holds { return wanted.isNegated }
    }
    return !wanted.isNegated
  }

  private mutating func holds(
    _ condition: TokenCondition, at token: Int
  ) throws(RegularExpression.TooManySteps) -> Bool {
    switch condition {
    case .equals(let attribute, let value): return self.value(of: attribute, at: token) == value
    case .among(let attribute, let values, let isNegated):
      let value = self.value(of: attribute, at: token)
      for index in values where tests.values[Int(index)] == value { return !isNegated }
      return isNegated
    case .traits(let wanted, let unwanted):
      let traits = traits(of: token)
      return traits.isSuperset(of: wanted) && traits.isDisjoint(with: unwanted)
    case .length(let lengths, let isNegated): return lengths.contains(length(of: token)) != isNegated
    case .matches(let expression, let inSmallLetters):
      return try matches(tests.expressions[Int(expression)], token, inSmallLetters: inSmallLetters)
    }
  }

  private func value(of attribute: TokenCondition.Attribute, at token: Int) -> UInt64 {
    switch attribute {
    case .lower: text.text[token].hash
    case .text: text.text.exactHash(of: token)
    case .shape: TokenShape.hash(of: token, in: text.text)
    case .label: token < labels.count ? UInt64(labels[token]) : 0
    }
  }

  private mutating func traits(of token: Int) -> TokenTraits {
    if traits.isEmpty { traits = [UInt32](repeating: 0, count: text.count) }
    if traits[token] == 0 { traits[token] = TokenTraits(token, in: text).rawValue | Self.isKnown }
    return TokenTraits(rawValue: traits[token] & ~Self.isKnown)
  }

  /// In Unicode scalars.
  private func length(of token: Int) -> Int32 {
    let bytes = text.text.text.utf8.span
    var length: Int32 = 0
    for offset in text.text[token].start..<text.text[token].end where bytes[offset] & 0xC0 != 0x80 { length += 1 }
    return length
  }

  private func matches(
    _ expression: RegularExpression, _ token: Int, inSmallLetters: Bool
  ) throws(RegularExpression.TooManySteps) -> Bool {
    guard let space else { throw RegularExpression.TooManySteps() }
    var word = text.text.string(of: token..<token + 1)
    if inSmallLetters { word = word.lowercased() }
    return try word.utf8.span.withUnsafeBufferPointer { bytes throws(RegularExpression.TooManySteps) in
      try expression.firstMatch(in: bytes, from: 0, space)
    } != nil
  }
}
