internal import DocumentModel

/// The tokens of one entity while they are read from the first to the last.
struct TokenCursor {
  let reader: NumberReader
  let end: Int
  private(set) var index: Int
  /// Whether "m" and "bn" after a number multiply it.
  let readsShortScales: Bool

  init(_ tokens: Range<Int>, _ reader: NumberReader, readsShortScales: Bool = true) {
    self.reader = reader
    self.readsShortScales = readsShortScales
    (index, end) = (tokens.lowerBound, tokens.upperBound)
  }

  var isAtEnd: Bool { index >= end }
  var text: TokenizedText { reader.text }
  /// The token at hand, or `nil` at the end.
  var token: Token? { isAtEnd ? nil : text[index] }
  /// What the word at hand can be; nothing at the end.
  var roles: WordRoles { isAtEnd ? [] : reader.roles(index) }
  /// The number that goes with the word at hand.
  var value: Int { isAtEnd ? 0 : Int(reader.value(index)) }

  func has(_ roles: WordRoles) -> Bool { !self.roles.isDisjoint(with: roles) }
  func isAt(_ word: StaticString) -> Bool { !isAtEnd && text.token(index, is: word) }

  mutating func advance() { index += 1 }

  /// Passes over the token at hand if it is `word`.
  mutating func take(_ word: StaticString) -> Bool { take { $0.isAt(word) } }

  /// Passes over the word at hand if it has one of `roles`, and gives its number.
  mutating func take(_ roles: WordRoles) -> Int? {
    guard has(roles) else { return nil }
    defer { advance() }
    return value
  }

  /// Passes over a hyphen or dash.
  mutating func takeHyphen() -> Bool { take { !$0.isAtEnd && $0.reader.isHyphen($0.index) } }

  /// Passes over one mark of ASCII.
  mutating func take(mark: Unicode.Scalar) -> Bool { take { !$0.isAtEnd && $0.reader.isByte($0.index, mark) } }

  /// The number of at most `digits` digits at hand, passed over.
  mutating func takeInteger(digits: Int) -> Int? {
    guard !isAtEnd, let number = reader.integer(index, digits: digits) else { return nil }
    advance()
    return number
  }

  /// The ordinal at hand, in digits or words, passed over.
  mutating func takeOrdinal() -> Int? {
    guard !isAtEnd, let after = reader.endOfOrdinal(at: index), after <= end else { return nil }
    defer { index = after }
    if let number = reader.integer(index, digits: 5) { return number }
    if let run = reader.digits(index), let number = run.integer { return Int(number) }
    return value + (after > index + 1 ? Int(reader.value(after - 1)) : 0)
  }

  private mutating func take(_ condition: (TokenCursor) -> Bool) -> Bool {
    guard condition(self) else { return false }
    advance()
    return true
  }
}
