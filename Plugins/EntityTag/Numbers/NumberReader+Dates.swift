internal import DocumentModel

extension NumberReader {
  /// A date, or a time that is named like one ("Friday morning"), that begins at `index`.
  ///
  /// - Parameter depth: how deep dates may still stand in it; keeps "early early early …" from recursing.
  func date(at index: Int, depth: Int) -> Reading? {
    guard depth > 0, let token = text.token(at: index) else { return nil }
    if token.isNumber { return numberDate(at: index) ?? age(at: index) }
    let roles = roles(index)
    guard !roles.isDisjoint(with: .triggers) else { return nil }

    var best: Reading?
    func consider(_ reading: Reading?) {
      if let reading, reading.end > best?.end ?? index { best = reading }
    }
    if !roles.isDisjoint(with: [.month, .shortMonth]) { consider(monthDate(at: index)) }
    if !roles.isDisjoint(with: [.weekday, .shortWeekday]) { consider(weekdayDate(at: index)) }
    if roles.contains(.relativeDay) { consider(withDayPart(Reading(index, index + 1, .date))) }
    if roles.contains(.clockWord) { consider(Reading(index, endOfZone(at: index + 1), .time)) }
    if roles.contains(.season) { consider(season(at: index)) }
    if roles.contains(.shortQuarter) { consider(shortQuarter(at: index)) }
    if roles.contains(.holiday) { consider(holiday(at: index)) }
    if roles.contains(.yearKind) { consider(yearOfKind(at: index)) }
    if roles.contains(.deictic) { consider(deicticDate(at: index, from: index)) }
    if roles.contains(.part) { consider(partDate(at: index, depth: depth)) }
    if roles.contains(.edge) { consider(edgeDate(at: index, depth: depth)) }
    if roles.contains(.each) { consider(eachDate(at: index)) }
    if roles.contains(.the) { consider(theDate(at: index, depth: depth)) }
    if roles.contains(.age) { consider(age(at: index)) }
    if roles.contains(.era) { consider(eraYear(at: index)) }
    if !roles.isDisjoint(with: [.ordinal, .numeral]), let end = endOfOrdinal(at: index) {
      consider(ordinalDate(at: index, end: end))
    }
    if !roles.isDisjoint(with: [.article, .plural]) { consider(bareDuration(at: index)) }
    return best
  }

  // MARK: Months and days

  /// "July 3", "July 3-5, 2026", "Sept. 5", "March 2026", "August".
  func monthDate(at index: Int) -> Reading? {
    guard isCapitalized(index) else { return nil }
    let isShort = has(index, .shortMonth)
    var next = index + 1
    if isShort, isByte(next, "."), touches(next) { next += 1 }
    if !startsBlock(next) {
      if let day = endOfDay(at: next) { return Reading(index, endOfYear(afterDay: day), .date, score: 0.98) }
      let year = isByte(next, ",") ? next + 1 : next
      if isYear(year), !startsBlock(year) { return Reading(index, year + 1, .date, score: 0.98) }
      if let short = endOfShortYear(at: next) { return Reading(index, short, .date) }
    }
    guard !isShort, isMonthAlone(index) else { return nil }
    if text.token(next, is: "of"), let year = yearPhrase(at: next + 1) { return Reading(index, year, .date) }
    return Reading(index, next, .date, score: 0.85)
  }

  /// Whether a month's name without a day or a year is the month, not a person or a verb.
  private func isMonthAlone(_ index: Int) -> Bool {
    let isLed =
      has(index - 1, [.datePreposition, .deictic, .part]) || text.token(index - 1, is: "of") || isHyphen(index - 1)
    guard !has(index, .doubtfulMonth) else { return isLed && !startsSentence(index) && !text[index].followsLineBreak }
    let isSurname = isCapitalized(index - 1) && !startsSentence(index - 1) && !isLed
    // "spoke to June Oak": these words lead to people as well.
    let isWeak = Self.weakLeads.contains(text.token(at: index - 1)?.hash ?? 0)
    return isLed && !(isWeak && isCapitalized(index + 1)) || !isSurname && !isCapitalized(index + 1)
  }

