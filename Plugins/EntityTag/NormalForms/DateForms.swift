internal import DocumentModel

/// The normal forms of dates: ISO 8601 and its extension for what is less or more than a day (EDTF, ISO 8601-2:2019,
/// https://www.loc.gov/standards/datetime).
///
/// "2026-07-03", "2026-07", "2026", "199X" (a decade), "18XX" (a century), "2026-W27", "2026-21" to "-24" (spring to
/// winter), "2026-33" to "-36" (quarters), "2026-40", "-41" (halves), "P2Y" (durations and ages), "R/P1W" (every week),
/// ranges with "/". "XXXX-07-03" is a day whose year the text does not say, where the document's date is not known either.
///
/// What is relative is counted from the document's date: a weekday is the last one up to that day, as news have it; a
/// day without a year is in the year that puts it nearest. "early", "late" and "end of" are left out of the form. There
/// is none where it would depend on what the text tells of ("the following day").
struct DateForms {
  let reader: NumberReader
  /// The document's date.
  let today: CalendarDay?

  func date(_ tokens: Range<Int>) -> String? {
    var cursor = TokenCursor(tokens, reader)
    if let form = calendarForm(cursor) { return form }
    let isThe = cursor.take("the")
    cursor.takeParts()
    _ = cursor.take("the")
    return calendarForm(cursor) ?? yearForm(cursor) ?? dividedYear(cursor) ?? relativeForm(cursor, isThe: isThe)
      ?? DurationForms(reader: reader).form(cursor)
  }

  // MARK: Days and months

  /// "July 3", "3 July 2026", "Monday, July 3-5", "2026-07-03", "3/27/2026".
  private func calendarForm(_ cursor: TokenCursor) -> String? {
    var cursor = cursor
    if let form = numericForm(cursor) { return form }
    if cursor.has([.weekday, .shortWeekday]) {
      cursor.advance()
      _ = cursor.take(mark: ".")
      _ = cursor.take(mark: ",")
      if cursor.isAtEnd { return nil }
      _ = cursor.take("the")
      if let form = numericForm(cursor) { return form }
    }
    var days = cursor.takeDays()
    _ = cursor.take("of")
    _ = cursor.takeHyphen()
    guard let month = cursor.takeMonth() else { return nil }
    if days.isEmpty { days = cursor.takeDays() }
    _ = cursor.takeHyphen() || cursor.take(mark: ",") || cursor.take("of")
    if cursor.isAtEnd { return form(days, month, year: nil) }
    if let year = cursor.takeYear(), cursor.isAtEnd { return form(days, month, year: year) }
    return nil
  }

  private func form(_ days: [Int], _ month: Int, year: Int?) -> String? {
    guard let year = year ?? nearestYear(month, days.first ?? 15) else {
      let unknown = "XXXX-\(month.padded(2))"
      guard days.allSatisfy({ CalendarDay(2000, month, $0) != nil }) else { return nil }
      return days.isEmpty ? unknown : days.map { "\(unknown)-\($0.padded(2))" }.joined(separator: "/")
    }
    let found = days.compactMap { CalendarDay(year, month, $0) }
    guard found.count == days.count, found == found.sorted() else { return nil }
    return found.isEmpty ? "\(year.padded(4))-\(month.padded(2))" : found.map(\.iso).joined(separator: "/")
  }

  /// The year in which the day is nearest to the document's date; the earlier of two that are equally near.
  private func nearestYear(_ month: Int, _ day: Int) -> Int? {
    guard let today else { return nil }
    return [-1, 0, 1].map { today.year + $0 }
      .compactMap { CalendarDay($0, month, day) }
      .min { abs($0.ordinal - today.ordinal) < abs($1.ordinal - today.ordinal) }?.year
  }

  /// "2026-07-03", "14.03.2026", "3/27/2026": not "3/7/2026", which is in March or in July.
  private func numericForm(_ cursor: TokenCursor) -> String? {
    var cursor = cursor
    if !cursor.isAtEnd, let parts = reader.digits(cursor.index)?.parts {
      cursor.advance()
      return cursor.isAtEnd ? CalendarDay(parts.2, parts.1, parts.0)?.iso : nil
    }
    guard let first = cursor.takeInteger(digits: 4), cursor.takeSeparator(),
      let second = cursor.takeInteger(digits: 2), cursor.takeSeparator(), let third = cursor.takeInteger(digits: 4),
      cursor.isAtEnd
    else { return nil }
    if first >= 1000 { return CalendarDay(first, second, third)?.iso }
    let year = third >= 100 ? third : Self.fullYear(third)
    if first == second || second > 12 { return CalendarDay(year, first, second)?.iso }
    return first > 12 ? CalendarDay(year, second, first)?.iso : nil
  }

  /// A year of two digits, as POSIX reads it: 69 to 99 are of the last century (strptime, `%y`).
  static func fullYear(_ short: Int) -> Int { short < 69 ? 2000 + short : 1900 + short }

  // MARK: Years and parts of years

