internal import TextBytes

/// What stands behind a stop and still belongs to the sentence before it.
extension Span<UInt8> {
  /// Whether `next` goes on with what is before it, whatever stop that has: a mark that closes or parts, or a dash with a
  /// small letter, another mark or nothing behind it.
  func goesOn(with next: NextWord, before end: Int) -> Bool {
    guard !next.isBracketed, !next.isQuoted else { return false }
    switch next.kind {
    case .dot, .exclamation, .fullStop, .closing: return true
    case .mark: return isPunctuation(at: next.range.lowerBound, before: end)
    case .dash:
      var at = next.range.lowerBound
      while kind(at: at, before: end) == .dash { at += character(at: at).count }
      guard let word = nextWord(from: at, before: end) else { return true }
      return word.kind == .lower || isPunctuation(at: word.start, before: end)
    default: return false
    }
  }

  /// Whether brackets after a stop belong to what is before them: "(Berg 2019)." has its own stop after it, "(1965) and"
  /// goes on in small letters. A sentence in brackets has its stop within, or behind them: "(See the map below)."
  func goesOnInBrackets(_ next: NextWord, after run: StopRun, before end: Int) -> Bool {
    guard next.isBracketed else { return false }
    let limit = Swift.min(end, next.start + 80)
    var close = next.range.lowerBound
    while close < limit, self[close] != UInt8(ascii: ")"), self[close] != UInt8(ascii: "]") { close += 1 }
    guard close < limit, close > next.range.lowerBound, !kind(before: close).isStop else { return false }
    let after = skipSpace(from: close + 1, to: end)
    let kind = kind(at: after, before: end)
    if kind == .dot, after == close + 1 {
      return run.closesQuote || next.kind != .upper || !isProse(next.range.lowerBound..<close)
    }
    return kind == .lower || (after < end && self[after] == UInt8(ascii: ","))
  }

  /// Whether small words are at `range`, and no figures: neither a source nor a name.
  private func isProse(_ range: Range<Int>) -> Bool {
    !range.contains { self[$0].isDigit }
      && range.dropFirst().contains { self[$0 - 1] == 0x20 && self[$0].isLower }
  }

  /// Whether a particle stands behind a quotation or a question, or a comma: "「帰ろう。」と言った。", "“为什么？”的问题".
  ///
  /// - Parameter isQuoted: whether a mark of a quotation stands before it. Behind others words begin like most particles.
  func goesOnWithParticle(at offset: Int, before end: Int, isQuoted: Bool) -> Bool {
    guard offset + 3 <= end, self[offset] >= 0xE3 else { return false }
    func begins(with words: [StaticString]) -> Bool { words.contains { says($0, at: offset, before: end) } }
    if isQuoted { return begins(with: Particles.behindQuotations) && !begins(with: Particles.others) }
    return begins(with: Particles.behindQuestions) && !begins(with: Particles.othersBehindQuestions)
  }

  /// Whether a word stands at `offset` that leads from one sentence of Japanese to the next: "「行け。」しかし私は残った。"
  func leadsOn(at offset: Int, before end: Int) -> Bool {
    Particles.conjunctions.contains { says($0, at: offset, before: end) }
  }

  func says(_ word: StaticString, at offset: Int, before end: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    return offset + count <= end && (0..<count).allSatisfy { self[offset + $0] == word.utf8Start[$0] }
  }

  /// Whether what follows a quotation only says whose it is: "“Why?” Smith asked."
  func isAttribution(
    _ next: NextWord, after run: StopRun, before end: Int, _ words: Span<WordTable.Slot>
  ) -> Bool {
    guard run.closesQuote, next.kind == .upper, !next.isQuoted, !next.isBracketed else { return false }
    var range = next.range
    for index in 0..<4 {
      let classes = words.classes(of: wordKey(range))
      if index == 0, classes.contains(.starter), classes.isDisjoint(with: .title), range.count > 1 { return false }
      if index > 0, classes.contains(.speech) {
        let after = kind(at: range.upperBound, before: end)
        guard after == .mark, self[range.upperBound] == UInt8(ascii: ",") else { return after == .dot }
        // "Ahn added, “So be it.”" leads up to the next one; behind a question it may stand between two.
        return run.hasExclamation || nextWord(from: range.upperBound + 1, before: end)?.isQuoted != true
      }
      guard kind(at: range.lowerBound, before: end) == .upper else { return false }
      var at = range.upperBound
      if kind(at: at, before: end) == .dot { at += 1 }
      guard at < end, self[at] == 0x20 else { return false }
      range = at + 1..<wordEnd(from: at + 1, before: end)
    }
    return false
  }
}

/// What a sentence of Japanese or Chinese goes on with, and words that begin alike.
private enum Particles {
  static let behindQuotations: [StaticString] = ["と", "を", "は", "が", "に", "の", "的", "、", "，", "って", "など"]
  static let others: [StaticString] = [
    "ところ", "とにかく", "とても", "はい", "はや", "はっ", "がん", "がっ", "にん", "のち", "のぞ", "のん", "的确", "的士",
  ]
  static let behindQuestions: [StaticString] = ["と", "、", "，", "って", "など"]
  static let conjunctions: [StaticString] = ["しかし", "だが", "そして", "すると", "それ", "だから", "そこで", "ところが"]
  static let othersBehindQuestions: [StaticString] = ["ところ", "とに", "とても", "とん", "とり", "とう", "とも", "とき"]
}