  private static let weakLeads = ["to", "and", "for", "about", "of"].map { TokenHash.folded($0) }

  /// The end of a day of the month at `index`, with a range: "3", "3rd", "3-5", "3 to 5".
  private func endOfDay(at index: Int) -> Int? {
    guard var end = endOfSingleDay(at: index) else { return nil }
    let next = afterHyphen(end) ?? (text.token(end, is: "to") ? end + 1 : nil)
    if let next, let last = endOfSingleDay(at: next) { end = last }
    return end
  }

  private func endOfSingleDay(at index: Int) -> Int? {
    if has(index, .ordinal), 1...31 ~= value(index), has(index - 1, .month) { return index + 1 }
    guard let day = integer(index, digits: 2), 1...31 ~= day else { return nil }
    if touches(index + 1), has(index + 1, .ordinalSuffix) { return index + 2 }
    // "March 14:30", "May 5%", "June 10 million", "July 3 p.m.": no day.
    if isByte(index + 1, ":"), touches(index + 1), touches(index + 2) { return nil }
    if has(index + 1, [.percent, .scale, .meridiem]) { return nil }
    return index + 1
  }

  /// The end of ", 2026" or "2026" after a day, or `index` itself.
  private func endOfYear(afterDay index: Int) -> Int {
    let year = isByte(index, ",") && touches(index) ? index + 1 : index
    guard isYear(year), !startsBlock(year), !has(year + 1, [.scale, .timeZone]) else { return index }
    return year + 1
  }

  /// The end of "this year", "last year", "2026" after "of".
  private func yearPhrase(at index: Int) -> Int? {
    if isYear(index) { return index + 1 }
    guard has(index, .deictic), text.token(index + 1, is: "year") else { return nil }
    return index + 2
  }

  /// "14 March", "14-16 March 2026", "the 14th of March"; `index` is at the number.
  private func dayMonth(at index: Int) -> Reading? {
    guard var next = endOfDay(at: index) else { return nil }
    if text.token(next, is: "and"), let second = endOfSingleDay(at: next + 1) { next = second }
    return dayMonth(from: index, at: text.token(next, is: "of") ? next + 1 : next)
  }

  /// A month, and a year that may follow, after the day that begins at `start`.
  private func dayMonth(from start: Int, at index: Int) -> Reading? {
    let month = afterOptionalHyphen(index)
    guard has(month, [.month, .shortMonth]), isCapitalized(month), !startsBlock(month) else { return nil }
    var next = month + 1
    if has(month, .shortMonth), isByte(next, "."), touches(next), isYear(next + 1) { next += 1 }
    next = afterOptionalHyphen(next)
    return Reading(start, endOfYear(afterDay: next), .date, score: 0.98)
  }

  // MARK: Weekdays

  /// "Monday", "Friday morning", "Monday, July 3, 2026", "Friday the 13th", "Mon., 3 July".
  func weekdayDate(at index: Int) -> Reading? {
    guard isCapitalized(index) else { return nil }
    let isShort = has(index, .shortWeekday)
    var next = index + 1
    if isShort, isByte(next, "."), touches(next) { next += 1 }
    if isByte(next, ","), touches(next) { next += 1 }
    if !startsBlock(next), let rest = calendarDay(at: next) { return Reading(index, rest, .date, score: 0.98) }
    guard !isShort else { return nil }
    if text.token(index + 1, is: "the"), let day = endOfOrdinal(at: index + 2) {
      let full = dayMonth(from: index, at: text.token(day, is: "of") ? day + 1 : day)
      return full ?? Reading(index, day, .date)
    }
    return withDayPart(Reading(index, index + 1, .date, score: 0.95))
  }

