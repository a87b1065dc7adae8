internal import DocumentModel

/// The tokens of a text with what each can be: what all rules of numbers and times look at.
struct NumberReader {
  let text: TokenizedText
  let table: WordTable
  /// The folded hashes of the tokens of each holiday's name.
  let holidays: [[UInt64]]

  /// Dates stand in dates ("early in the last week of March") no deeper than this.
  static let deepestDate = 4

  /// What begins at a token, or `nil` where nothing does.
  func reading(at index: Int) -> Reading? {
    let token = text[index]
    if token.isNumber { return numericReading(at: index) }
    guard let meaning = table[token.hash], !meaning.roles.isDisjoint(with: .triggers) else { return nil }
    return wordReading(at: index, meaning.roles)
  }

  private func wordReading(at index: Int, _ roles: WordRoles) -> Reading? {
    guard !isInsideName(index) else { return nil }
    var best = date(at: index, depth: NumberReader.deepestDate)
    func consider(_ reading: Reading?) {
      if let reading, reading.end > best?.end ?? index { best = reading }
    }
    if !roles.isDisjoint(with: [.currencySign, .currencyCode]) { consider(prefixedMoney(at: index)) }
    if !roles.isDisjoint(with: [.numeral, .article, .few, .fraction, .vagueNumber, .scale]) {
      consider(measured(at: index))
    }
    if roles.contains(.numeral) { consider(compoundOrdinal(at: index)) }
    if roles.contains(.ordinal) { consider(ordinalWord(at: index)) }
    return best
  }

  private func numericReading(at index: Int) -> Reading? {
    if let end = endOfIdentifier(at: index) { return Reading(index, end, nil) }
    var best = date(at: index, depth: NumberReader.deepestDate)
    func consider(_ reading: Reading?) {
      if let reading, reading.end > best?.end ?? index { best = reading }
    }
    consider(clock(at: index))
    consider(ordinalNumber(at: index))
    consider(measured(at: index))
    return best
  }

  // MARK: Looking at tokens

  func roles(_ index: Int) -> WordRoles {
    guard let token = text.token(at: index) else { return [] }
    return table[token.hash]?.roles ?? []
  }

  func has(_ index: Int, _ roles: WordRoles) -> Bool { !self.roles(index).isDisjoint(with: roles) }

  func value(_ index: Int) -> Int64 {
    guard let token = text.token(at: index) else { return 0 }
    return table[token.hash]?.value ?? 0
  }

  /// Whether a token is there and touches the one before it.
  func touches(_ index: Int) -> Bool { text.token(at: index).map { !$0.followsSpace } ?? false }

  /// Whether a token begins a new block, so that no expression goes on over it.
  func startsBlock(_ index: Int) -> Bool { text.token(at: index)?.followsBlankLine ?? true }

  func isCapitalized(_ index: Int) -> Bool {
    text.token(at: index).map { $0.isWord && $0.startsUpper } ?? false
  }

  /// Whether the token is a hyphen or a dash of a range: "-", "‐", "‑", "–".
  func isHyphen(_ index: Int) -> Bool {
    guard let token = text.token(at: index), token.isMark else { return false }
    return switch token.hash {
    case Self.hyphens.0, Self.hyphens.1, Self.hyphens.2, Self.hyphens.3: true
    default: false
    }
  }

  private static let hyphens = (
    TokenHash.folded("-"), TokenHash.folded("‐"), TokenHash.folded("‑"), TokenHash.folded("–")
  )

  /// The index after a hyphen that touches both neighbours, or `nil` where there is none.
  func afterHyphen(_ index: Int) -> Int? {
    isHyphen(index) && touches(index) && touches(index + 1) ? index + 1 : nil
  }

  /// The index after an optional hyphen between two words of one expression.
  func afterOptionalHyphen(_ index: Int) -> Int { afterHyphen(index) ?? index }

  func isByte(_ index: Int, _ character: Unicode.Scalar) -> Bool {
    text.byte(index).map { UInt32($0) == character.value } ?? false
  }

  /// Whether a word is the start of a sentence or of a block, where a capital says nothing.
  func startsSentence(_ index: Int) -> Bool {
    guard let token = text.token(at: index), let before = text.token(at: index - 1) else { return true }
    if token.followsBlankLine { return true }
    return before.isMark && !isByte(index - 1, ",") && !isByte(index - 1, ")") && !isHyphen(index - 1)
  }

  /// Whether a hyphen ties the word to one before it that belongs to no expression of ours: "co-first", "7-Eleven".
  private func isInsideName(_ index: Int) -> Bool {
    guard isHyphen(index - 1), touches(index), touches(index - 1), let before = text.token(at: index - 2)
    else { return false }
    if before.isNumber { return isCapitalized(index) && has(index, .numeral) }
    return before.isWord && !has(index - 2, [.part, .numeral, .month, .weekday, .currencyPrefix])
  }
}
