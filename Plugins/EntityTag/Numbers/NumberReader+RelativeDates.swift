internal import DocumentModel

extension NumberReader {
  /// "last year", "next Tuesday", "this morning", "the past two weeks"; `index` is at the deictic word.
  func deicticDate(at index: Int, from start: Int) -> Reading? {
    var next = index + 1
    if has(next, .deictic), has(index, .deictic), !text.token(next, is: "that") { next += 1 }
    guard let token = text.token(at: next), !token.followsBlankLine else { return nil }

    if let amount = amount(at: next), !text[next].isNumber || amount.value ?? 999 < 1000,
      let span = duration(of: amount, from: start), !isHyphen(amount.end)
    {
      return span
    }
    if has(next, .yearKind), has(next + 1, .dateUnit) { return Reading(start, next + 2, .date) }
    if has(next, .dateUnit), !isBlocked(index, unit: next) {
      return withDayPart(Reading(start, next + 1, .date, score: 0.95))
    }
    if has(next, .clockUnit), !text.token(next, is: "second"), !text.token(next, is: "min"), !isHyphen(next + 1),
      !isBlocked(index, unit: next)
    {
      return Reading(start, next + 1, .time)
    }
    guard !isPronoun(index) else { return deicticDayPart(at: next, from: start) }
    if has(next, .weekday), isCapitalized(next) { return withDayPart(Reading(start, next + 1, .date, score: 0.95)) }
    if has(next, .month), isCapitalized(next), let month = monthDate(at: next) {
      return Reading(start, month.end, .date)
    }
    if has(next, .season) { return Reading(start, endOfSeason(at: next), .date) }
    if has(next, .holiday), let day = holiday(at: next) { return Reading(start, day.end, .date) }
    return deicticDayPart(at: next, from: start)
  }

  private func deicticDayPart(at index: Int, from start: Int) -> Reading? {
    guard has(index, .dayPart), !isHyphen(index + 1) else { return nil }
    return Reading(start, index + 1, .time, score: 0.95)
  }

  private func isPronoun(_ index: Int) -> Bool { text.token(index, is: "that") || text.token(index, is: "same") }

  /// "recent" and "coming" want a plural or "the"; "last-minute" is no time.
  private func isBlocked(_ index: Int, unit: Int) -> Bool {
    if text.token(index, is: "recent"), !has(unit, .plural) { return true }
    if text.token(index, is: "that"), has(unit, .plural) { return true }
    // "that day" after a verb is still a day; "past week" and the like are always one.
    return isHyphen(unit + 1) && touches(unit + 1)
  }

  /// "early 2020", "late last year", "mid-March", "earlier this month", "late Friday".
  func partDate(at index: Int, depth: Int) -> Reading? {
    var next = afterOptionalHyphen(index + 1)
    guard !startsBlock(next) else { return nil }
    if has(next, .part), depth > 1, let inner = partDate(at: next, depth: depth - 1) {
      return Reading(index, inner.end, inner.label, score: inner.score)
    }
    if text.token(next, is: "in"), has(next + 1, [.the, .month, .deictic]) || isYear(next + 1) { next += 1 }
    if has(next, .dayPart), isHyphen(next - 1) || text.token(index, is: "late") || text.token(index, is: "early") {
      return Reading(index, next + 1, .time, score: 0.8)
    }
    guard !has(next, [.article, .each, .age]), !has(next, .plural) else { return nil }
    guard let inner = date(at: next, depth: depth - 1), inner.label == .date || inner.label == .time else { return nil }
    return Reading(index, inner.end, inner.label, score: inner.score)
  }

  /// "end of March", "beginning of the year", "middle of next week".
  func edgeDate(at index: Int, depth: Int) -> Reading? {
    guard text.token(index + 1, is: "of") else { return nil }
    let next = index + 2
    if let inner = date(at: next, depth: depth - 1), inner.label == .date, !has(next, [.article, .age]) {
      return Reading(index, inner.end, .date, score: inner.score)
    }
    let unit = has(next, .the) ? next + 1 : next
    guard has(unit, .dateUnit), !has(unit, .plural) else { return nil }
    return Reading(index, unit + 1, .date)
  }

  /// "every day", "each year", "every two weeks", "every Monday".
  func eachDate(at index: Int) -> Reading? {
    var next = index + 1
    if text.token(next, is: "other") || text.token(next, is: "single") { next += 1 }
    if let amount = amount(at: next), !amount.isFew || has(amount.end, [.dateUnit, .clockUnit]) {
      return duration(of: amount, from: index)
    }
    if has(next, .dateUnit) { return Reading(index, next + 1, .date) }
    if has(next, .weekday), isCapitalized(next) { return withDayPart(Reading(index, next + 1, .date)) }
    if has(next, [.clockUnit, .dayPart]) { return Reading(index, next + 1, .time) }
    if has(next, .season), !text.token(next, is: "fall") { return Reading(index, next + 1, .date) }
    return nil
  }