  /// The end of a day and month, in either order, at `index`.
  private func calendarDay(at index: Int) -> Int? {
    if text.token(at: index)?.isNumber == true { return dayMonth(at: index)?.end ?? numericDate(at: index)?.end }
    guard has(index, [.month, .shortMonth]), let date = monthDate(at: index), date.end > index + 1 else { return nil }
    return text[date.end - 1].isNumber || has(date.end - 1, .ordinalSuffix) ? date.end : nil
  }

  /// A date with the part of the day that follows it, which makes it a time.
  func withDayPart(_ date: Reading) -> Reading {
    guard has(date.end, [.dayPart, .clockWord]), !startsBlock(date.end), !text.token(date.end, is: "overnight"),
      text[date.end].shape == .lower
    else { return date }
    return Reading(date.start, date.end + 1, .time, score: date.score)
  }

  // MARK: Numbers

  /// A date that begins with a number: numeric ones, "14 March", years, decades, "400 BC".
  private func numberDate(at index: Int) -> Reading? {
    isoDate(at: index) ?? numericDate(at: index) ?? dottedDate(at: index) ?? dayMonth(at: index)
      ?? decade(at: index) ?? eraYear(at: index) ?? century(at: index) ?? year(at: index)
  }

  private func century(at index: Int) -> Reading? {
    endOfOrdinal(at: index).flatMap { ordinalDate(at: index, end: $0) }
  }

  /// "2026-03-14".
  func isoDate(at index: Int) -> Reading? {
    guard integer(index, ofDigits: 4) != nil, isHyphen(index + 1), touches(index + 1), touches(index + 2),
      let month = integer(index + 2, ofDigits: 2), 1...12 ~= month, isHyphen(index + 3), touches(index + 3),
      touches(index + 4), let day = integer(index + 4, ofDigits: 2), 1...31 ~= day
    else { return nil }
    return Reading(index, index + 5, .date, score: 0.98)
  }

  /// "3/7/2024", "14-3-2026", and "9/11" in words.
  func numericDate(at index: Int) -> Reading? {
    guard let first = integer(index, digits: 2), touches(index + 1), touches(index + 2),
      isByte(index + 1, "/") || isHyphen(index + 1), let second = integer(index + 2, digits: 2)
    else { return nil }
    let isSlash = isByte(index + 1, "/")
    if touches(index + 3), touches(index + 4), isSlash ? isByte(index + 3, "/") : isHyphen(index + 3),
      let year = integer(index + 4, digits: 4)
    {
      let isDay = 1...31 ~= first && 1...31 ~= second && min(first, second) <= 12
      guard isDay, year >= 1000 || (year < 100 && isSlash) else { return nil }
      return Reading(index, index + 5, .date, score: 0.98)
    }
    let isNineEleven = first == 9 && second == 11 && isSlash && !isByte(index + 3, "/")
    return isNineEleven ? Reading(index, index + 3, .date) : nil
  }

  /// "14.03.2026", which is one token.
  func dottedDate(at index: Int) -> Reading? {
    guard let run = digits(index), let parts = run.parts, run.commas == 0, 1...31 ~= parts.0, 1...12 ~= parts.1,
      1000...2999 ~= parts.2
    else { return nil }
    return Reading(index, index + 1, .date, score: 0.98)
  }

  /// "1990s", "90s", "'90s", "1990's".
  private func decade(at index: Int) -> Reading? {
    guard let value = integer(index, digits: 4), value % 10 == 0, value >= 1000 || 20...90 ~= value,
      touches(index + 1), text.token(index + 1, is: "s") || value >= 1000 && text[index + 1].isPossessive
    else { return nil }
    return Reading(startOfShortYear(index), index + 2, .date, score: 0.95)
  }

  /// The index of the apostrophe before a year of two digits, or the year's own.
  private func startOfShortYear(_ index: Int) -> Int {
    touches(index) && isApostrophe(index - 1) && !touches(index - 1) ? index - 1 : index
  }

