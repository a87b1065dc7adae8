/// What the rules take a token for: a feature of the model, which learns when to believe them.
struct RuleTag: Hashable, Sendable {
  /// 0 for nothing; else from the low bits up: whether it is not the first token, two bits of doubt, and the label.
  var code: UInt8 = 0

  static let none = RuleTag()

  init() {}

  private init(_ candidate: Candidate, isLater: Bool) {
    let doubt: UInt8 = candidate.score >= 0.75 ? 0 : candidate.score >= 0.55 ? 1 : 2
    code = (candidate.label.rawValue + 1) << 3 | doubt << 1 | (isLater ? 1 : 0)
  }

  var label: Label? { code == 0 ? nil : Label(rawValue: code >> 3 - 1) }

  /// Part of a name, not of a date or an amount.
  var isName: Bool { code != 0 && code >> 3 - 1 <= Label.language.rawValue }

  /// The tags of all tokens of a text.
  static func tags(of candidates: [Candidate], tokenCount: Int) -> [RuleTag] {
    var tags = [RuleTag](repeating: .none, count: tokenCount)
    for candidate in candidates {
      for token in candidate.tokens {
        tags[token] = RuleTag(candidate, isLater: token > candidate.tokens.lowerBound)
      }
    }
    return tags
  }
}