  // MARK: After "the"

  /// A date that begins with "the".
  func theDate(at index: Int, depth: Int) -> Reading? {
    let next = index + 1
    guard let token = text.token(at: next), !token.followsBlankLine else { return nil }
    let roles = roles(next)
    if token.isNumber || isMarkOfDecade(next) { return theNumber(at: next, from: index) }
    guard !roles.isEmpty else { return nil }

    var best: Reading?
    func consider(_ reading: Reading?) {
      if let reading, reading.end > best?.end ?? index { best = reading }
    }
    if roles.contains(.deictic), !text.token(next, is: "this") { consider(deicticDate(at: next, from: index)) }
    if roles.contains(.part) { consider(thePart(at: next, from: index, depth: depth)) }
    if roles.contains(.edge), let inner = edgeDate(at: next, depth: depth - 1) {
      consider(Reading(index, inner.end, .date, score: inner.score))
    }
    if !roles.isDisjoint(with: [.ordinal, .numeral]), let end = endOfOrdinal(at: next) {
      consider(ordinalDate(at: next, end: end).map { Reading(index, $0.end, $0.label) })
    }
    if roles.contains(.season), isSeasonAfterThe(next) { consider(Reading(index, endOfSeason(at: next), .date)) }
    if roles.contains(.yearKind), let year = yearOfKind(at: next) { consider(Reading(index, year.end, .date)) }
    if roles.contains(.dateUnit) { consider(theUnit(at: next, from: index, depth: depth)) }
    if roles.contains(.dayPart), text.token(index - 1, is: "in"), !text.token(next, is: "night") {
      consider(Reading(index, next + 1, .time, score: 0.8))
    }
    if roles.contains(.dayPart), text.token(next + 1, is: "before") { consider(Reading(index, next + 2, .time)) }
    if roles.contains(.age), let age = age(at: next) { consider(Reading(index, age.end, .date)) }
    if has(next, .holiday), let day = holiday(at: next) { consider(Reading(next, day.end, .date)) }
    return best
  }

  private func isMarkOfDecade(_ index: Int) -> Bool {
    text[index].isMark && touches(index + 1) && text.token(at: index + 1)?.isNumber == true
      && text.token(index + 2, is: "s")
  }

  /// "the 1990s", "the 4th of July", "the 2019-20 season", "the 2019 fiscal year".
  private func theNumber(at next: Int, from start: Int) -> Reading? {
    let number = text[next].isMark ? next + 1 : next
    guard endOfIdentifier(at: number) == nil,
      let inner = date(at: number, depth: 1), inner.label == .date
    else { return nil }
    let isNamed =
      text.token(inner.end - 1, is: "s") || text[inner.end - 1].isPossessive || has(number + 1, .ordinalSuffix)
      || text.token(inner.end - 1, is: "year")
    if isNamed { return Reading(start, inner.end, .date, score: inner.score) }
    // "the 2019-20 season" is one date; of "the 2019 election" only the year is.
    return text.token(inner.end, is: "season") ? Reading(start, inner.end + 1, .date) : nil
  }

  private func thePart(at next: Int, from start: Int, depth: Int) -> Reading? {
    guard let inner = partDate(at: next, depth: depth - 1) else { return nil }
    return Reading(start, inner.end, inner.label, score: inner.score)
  }

  /// Whether a season after "the" is the time of the year, not a fall or a water.
  private func isSeasonAfterThe(_ index: Int) -> Bool {
    if text.token(index + 1, is: "of"), isYear(index + 2) || has(index + 2, .deictic) { return true }
    guard has(index - 2, .datePreposition), !text.token(index - 2, is: "after"), !text.token(index - 2, is: "before")
    else { return false }
    return text.token(at: index + 1)?.isWord != true || has(index + 1, [.datePreposition, .month])
  }

  /// "the weekend", "the day before", "the year 2020", "the week of March 3", "the month of May".
  private func theUnit(at next: Int, from start: Int, depth: Int) -> Reading? {
    let after = next + 1
    if text.token(next, is: "weekend") { return Reading(start, after, .date) }
    guard !has(next, .plural) else { return nil }
    if text.token(after, is: "before") || text.token(after, is: "after") {
      if text.token(after + 1, is: "yesterday") || text.token(after + 1, is: "tomorrow") {
        return Reading(start, after + 2, .date)
      }
      return text.token(at: after + 1)?.isWord == true ? nil : Reading(start, after + 1, .date)
    }
    if text.token(next, is: "year"), isYear(after) { return Reading(start, after + 1, .date) }
    guard text.token(after, is: "of"), has(after + 1, [.month, .shortMonth]) || isYear(after + 1),
      let inner = date(at: after + 1, depth: depth - 1), inner.label == .date
    else { return nil }
    return Reading(start, inner.end, .date)
  }

