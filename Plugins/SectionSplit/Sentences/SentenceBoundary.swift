internal import TextBytes

extension Span<UInt8> {
  /// Where a sentence ends at `run`, and where the next one starts; `nil` where none does, and at the end of the paragraph.
  func sentenceStart(
    after run: StopRun, _ joints: JointReader, before end: Int, _ words: Span<WordTable.Slot>
  ) -> (end: Int, start: Int)? {
    let start = joints.start
    guard let next = nextWord(from: run.end, before: end), !goesOnInBrackets(next, after: run, before: end),
      !goesOn(with: next, before: end)
    else { return nil }
    if run.hasFullStop, isDecimalPoint(run, next, from: start) { return nil }
    if run.dots == 0, isExclamationMark(run), isPartOfName(run, before: next, from: start, words) { return nil }
    if isOmission(run, next, from: start) { return (run.start + 1, run.start + 2) }
    if next.start == run.end, !run.hasFullStop {
      return endBeforeForgottenSpace(run, next, from: start, before: end, words).map { ($0, $0) }
    }
    let isEnd =
      if run.hasFullStop {
        !(next.start == run.end && (run.closesQuote || asks(run))
          && goesOnWithParticle(at: next.start, before: end, isQuoted: run.closesQuote))
      } else if joints.isOn, mayEndBeforeSmallLetter(run, next, from: start, words) {
        joints.features(after: run, before: next, in: self, words).endsSentence(words)
      } else if run.hasExclamation {
        next.kind != .lower && !isAttribution(next, after: run, before: end, words)
      } else if run.dots > 1 {
        endsAfterEllipsis(run, next) && hasWord(from: start, to: run.start)
          && !isAttribution(next, after: run, before: end, words)
      } else {
        endsAfterDot(run, next, from: start, before: end, words)
      }
    return isEnd ? (run.end, next.start) : nil
  }

  /// Whether anything but marks that open stands between `start` and `offset`.
  private func hasWord(from start: Int, to offset: Int) -> Bool {
    // More marks than these no sentence opens with.
    offset - start > 32 || nextWord(from: start, before: offset).map { $0.range.lowerBound < offset } ?? false
  }

  /// Whether an ellipsis of three dots, each apart, follows the stop of a sentence and stands for what was left out before
  /// the next one: "It ended. . . . The rest is known." (Chicago Manual of Style, four dots).
  private func isOmission(_ run: StopRun, _ next: NextWord, from start: Int) -> Bool {
    run.isSpaced && run.dots == 4 && run.end == run.start + 7 && self[run.start + 1] == 0x20 && next.kind == .upper
      && run.start > start && kind(before: run.start).isLetter
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
    return !word.range.isEmpty && !isItemNumber(word.range, from: start) && !word.hasDots && !word.isInitial
      && words.classes(of: wordKey(word.range)).isDisjoint(with: .anyAbbreviation)
  }

  /// Whether `run` is one exclamation mark.
  private func isExclamationMark(_ run: StopRun) -> Bool {
    let mark = codeUnits(at: run.start, run.end - run.start <= 3 ? run.end - run.start : 0)
    return mark == 0x21 || mark == 0xEFBC81
  }

  /// Whether `run` begins with a question or exclamation mark, full-width or not.
  private func asks(_ run: StopRun) -> Bool {
    self[run.start] == 0x21 || self[run.start] == 0x3F
      || (self[run.start] == 0xEF && (self[run.start + 2] == 0x81 || self[run.start + 2] == 0x9F))
  }

  /// Whether the exclamation mark of `run` belongs to a name that goes on behind it: "Yahoo! News", "Yahoo！ニュース".
  private func isPartOfName(
    _ run: StopRun, before next: NextWord, from start: Int, _ words: Span<WordTable.Slot>
  ) -> Bool {
    guard !next.isQuoted, !next.isBracketed, next.kind == .upper || (next.kind == .letter && next.start == run.end)
    else { return false }
    let word = wordBeforeStop(endingAt: run.start, notBefore: start)
    return words.classes(of: wordKey(word.range)).contains(.exclaiming)
      && !words.classes(of: wordKey(next.range)).contains(.starter)
  }

