/// The tokens of a text that names can be made of, in runs that nothing but what is outside parts.
struct NamePlaces {
  /// Runs of tokens that can belong to names, in order.
  private(set) var runs: [Range<Int>] = []
  private let text: LookedUpText
  /// The last capital so far: what names have inside stands not far after one.
  private var lastCapital = -9
  /// Whether the text is in small letters throughout, so that capitals tell nothing.
  private let isCaseless: Bool

  /// - Parameters:
  ///   - rules: what the rules take each token for.
  ///   - areEverywhere: whether names of any words are looked for, such as "aspirin".
  init(in text: LookedUpText, rules: [RuleTag], areEverywhere: Bool) {
    self.text = text
    isCaseless = Self.isCaseless(text)
    var start: Int?
    for index in 0..<text.count {
      if let open = start, text.isBorder(before: index) {
        runs.append(open..<index)
        start = nil
      }
      let isPlace = areEverywhere || isPlace(index, rules)
      if text.text[index].startsUpper || text.text[index].shape == .mixed { lastCapital = index }
      if isPlace {
        start = start ?? index
      } else if let open = start {
        runs.append(open..<index)
        start = nil
      }
    }
    if let start { runs.append(start..<text.count) }
  }

  private func isPlace(_ index: Int, _ rules: [RuleTag]) -> Bool {
    let token = text.text[index]
    switch token.kind {
    case .word:
      if rules[index].isName { return true }
      if token.isPossessive { return isBetweenCapitals(index) }
      let word = text.words[index]
      if token.startsUpper || token.shape == .mixed {
        // "The", "He" and the like begin a name only where another capital follows.
        guard word.beginsSentence, word.classes.contains(.function) else { return true }
        return text.isCapital(index + 1)
      }
      if word.entry.hasSenses, !word.entry.isCommon { return true }
      if isCaseless, !word.entry.isCommon, word.classes.isDisjoint(with: [.function, .month]) {
        return token.count > 1
      }
      // "jin" of "Soo-jin".
      if !token.followsSpace, text.text.isHyphen(index - 1), text.isCapital(index - 2) { return true }
      return index - lastCapital <= 4 && isConnector(index) && isInside(index)
    case .number: return text.isCapital(index - 1) || text.isCapital(index + 1)
    case .mark:
      switch token.first {
      case 0x2D:
        if isBetweenCapitals(index) || text.isCapital(index - 1) && text.text.isHyphen(index) { return true }
        // The second hyphen of "Inzamam-ul-Haq".
        return text.has(.particle, at: index - 1) && text.text.isHyphen(index) && text.isCapital(index + 1)
      case 0x2E:
        return isBetweenCapitals(index) || !token.followsSpace && text.has([.orgSuffix, .nameSuffix], at: index - 1)
      case 0x26, 0x27, 0x2F, 0xE2: return isBetweenCapitals(index)
      case 0x2C: return text.isCapital(index - 1) && text.has(.orgSuffix, at: index + 1)
      default: return false
      }
    }
  }

  /// Whether at most one word in fifty has a capital.
  private static func isCaseless(_ text: LookedUpText) -> Bool {
    var words = 0
    var capitals = 0
    for token in text.text.tokens where token.isWord {
      words += 1
      if token.startsUpper { capitals += 1 }
    }
    return capitals * 50 <= words
  }

  private func isBetweenCapitals(_ index: Int) -> Bool {
    text.isCapital(index - 1) && (text.isCapital(index + 1) || text.text.token(at: index + 1)?.isNumber == true)
  }

  /// A small word that names have inside.
  private func isConnector(_ index: Int) -> Bool {
    if text.has(.particle, at: index) { return true }
    let tokens = text.text
    switch tokens.token(at: index)?.count {
    case 1: return tokens.token(index, is: "a")
    case 2:
      return tokens.token(index, is: "of") || tokens.token(index, is: "in") || tokens.token(index, is: "on")
        || tokens.token(index, is: "at") || tokens.token(index, is: "to") || tokens.token(index, is: "de")
        || tokens.token(index, is: "la")
    case 3:
      return tokens.token(index, is: "the") || tokens.token(index, is: "and") || tokens.token(index, is: "for")
    default: return false
    }
  }

  /// Whether such a word has a capital not far before it and after it: "of the" in "Bank of the West".
  private func isInside(_ index: Int) -> Bool {
    var before = index - 1
    while before > index - 3, before > 0, !text.isCapital(before), isConnector(before) { before -= 1 }
    let isMark = text.text.token(at: before)?.isMark == true
    guard text.isCapital(before) || isMark && text.isCapital(before - 1) else { return false }
    var after = index + 1
    while after < index + 3, !text.isCapital(after), isConnector(after) { after += 1 }
    return text.isCapital(after) || text.text.isHyphen(after) && text.isCapital(after + 1)
  }
}

extension LookedUpText {
  /// Whether what stands before the token is of another sentence or block, which says nothing of the token.
  func isBorder(before index: Int) -> Bool {
    guard index > 0, index < count else { return true }
    let token = text[index]
    guard words[index].beginsSentence else { return token.followsBlankLine }
    if token.followsLineBreak { return true }
    switch text.byte(index - 1) {
    case 0x2E, 0x21, 0x3F: return true
    default: return false
    }
  }
}