  // MARK: Seasons, quarters, centuries, holidays

  /// "summer 2019"; alone only after words that lead to a date.
  func season(at index: Int) -> Reading? {
    let end = endOfSeason(at: index)
    if end > index + 1 { return Reading(index, end, .date) }
    let isSure = !text.token(index, is: "spring") && !text.token(index, is: "fall")
    let isLed = text.token(index - 1, is: "in") || text.token(index - 1, is: "by") || text.token(index - 1, is: "since")
    let isFree = text.token(at: index + 1)?.isWord != true || has(index + 1, [.datePreposition, .deictic])
    return isSure && isLed && isFree ? Reading(index, index + 1, .date, score: 0.8) : nil
  }

  /// The end of a season with its year: "summer of 2019", "winter 1995-96".
  private func endOfSeason(at index: Int) -> Int {
    let year = text.token(index + 1, is: "of") ? index + 2 : index + 1
    if isYear(year), !startsBlock(year), let inner = date(at: year, depth: 1) { return inner.end }
    if text.token(index + 1, is: "of"), has(index + 2, .deictic), text.token(index + 3, is: "year") { return index + 4 }
    return index + 1
  }

  /// "Q3", "Q3 2020".
  func shortQuarter(at index: Int) -> Reading? {
    guard isCapitalized(index) else { return nil }
    let year = text.token(index + 1, is: "of") ? index + 2 : index + 1
    return Reading(index, isYear(year) ? year + 1 : index + 1, .date)
  }

  /// "fiscal 2020", "fiscal year 2020", "fiscal year".
  func yearOfKind(at index: Int) -> Reading? {
    let isYearWord = text.token(index + 1, is: "year")
    let number = isYearWord ? index + 2 : index + 1
    if isYear(number), let inner = date(at: number, depth: 1) { return Reading(index, inner.end, .date) }
    return isYearWord && has(index - 1, .the) && !text.token(index, is: "calendar")
      ? Reading(index, number, .date, score: 0.7) : nil
  }

  /// What an ordinal can begin: "19th century", "third quarter of 2020", "4th of July", "first half of the year".
  func ordinalDate(at index: Int, end: Int) -> Reading? {
    let next = afterOptionalHyphen(end)
    if text.token(next, is: "century") || text.token(next, is: "centuries") || text.token(next, is: "millennium") {
      let era = next + 1
      return Reading(index, has(era, .era) && text[era].shape == .allCaps ? era + 1 : era, .date, score: 0.95)
    }
    if text.token(next, is: "quarter") || text.token(next, is: "half") || text.token(next, is: "week") {
      let isQuarter = text.token(next, is: "quarter")
      guard text.token(next + 1, is: "of") else {
        if isYear(next + 1) { return Reading(index, next + 2, .date) }
        return isQuarter ? Reading(index, next + 1, .date, score: 0.8) : nil
      }
      if let inner = date(at: next + 2, depth: 2), inner.label == .date, !has(next + 2, .article) {
        return Reading(index, inner.end, .date)
      }
      let unit = has(next + 2, .the) ? next + 3 : next + 2
      if has(unit, .dateUnit), !has(unit, .plural) { return Reading(index, unit + 1, .date) }
      return isQuarter ? Reading(index, next + 1, .date, score: 0.8) : nil
    }
    let month = text.token(end, is: "of") ? end + 1 : end
    guard has(month, .month), isCapitalized(month), !startsBlock(month) else { return nil }
    let year = isByte(month + 1, ",") ? month + 2 : month + 1
    return Reading(index, isYear(year) ? year + 1 : month + 1, .date, score: 0.95)
  }

  /// A holiday's name, with a year: "Christmas Eve", "Easter 2020".
  func holiday(at index: Int) -> Reading? {
    guard isCapitalized(index) else { return nil }
    for name in holidays where matches(name, at: index) {
      let end = index + name.count
      // "Easter Island", "Christmas Carol": a name of something else.
      let isLonger = isCapitalized(end) && touches(end) == false && !has(end, [.month, .weekday])
      if isLonger, name.count == 1 { return nil }
      return withDayPart(Reading(index, isYear(end) ? end + 1 : end, .date))
    }
    return nil
  }

  private func matches(_ name: [UInt64], at index: Int) -> Bool {
    guard index + name.count <= text.count else { return false }
    for offset in 0..<name.count where text[index + offset].hash != name[offset] { return false }
    return true
  }
}