  private func isApostrophe(_ index: Int) -> Bool {
    text.token(at: index).map { $0.isMark && $0.hash == Self.apostrophe } ?? false
  }

  private static let apostrophe = TokenHash.folded("'")

  /// The end of "'98" after a month, or `nil`.
  private func endOfShortYear(at index: Int) -> Int? {
    guard isApostrophe(index), touches(index + 1), integer(index + 1, ofDigits: 2) != nil else { return nil }
    return index + 2
  }

  /// "400 BC", "AD 79", "79 A.D.".
  private func eraYear(at index: Int) -> Reading? {
    if text[index].isNumber {
      guard let run = digits(index), run.stops == 0, has(index + 1, .era), text[index + 1].shape == .allCaps
      else { return nil }
      return Reading(index, index + 2, .date, score: 0.95)
    }
    guard text.token(index, is: "ad") || text.token(index, is: "a.d."), text[index].shape == .allCaps,
      integer(index + 1, digits: 4) != nil
    else { return nil }
    return Reading(index, index + 2, .date, score: 0.95)
  }

  // MARK: Years

  /// Whether the number is written as a year of our time, in digits only.
  func isYear(_ index: Int) -> Bool {
    guard let value = integer(index, ofDigits: 4), 1000...2199 ~= value else { return false }
    return !(touches(index + 1) && (text[index + 1].isWord && !text[index + 1].isPossessive || isByte(index + 1, "%")))
  }

  /// "2026", "1995-96", "2019/20", with "season" or "fiscal year" after it.
  private func year(at index: Int) -> Reading? {
    guard isYear(index), let value = integer(index, ofDigits: 4), !isPrice(index) else { return nil }
    var end = index + 1
    let isJoined = touches(end) && touches(end + 1) && (isHyphen(end) || isByte(end, "/"))
    if isJoined, let second = integer(end + 1, digits: 4) {
      let isLater =
        second > value && isYear(end + 1) || second == (value + 1) % 100 || 10...99 ~= second && second > value % 100
      guard isLater else { return nil }
      end += 2
    } else if isJoined, text[end + 1].isNumber {
      return nil
    } else if end < text.count, !isYearInContext(index, value) {
      return nil
    }
    if has(end, .yearKind), text.token(end + 1, is: "year") { return Reading(index, end + 2, .date) }
    return Reading(index, end, .date, score: 0.9)
  }

  private func isPrice(_ index: Int) -> Bool { has(index - 1, [.currencySign]) || isByte(index - 1, "#") }

  /// Whether four digits are a year and no count: by what leads to them, and by a plural after them.
  private func isYearInContext(_ index: Int, _ value: Int) -> Bool {
    if has(index + 1, [.percent, .scale, .unit, .currencyName, .clockUnit, .timeZone, .currencySign, .dateUnit]) {
      return false
    }
    let before = roles(index - 1)
    let isLed =
      !before.isDisjoint(with: [.datePreposition, .the, .month, .season, .part, .deictic, .holiday])
      || text.token(index - 1, is: "of") || text.token(index - 1, is: "year")
    let isCounting =
      text.token(index - 1, is: "about") || text.token(index - 1, is: "than") || text.token(index - 1, is: "nearly")
    let plural = text.token(at: index + 1).map { $0.isWord && $0.shape == .lower && isPlural($0) } ?? false
    if isCounting { return false }
    if value < 1700 { return isLed && !plural }
    return isLed || !plural && value >= 1800
  }

  /// Whether a word looks like a plural: it ends in "s" and is longer than "was".
  func isPlural(_ token: Token) -> Bool {
    guard token.count > 3 || text.text.utf8.span[token.start] == 0x6D else { return false }
    return text.text.utf8.span[token.end - 1] == 0x73 || token.hash == Self.people
  }

  private static let people = TokenHash.folded("people")
}
