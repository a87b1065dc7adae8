extension Span<UInt8> {
  /// Where a sentence ends at `run`, and where the next one starts; `nil` where none does, and at the end of the paragraph.
  func sentenceStart(
    after run: StopRun, _ joints: JointReader, before end: Int, _ words: Span<WordTable.Slot>
  ) -> (end: Int, start: Int)? {
    let start = joints.start
    guard let next = nextWord(from: run.end, before: end), !goesOnInBrackets(next, before: end) else { return nil }
    if next.kind.isStop, !next.isBracketed, !next.isQuoted { return nil }
    if run.hasFullStop, isDecimalPoint(run, next, from: start) { return nil }
    if isOmission(run, next, from: start) { return (run.start + 1, run.start + 2) }
    let isEnd =
      if run.hasFullStop {
        !(run.closesQuote && next.start == run.end && goesOnBehindQuotation(at: next.start, before: end))
      } else if next.start == run.end {
        lacksSpace(after: run, next, from: start, before: end, words)
      } else if joints.isOn, mayEndBeforeSmallLetter(run, next, from: start, words) {
        joints.features(after: run, before: next, in: self, words).endsSentence(words)
      } else if run.hasExclamation {
        next.kind != .lower && next.kind != .dash && !isAttribution(next, after: run, before: end, words)
      } else if run.dots > 1 {
        run.start > start && endsAfterEllipsis(run, next) && !isAttribution(next, after: run, before: end, words)
      } else {
        endsAfterDot(run, next, from: start, before: end, words)
      }
    return isEnd ? (run.end, next.start) : nil
  }

  /// Whether an ellipsis of three dots, each apart, follows the stop of a sentence and stands for what was left out before
  /// the next one: "It ended. . . . The rest is known." (Chicago Manual of Style, four dots).
  private func isOmission(_ run: StopRun, _ next: NextWord, from start: Int) -> Bool {
    run.isSpaced && run.dots == 4 && run.end == run.start + 7 && self[run.start + 1] == 0x20 && next.kind == .upper
      && run.start > start
      && kind(at: character(before: run.start), before: run.start).isLetter
  }

  /// Whether it is open if a sentence ends at `run`, though a small letter follows: no abbreviation and no mark that closes
  /// explains the stop.
  func mayEndBeforeSmallLetter(
    _ run: StopRun, _ next: NextWord, from start: Int, _ words: Span<WordTable.Slot>
  ) -> Bool {
    guard next.kind == .lower, !next.isBracketed, !next.isQuoted, !run.closesQuote, !run.closesBracket, !run.isSpaced,
      next.start > run.end
    else { return false }
    let word = wordBeforeStop(endingAt: run.start, notBefore: start)
    // "Yahoo! in those years"
    if run.hasExclamation { return word.range.lowerBound <= start || !word.isCapitalized || word.isAllCapitals }
    guard run.dots == 1 else { return run.start > start }
    return !word.range.isEmpty && !word.hasDots && !word.isInitial
      && words.classes(of: wordKey(word.range)).isDisjoint(with: .anyAbbreviation)
  }

  /// Whether a full-width stop stands between digits: `２．５`.
  private func isDecimalPoint(_ run: StopRun, _ next: NextWord, from start: Int) -> Bool {
    run.end == run.start + 3 && self[run.start + 2] == 0x8E && next.start == run.end && next.kind == .digit
      && run.start > start && character(at: character(before: run.start)).kind == .digit
  }

  /// Whether a particle stands behind a quotation that closes, or a comma: "「帰ろう。」と言った。", "“为什么？”的问题".
  private func goesOnBehindQuotation(at offset: Int, before end: Int) -> Bool {
    guard offset + 3 <= end, self[offset] >= 0xE3 else { return false }
    let next = Swift.min(end, offset + 6)
    switch (self[offset], self[offset + 1], self[offset + 2]) {
    // と を は が に の 的 、 ，
    case (0xE3, 0x81, 0xA8), (0xE3, 0x82, 0x92), (0xE3, 0x81, 0xAF), (0xE3, 0x81, 0x8C), (0xE3, 0x81, 0xAB),
      (0xE3, 0x81, 0xAE), (0xE7, 0x9A, 0x84), (0xE3, 0x80, 0x81), (0xEF, 0xBC, 0x8C):
      return true
    // って など
    case (0xE3, 0x81, 0xA3): return next - offset == 6 && self[offset + 4] == 0x81 && self[offset + 5] == 0xA6
    case (0xE3, 0x81, 0xAA): return next - offset == 6 && self[offset + 4] == 0x81 && self[offset + 5] == 0xA9
    default: return false
    }
  }

  /// Whether a sentence ends where a space has been forgotten: "It rained.The game went on."
  private func lacksSpace(
    after run: StopRun, _ next: NextWord, from start: Int, before end: Int, _ words: Span<WordTable.Slot>
  ) -> Bool {
    guard run.dots <= 1, run.end == run.start + 1, next.kind == .upper, !next.isQuoted || self[run.end] >= 0xC2,
      !next.isBracketed, isCapitalizedWord(next.range, before: end)
    else { return false }
    let word = wordBeforeStop(endingAt: run.start, notBefore: start)
    guard word.isLowercase, word.range.count > 1, word.range.count < WordBeforeStop.reach,
      words.classes(of: wordKey(word.range)).isDisjoint(with: .anyAbbreviation)
    else { return false }
    // The first letters of an address or a file name look the same.
    let after = kind(at: next.range.upperBound, before: end)
    return after == .space || (after == .mark && self[next.range.upperBound] == UInt8(ascii: ","))
  }

  /// Whether it is as a sentence begins: "The", or "A" with a word behind it.
  private func isCapitalizedWord(_ range: Range<Int>, before end: Int) -> Bool {
    let second = kind(at: range.lowerBound + 1, before: end)
    guard range.count == 1 else { return second == .lower }
    return second == .space && kind(at: range.upperBound + 1, before: end) == .lower
  }

  private func endsAfterEllipsis(_ run: StopRun, _ next: NextWord) -> Bool {
    guard next.kind != .lower, next.kind != .dash, next.kind != .digit else { return false }
    // "I" has its capital in mid-sentence too; only a fourth dot, or a mark that closes, tells.
    let isPronoun = next.range.count == 1 && self[next.range.lowerBound] == UInt8(ascii: "I")
    return !isPronoun || run.dots > 3 || run.closesQuote
  }

  private func endsAfterDot(
    _ run: StopRun, _ next: NextWord, from start: Int, before end: Int, _ words: Span<WordTable.Slot>
  ) -> Bool {
    if next.kind == .lower, !next.isBracketed { return false }
    let word = wordBeforeStop(endingAt: run.start, notBefore: start)
    if run.closesQuote { return next.kind != .lower && !isAttribution(next, after: run, before: end, words) }
    if word.range.isEmpty { return next.kind != .lower }

    var classes = words.classes(of: wordKey(word.range))
    if classes.isEmpty, let elided = elidedWord(word.range) { classes = words.classes(of: wordKey(elided)) }
    // "Katharinenstr. 17"
    if next.kind == .digit, word.range.count > 3, self[word.range.upperBound - 3] == UInt8(ascii: "s"),
      self[word.range.upperBound - 2] == UInt8(ascii: "t"), self[word.range.upperBound - 1] == UInt8(ascii: "r")
    {
      return false
    }
    let nextClasses = words.classes(of: wordKey(next.range))
    let isStarter = next.kind == .upper && nextClasses.contains(.starter)
    if word.isAcronym {
      if classes.contains(.timeOfDay) { return endsAfterTime(run, next, nextClasses, from: start) }
      return isStarter && !classes.contains(.inner)
    }
    if word.range.count == 1, isLastOfSpacedAbbreviation(word.range, from: start, words) { return false }
    if word.isInitial { return !classes.contains(.title) && (isStarter || isPronounI(word, from: start)) }
    if classes.contains(.capitalOnly), !word.isCapitalized { return next.kind != .lower || next.isBracketed }
    if classes.contains(.title) || (classes.contains(.inner) && !word.isAllCapitals) { return false }
    if classes.contains(.beforeNumber), next.kind == .digit { return false }
    if classes.contains(.abbreviation) {
      return isStarter && !(classes.contains(.beforeNumber) && next.range.count == 1)
    }
    if word.range.count == 1, word.isLowercase { return isStarter }
    return true
  }

  /// The word behind the apostrophe of an article or preposition before it: `art` in "dell’art.", `av` in "l'av."
  private func elidedWord(_ range: Range<Int>) -> Range<Int>? {
    guard let mark = range.last(where: { self[$0] == UInt8(ascii: "'") || (self[$0] == 0x99 && self[$0 - 1] == 0x80) })
    else { return nil }
    let word = mark + 1..<range.upperBound
    return word.count > 1 && mark - range.lowerBound <= 8 ? word : nil
  }

  /// Whether the letter at `word` is the second of "z. B.", "i. e.", an abbreviation of two letters that no sentence ends with.
  private func isLastOfSpacedAbbreviation(_ word: Range<Int>, from start: Int, _ words: Span<WordTable.Slot>) -> Bool {
    let before = trimSpace(from: start, to: word.lowerBound)
    guard before < word.lowerBound, before - start >= 2, self[before - 1] == UInt8(ascii: "."),
      before - start == 2 || !kind(at: character(before: before - 2), before: before).isLetter
    else { return false }
    let first = wordKey(before - 2..<before)
    return words.classes(of: first << 8 | wordKey(word)).contains(.inner)
  }

  /// "at 5 p.m. Monday", "5 p.m. EST", and "At 5 a.m. Mr. Smith" go on.
  private func endsAfterTime(
    _ run: StopRun, _ next: NextWord, _ nextClasses: WordClasses, from start: Int
  ) -> Bool {
    guard next.kind == .upper || next.kind == .mark || next.isQuoted, !nextClasses.contains(.calendar) else {
      return false
    }
    // No sentence is as short as "At 5 a.m."; so much only tells when.
    guard run.start - start < 20 else { return true }
    var spaces = 0
    for index in start..<run.start where self[index] == 0x20 { spaces += 1 }
    return spaces > 2
  }

  /// Whether a one-letter word is the pronoun, as in "you and I.", and not an initial, as in "Albert I. Jones".
  private func isPronounI(_ word: WordBeforeStop, from start: Int) -> Bool {
    guard self[word.range.lowerBound] == UInt8(ascii: "I") else { return false }
    let before = trimSpace(from: start, to: word.range.lowerBound)
    let previous = wordBeforeStop(endingAt: before, notBefore: start)
    return previous.isLowercase
  }

  /// Whether brackets after a stop belong to what is before them: "(Berg 2019)." has its own stop after it, "(1965) and"
  /// goes on in small letters. A sentence in brackets has its stop within.
  private func goesOnInBrackets(_ next: NextWord, before end: Int) -> Bool {
    guard next.isBracketed else { return false }
    let limit = Swift.min(end, next.start + 80)
    var close = next.range.lowerBound
    while close < limit, self[close] != UInt8(ascii: ")"), self[close] != UInt8(ascii: "]") { close += 1 }
    guard close < limit, close > next.range.lowerBound, !kind(at: character(before: close), before: end).isStop else {
      return false
    }
    let after = skipSpace(from: close + 1, to: end)
    let kind = kind(at: after, before: end)
    return kind == .lower || (kind == .dot && after == close + 1) || (after < end && self[after] == UInt8(ascii: ","))
  }

  /// Whether what follows a quotation only says whose it is: "“Why?” Smith asked."
  private func isAttribution(
    _ next: NextWord, after run: StopRun, before end: Int, _ words: Span<WordTable.Slot>
  ) -> Bool {
    guard run.closesQuote, next.kind == .upper, !next.isQuoted, !next.isBracketed else { return false }
    var range = next.range
    for index in 0..<4 {
      let classes = words.classes(of: wordKey(range))
      if index == 0, classes.contains(.starter), classes.isDisjoint(with: .title), range.count > 1 { return false }
      if index > 0, classes.contains(.speech) {
        let after = kind(at: range.upperBound, before: end)
        return after == .dot || (after == .mark && self[range.upperBound] == UInt8(ascii: ","))
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
