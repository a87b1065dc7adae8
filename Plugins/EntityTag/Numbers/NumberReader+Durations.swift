internal import DocumentModel

extension NumberReader {
  /// A time as an amount: "two years ago", "six-week", "45 minutes", "43-year-old".
  func duration(of amount: Amount, from start: Int) -> Reading? {
    var next = afterOptionalHyphen(amount.end)
    // "three full years", "five consecutive days": one word between says how long, not what.
    if Self.fillers.contains(text.token(at: next)?.hash ?? 0) { next += 1 }
    if has(next, .yearKind), has(next + 1, .dateUnit) { next += 1 }
    if has(next, .clockUnit), isUnitOfTime(next, after: amount) {
      return Reading(start, endOfAgo(at: next + 1), .time)
    }
    guard has(next, .dateUnit), !text.token(next, is: "weekday") else { return nil }
    // "the 2018 day of action"
    if amount.isInDigits, isYear(start), !has(next, .plural), next == amount.end { return nil }
    if let end = endOfAge(at: next + 1) { return Reading(start, end, .date) }
    return Reading(start, endOfAgo(at: next + 1), .date)
  }

  private static let fillers = ["full", "consecutive", "straight", "long", "more"].map { TokenHash.folded($0) }

  /// A "second" after a number other than "one" in the singular is an ordinal: "two second places".
  private func isUnitOfTime(_ index: Int, after amount: Amount) -> Bool {
    guard text.token(index, is: "second"), !touches(index) else { return true }
    return amount.value == 1 && amount.end == index
  }

  /// The end of "-old", "-olds", "old", "of age", where a duration is an age.
  private func endOfAge(at index: Int) -> Int? {
    let next = afterOptionalHyphen(index)
    if text.token(next, is: "old") || text.token(next, is: "olds") { return next + 1 }
    return text.token(index, is: "of") && text.token(index + 1, is: "age") ? index + 2 : nil
  }

  /// The end of "ago", "earlier", "later" after a duration, or `index` where none is.
  func endOfAgo(at index: Int) -> Int { has(index, .ago) && !startsBlock(index) ? index + 1 : index }

  /// "a year ago", "an hour later", "years ago", "decades".
  func bareDuration(at index: Int) -> Reading? {
    if has(index, .article) {
      let unit = index + 1
      guard has(unit, [.dateUnit, .clockUnit]), !has(unit, .plural), has(unit + 1, .ago) else { return nil }
      return Reading(index, unit + 2, has(unit, .dateUnit) ? .date : .time)
    }
    guard has(index, .plural), has(index, [.dateUnit, .clockUnit]), !isHyphen(index - 1) else { return nil }
    let label: Label = has(index, .dateUnit) ? .date : .time
    if has(index + 1, .ago) { return Reading(index, index + 2, label) }
    let isLong =
      text.token(index - 1, is: "for") || text.token(index, is: "decades") || text.token(index, is: "centuries")
    return isLong ? Reading(index, index + 1, label, score: 0.8) : nil
  }

  /// "aged 43", "age 43", "age of 43", "43" in "Ann Oak, 43, said".
  func age(at index: Int) -> Reading? {
    if has(index, .age) {
      let number = text.token(index + 1, is: "of") ? index + 2 : index + 1
      guard let amount = rangeAmount(at: number, joiners: true), (amount.value ?? 999) < 130, !amount.isFew,
        endsExpression(amount.end)
      else { return nil }
      return Reading(index, amount.end, .date)
    }
    guard let years = integer(index, digits: 3), 5...120 ~= years, isByte(index - 1, ","), touches(index - 1),
      isCapitalized(index - 2), !has(index - 2, [.month, .weekday, .designator]), touches(index + 1),
      isByte(index + 1, ",") || isByte(index + 1, "."), text.token(at: index + 2)?.isNumber != true
    else { return nil }
    // "Room, 12, 14": a list of numbers is none of ages.
    guard text.token(at: index - 3)?.isNumber != true else { return nil }
    return Reading(index, index + 1, .date, score: 0.7)
  }

  /// Whether no unit or noun of measure follows that would claim the number.
  private func endsExpression(_ index: Int) -> Bool {
    !has(index, [.percent, .unit, .clockUnit, .currencyName])
  }
}