  /// "2026", "2019-20", "the 1990s", "400 BC", "the 19th century".
  private func yearForm(_ cursor: TokenCursor) -> String? {
    var cursor = cursor
    _ = cursor.take("year")
    let isShort = !cursor.isAtEnd && cursor.token?.isMark == true
    if isShort { cursor.advance() }
    let isBeforeNumber = cursor.take(.era) != nil
    if let century = century(cursor) { return century }
    guard let number = cursor.takeInteger(digits: 4) else { return nil }
    if cursor.isAtEnd {
      if isBeforeNumber { return number.padded(4) }
      return number >= 1000 ? number.padded(4) : isShort ? String(Self.fullYear(number)) : nil
    }
    if cursor.take("s") || cursor.token?.isPossessive == true && number >= 1000 {
      if cursor.token?.isPossessive == true { cursor.advance() }
      let year = number >= 1000 ? number : 1900 + number
      return cursor.isAtEnd && year % 10 == 0 ? "\((year / 10).padded(3))X" : nil
    }
    if cursor.has(.era) {
      let isBefore = cursor.isAt("bc") || cursor.isAt("bce") || cursor.isAt("b.c.") || cursor.isAt("b.c.e.")
      cursor.advance()
      guard cursor.isAtEnd, number > 0 else { return nil }
      return isBefore ? (number == 1 ? "0000" : "-\((number - 1).padded(4))") : number.padded(4)
    }
    return number >= 1000 ? yearRange(from: number, cursor) : nil
  }

  private func yearRange(from first: Int, _ cursor: TokenCursor) -> String? {
    var cursor = cursor
    guard cursor.takeSeparator(), let second = cursor.takeInteger(digits: 4) else { return nil }
    _ = cursor.take("season")
    let last = second >= 1000 ? second : first / 100 * 100 + second + (second < first % 100 ? 100 : 0)
    return cursor.isAtEnd && last > first ? "\(first.padded(4))/\(last.padded(4))" : nil
  }

  private func century(_ cursor: TokenCursor) -> String? {
    var cursor = cursor
    guard let ordinal = cursor.takeOrdinal(), 1...30 ~= ordinal else { return nil }
    _ = cursor.takeHyphen()
    guard cursor.take("century") else { return nil }
    let isOurs = cursor.isAtEnd || (cursor.take("ad") || cursor.take("ce") || cursor.take("a.d.")) && cursor.isAtEnd
    return isOurs ? "\((ordinal - 1).padded(2))XX" : nil
  }

  /// "the third quarter of 2020", "Q3 2020", "the first half of last year", "summer 2019".
  private func dividedYear(_ cursor: TokenCursor) -> String? {
    var cursor = cursor
    let division: Int?
    if let season = cursor.take(.season) {
      division = 20 + season
    } else if cursor.has(.shortQuarter) {
      division = cursor.isAt("h1") || cursor.isAt("h2") ? 39 + cursor.value : 32 + cursor.value
      cursor.advance()
    } else if let ordinal = cursor.takeOrdinal() {
      _ = cursor.takeHyphen()
      if cursor.take("quarter") {
        division = 1...4 ~= ordinal ? 32 + ordinal : nil
      } else {
        division = cursor.take("half") && 1...2 ~= ordinal ? 39 + ordinal : nil
      }
    } else {
      return nil
    }
    _ = cursor.take("of")
    guard let division, let year = takeNamedYear(&cursor) else { return nil }
    if cursor.isAtEnd { return "\(year.padded(4))-\(division)" }
    // "winter 1995-96" is that of its first year.
    guard division == 24, cursor.takeSeparator(), cursor.takeInteger(digits: 4) != nil, cursor.isAtEnd else {
      return nil
    }
    return "\(year.padded(4))-\(division)"
  }

  /// "2020", "this year", "last year".
  private func takeNamedYear(_ cursor: inout TokenCursor) -> Int? {
    if let year = cursor.takeYear() { return year }
    guard let today else { return nil }
    let step = cursor.take("this") ? 0 : cursor.take("last") ? -1 : cursor.take("next") ? 1 : nil
    guard let step, cursor.take("year") else { return nil }
    return today.year + step
  }
}

extension TokenCursor {
  /// Passes over what says which part of a time: "early", "mid-", "the end of".
  fileprivate mutating func takeParts() {
    while has([.part, .edge]) {
      let isEdge = has(.edge) && !has(.part)
      advance()
      _ = takeHyphen()
      _ = isEdge ? take("of") : take("in")
    }
  }

  /// A day of the month, or the first and last of some: "3", "3rd", "3-5", "3 to 5".
  fileprivate mutating func takeDays() -> [Int] {
    guard let first = takeDay() else { return [] }
    var rest = self
    guard rest.takeHyphen() || rest.take("to") || rest.take("and"), let last = rest.takeDay() else { return [first] }
    self = rest
    return [first, last]
  }

  private mutating func takeDay() -> Int? {
    var next = self
    guard let day = next.takeOrdinal() ?? next.takeInteger(digits: 2), 1...31 ~= day else { return nil }
    self = next
    return day
  }

  /// The month at hand, with the stop of its short form.
  mutating func takeMonth() -> Int? {
    guard let month = take([.month, .shortMonth]) else { return nil }
    _ = take(mark: ".")
    return month
  }

  /// "2026", "'26".
  fileprivate mutating func takeYear() -> Int? {
    var next = self
    if next.token?.isMark == true, next.token?.followsSpace == true {
      next.advance()
      guard let short = next.takeInteger(digits: 2) else { return nil }
      self = next
      return DateForms.fullYear(short)
    }
    guard let year = next.takeInteger(digits: 4), year >= 1000 else { return nil }
    self = next
    return year
  }

  fileprivate mutating func takeSeparator() -> Bool { takeHyphen() || take(mark: "/") }
}