  /// Whether a full-width stop stands between digits: `２．５`.
  private func isDecimalPoint(_ run: StopRun, _ next: NextWord, from start: Int) -> Bool {
    run.end == run.start + 3 && self[run.start + 2] == 0x8E && next.start == run.end && next.kind == .digit
      && run.start > start && kind(before: run.start) == .digit
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
    // Most sentences end so; nothing below says otherwise of such a word.
    if classes.isEmpty, word.isLowercase, word.range.count > 1, next.kind != .digit { return true }
    if classes.isEmpty, let elided = elidedWord(word.range) { classes = words.classes(of: wordKey(elided)) }
    // "Katharinenstr. 17", "Bahnhofspl. 11"
    if next.kind == .digit, hasSuffix("str", word.range) || hasSuffix("pl", word.range) { return false }
    let nextClasses = words.classes(of: wordKey(next.range))
    let isStarter = next.kind == .upper && nextClasses.contains(.starter) && !isInitial(next, before: end)
    if word.isAcronym {
      if classes.contains(.timeOfDay) { return endsAfterTime(run, next, nextClasses, from: start) }
      return isStarter && !classes.contains(.inner)
    }
    if word.range.count == 1, isLastOfSpacedAbbreviation(word.range, from: start, words) { return false }
    // What a sentence begins with is an initial or a mark, "Q. What next?"
    if word.isInitial {
      return word.range.lowerBound > start && !classes.contains(.title) && (isStarter || isPronounI(word, from: start))
    }
    if classes.contains(.capitalOnly), !word.isCapitalized { return next.kind != .lower || next.isBracketed }
    if classes.contains(.title) || (classes.contains(.inner) && !word.isAllCapitals) { return false }
    // A small letter stands in brackets here: "16 proc. (raport".
    if classes.contains(.beforeNumber), next.kind == .digit || next.kind == .lower { return false }
    if isItemNumber(word.range, from: start) { return false }
    if isPartOfName(word.range, from: start) { return true }
    // "MT. Everest"
    if isInCapitals(word, before: next), !classes.contains(.place) { return true }
    if classes.contains(.abbreviation) {
      return isStarter && !(classes.contains(.beforeNumber) && next.range.count == 1)
    }
    if word.range.count == 1, word.isLowercase { return isStarter }
    return true
  }

  /// Whether a dot stands behind the one letter that `next` is, as in "Trewick, S. A. Stone".
  private func isInitial(_ next: NextWord, before end: Int) -> Bool {
    next.range.count == 1 && kind(at: next.range.upperBound, before: end) == .dot
  }

  /// Whether the figure at `word` counts an item of a list that its sentence leads up to: "three ways: 1. Wait; 2. Go."
  private func isItemNumber(_ word: Range<Int>, from start: Int) -> Bool {
    guard word.count <= 2, word.allSatisfy({ self[$0].isDigit }) else { return false }
    let before = trimSpace(from: start, to: word.lowerBound)
    guard before > start, before < word.lowerBound else { return false }
    let isFirst = word.count == 1 && self[word.lowerBound] == UInt8(ascii: "1")
    return self[before - 1] == UInt8(ascii: ";") || (self[before - 1] == UInt8(ascii: ":") && isFirst)
  }

  /// Whether the figure at `word` belongs to a name and is no ordinal: "Sars-CoV-2."
  private func isPartOfName(_ word: Range<Int>, from start: Int) -> Bool {
    guard word.lowerBound > start + 1, self[word.lowerBound].isDigit else { return false }
    let hyphen = character(before: word.lowerBound)
    return hyphen > start && kind(at: hyphen, before: word.lowerBound) == .dash
      && kind(before: hyphen).isLetter
  }

  /// Whether `word` is in capitals though its neighbour is not, so that it stands for something else than the abbreviation
  /// that is written like it: "the Phoenix VA. Charges". Doubled letters and Roman numbers are always so: "EE. UU.", "II."
  private func isInCapitals(_ word: WordBeforeStop, before next: NextWord) -> Bool {
    guard word.isAllCapitals, next.range.contains(where: { self[$0].isLower }) else { return false }
    return self[word.range.lowerBound] != self[word.range.lowerBound + 1] && romanValue(word.range) == nil
  }

  private func hasSuffix(_ suffix: StaticString, _ word: Range<Int>) -> Bool {
    let start = word.upperBound - suffix.utf8CodeUnitCount
    return start > word.lowerBound && says(suffix, at: start, before: word.upperBound)
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
      before - start == 2 || !kind(before: before - 2).isLetter
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
}
