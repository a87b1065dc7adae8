/// The words, numbers and marks of a short line, and a place among them.
struct LineTokens {
  /// A run of letters, a run of digits, or one mark.
  struct Token {
    enum Kind {
      case word
      case number
      case mark
    }
    var kind: Kind
    /// In lower case.
    var text: String
    /// Whether it began with a small letter.
    var isSmall: Bool
    var isSpaced: Bool
  }

  let dates: DateStyle
  private let tokens: [Token]
  private var next = 0

  init(_ line: some StringProtocol, dates: DateStyle = DateStyle()) {
    self.dates = dates
    var tokens: [Token] = []
    var isSpaced = false
    for character in line {
      let kind: Token.Kind = character.isLetter ? .word : character.isNumber ? .number : .mark
      if character == " " {
        isSpaced = true
      } else if let last = tokens.last, !isSpaced, last.kind == kind, kind != .mark {
        tokens[tokens.count - 1].text += character.lowercased()
      } else {
        tokens.append(
          Token(kind: kind, text: character.lowercased(), isSmall: character.isLowercase, isSpaced: isSpaced))
        isSpaced = false
      }
    }
    self.tokens = tokens
  }

  var isAtEnd: Bool { next == tokens.count }

  /// What comes next.
  var current: Token? { next < tokens.count ? tokens[next] : nil }

  /// Passes over `mark` if it comes next.
  mutating func skip(_ mark: String) -> Bool {
    guard current?.text == mark else { return false }
    next += 1
    return true
  }

  /// Passes over the words of `phrase` (in lower case, with spaces between them) if they come next.
  mutating func skip(phrase: String) -> Bool {
    attempt { tokens in phrase.split(separator: " ").allSatisfy { tokens.skip(String($0)) } ? true : nil } ?? false
  }

  /// The next token if it is a word.
  mutating func word() -> String? { take(.word) }

  /// The next token if it is a number with as many digits as `digits` allows.
  mutating func number(digits: ClosedRange<Int>) -> Int? {
    attempt { tokens in
      guard let text = tokens.take(.number), digits.contains(text.utf8.count) else { return nil }
      return Int(text)
    }
  }

  private mutating func take(_ kind: Token.Kind) -> String? {
    guard let current, current.kind == kind else { return nil }
    next += 1
    return current.text
  }

  /// Passes over one token, whatever it is; `nil` at the end.
  mutating func skipAny() -> Token? {
    guard let current else { return nil }
    next += 1
    return current
  }

  /// What `read` gives, or `nil` with the place where it was.
  mutating func attempt<Value>(_ read: (inout LineTokens) -> Value?) -> Value? {
    let start = next
    guard let value = read(&self) else {
      next = start
      return nil
    }
    return value
  }
}
