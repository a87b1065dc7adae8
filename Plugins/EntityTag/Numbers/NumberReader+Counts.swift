internal import DocumentModel

extension NumberReader {
  /// A number of no other kind.
  func count(_ amount: Amount, from start: Int) -> Reading? {
    guard !amount.isFew else { return nil }
    if amount.isInDigits { return digitCount(amount, from: start) }
    if !amount.isCompound, text.token(start, is: "one") { return isCountingOne(start) ? reading(start, amount) : nil }
    guard !has(start, .numeral) || !isPartOfName(start) else { return nil }
    return reading(start, amount)
  }

  private func reading(_ start: Int, _ amount: Amount) -> Reading { Reading(start, amount.end, .cardinal, score: 0.85) }

  private func digitCount(_ amount: Amount, from start: Int) -> Reading? {
    guard !isPartOfName(start) else { return nil }
    // "4K", "10K" are names; thousands have a small "k".
    if text.token(amount.end - 1, is: "k"), isCapitalized(amount.end - 1) { return nil }
    // A word that touches makes it a designation: "4x4", "5G", "3D"; so does a hyphen before a capital: "7-Eleven".
    if touches(amount.end), let next = text.token(at: amount.end), next.isWord, !next.isPossessive { return nil }
    if isHyphen(amount.end), touches(amount.end), touches(amount.end + 1), isCapitalized(amount.end + 1) { return nil }
    if isByte(start - 1, "/") || isByte(amount.end, "/") && touches(amount.end) { return nil }
    return reading(start, amount)
  }

  /// Whether a number is the name of what stands before it: "Article 5", "Boeing 747", "Phase Two".
  private func isPartOfName(_ index: Int) -> Bool {
    guard let before = text.token(at: index - 1), before.isWord, !text[index].followsLineBreak else { return false }
    if text[index].isWord, !text[index].startsUpper { return false }
    guard before.startsUpper else { return has(index - 1, .designator) && text[index].isNumber && isSmall(index) }
    if has(index - 1, .designator) { return true }
    if has(index - 1, [.datePreposition, .the, .article, .month, .weekday, .deictic, .each, .numeral]) { return false }
    return !startsSentence(index - 1)
  }

  /// A number that names rather than counts is short.
  private func isSmall(_ index: Int) -> Bool { (integer(index, digits: 4) ?? 10_000) < 10_000 }

  /// Whether "one" at `index` is the number: "one of", "one soldier", not "no one", "one can".
  private func isCountingOne(_ index: Int) -> Bool {
    if text[index].startsUpper, !startsSentence(index) { return false }
    guard !has(index - 1, .beforePronounOne), !isHyphen(index - 1), !isHyphen(index + 1) else { return false }
    if text.token(index + 1, is: "of") { return !has(index - 1, .the) }
    guard !has(index - 1, .the), let next = text.token(at: index + 1), next.isWord, next.followsSpace else {
      return false
    }
    if text.token(index + 1, is: "in"), text.token(at: index + 2)?.isNumber == true || has(index + 2, .numeral) {
      return true
    }
    return next.shape == .lower && !has(index + 1, .afterPronounOne) && !text.token(index + 1, is: "in")
  }

  // MARK: Ordinals

  /// "21st" and what it is the start of.
  func ordinalNumber(at index: Int) -> Reading? {
    guard touches(index + 1), has(index + 1, .ordinalSuffix),
      integer(index, digits: 5) != nil
        || digits(index)?.commas == 1
    else { return nil }
    if let date = ordinalDate(at: index, end: index + 2) { return date }
    return Reading(index, index + 2, .ordinal, score: 0.95)
  }

  /// "twenty-first".
  func compoundOrdinal(at index: Int) -> Reading? {
    guard has(index, .numeral), let end = endOfOrdinal(at: index) else { return nil }
    return ordinalDate(at: index, end: end) ?? Reading(index, end, .ordinal)
  }

  /// "first", where it counts.
  func ordinalWord(at index: Int) -> Reading? {
    let end = index + 1
    if let date = ordinalDate(at: index, end: end) { return date }
    if has(index, .clockUnit) {
      let isCounted = has(index - 1, .numeral) || text.token(at: index - 1)?.isNumber == true
      if isCounted { return nil }
      // "a second later", "every second": a time; "a second term", "the second": an ordinal.
      guard let next = text.token(at: end), next.isWord || next.isMark && !has(index - 1, .article) else { return nil }
      if has(index - 1, .article), has(end, [.ago, .datePreposition]) { return nil }
    }
    if has(end, .afterIdiomOrdinal) || isHyphen(end) && has(end + 1, .afterIdiomOrdinal) { return nil }
    if text.token(index - 1, is: "at"), text.token(index, is: "first") { return nil }
    if text[index].startsUpper, !startsSentence(index), isCapitalized(end) || isCapitalized(index - 1) { return nil }
    return Reading(index, end, .ordinal, score: 0.85)
  }

  /// The end of an ordinal in digits or words at `index`, or `nil`.
  func endOfOrdinal(at index: Int) -> Int? {
    if text.token(at: index)?.isNumber == true {
      return touches(index + 1) && has(index + 1, .ordinalSuffix) ? index + 2 : nil
    }
    if has(index, .numeral), value(index) >= 20 {
      let next = afterOptionalHyphen(index + 1)
      return has(next, .ordinal) && value(next) < 10 ? next + 1 : nil
    }
    return has(index, .ordinal) ? index + 1 : nil
  }
}
