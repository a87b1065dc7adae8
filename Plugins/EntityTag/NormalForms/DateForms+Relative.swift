internal import DocumentModel

extension DateForms {
  /// "yesterday", "Monday", "last week", "next May", "two years ago": what the document's date makes of them.
  ///
  /// - Parameter isThe: whether "the" stood before: "the next day" is that after what the text tells of.
  func relativeForm(_ cursor: TokenCursor, isThe: Bool) -> String? {
    guard let today else { return nil }
    var cursor = cursor
    if let days = cursor.take(.relativeDay) { return cursor.isAtEnd ? today.adding(days: days)?.iso : nil }
    if let weekday = cursor.take(.weekday) { return cursor.isAtEnd ? today.latest(weekday)?.iso : nil }
    if let form = agoForm(cursor, from: today) { return form }
    // "the end of the year", "the beginning of the month"
    if let unit = cursor.takeDateUnit(), cursor.isAtEnd { return isThe ? unit.form(of: today) : nil }
    guard !isThe, let step = cursor.takeStep() else { return nil }
    if let weekday = cursor.take(.weekday) { return cursor.isAtEnd ? weekdayForm(weekday, step, from: today) : nil }
    if let month = cursor.takeMonth() { return cursor.isAtEnd ? monthForm(month, step, from: today) : nil }
    guard let unit = cursor.takeDateUnit(), cursor.isAtEnd else { return nil }
    return unit.form(of: today, after: step)
  }

  private func weekdayForm(_ weekday: Int, _ step: Int, from today: CalendarDay) -> String? {
    switch step {
    case ..<0: today.adding(days: -1)?.latest(weekday)?.iso
    case 0: today.adding(days: weekday - today.weekday)?.iso
    default: today.adding(days: 7)?.latest(weekday)?.iso
    }
  }

  private func monthForm(_ month: Int, _ step: Int, from today: CalendarDay) -> String? {
    let isOver = step < 0 && month >= today.month
    let isToCome = step > 0 && month <= today.month
    return "\((today.year + (isOver ? -1 : isToCome ? 1 : 0)).padded(4))-\(month.padded(2))"
  }

  /// "two years ago", "a week ago", as exact as the unit is.
  private func agoForm(_ cursor: TokenCursor, from today: CalendarDay) -> String? {
    var cursor = cursor
    guard let numbers = cursor.takeCount(implied: false), numbers.last == nil else { return nil }
    let number = numbers.first
    guard number.denominator == 1, 1...5000 ~= number.numerator else { return nil }
    _ = cursor.takeHyphen()
    guard let unit = cursor.takeDateUnit(), cursor.take("ago"), cursor.isAtEnd else { return nil }
    return unit.form(of: today, after: -Int(number.numerator))
  }
}

/// A unit of the calendar that dates are counted in.
enum DateUnit {
  case day, week, month, year

  /// The day, week, month or year that is `steps` after the one of `day`.
  func form(of day: CalendarDay, after steps: Int = 0) -> String? {
    switch self {
    case .day: day.adding(days: steps)?.iso
    case .week: day.adding(days: 7 * steps)?.isoWeek
    case .month: day.adding(months: steps)?.isoMonth
    case .year: 1...9999 ~= day.year + steps ? (day.year + steps).padded(4) : nil
    }
  }
}

extension CalendarDay {
  /// The last such weekday up to this day.
  func latest(_ weekday: Int) -> CalendarDay? { adding(days: -((self.weekday - weekday + 7) % 7)) }
}

extension TokenCursor {
  fileprivate mutating func takeDateUnit() -> DateUnit? {
    if take("day") || take("days") { return .day }
    if take("week") || take("weeks") { return .week }
    if take("month") || take("months") { return .month }
    return take("year") || take("years") ? .year : nil
  }

  /// "last", "this", "next": how many steps from now.
  fileprivate mutating func takeStep() -> Int? {
    if take("this") || take("current") { return 0 }
    if take("last") { return -1 }
    return take("next") ? 1 : nil
  }
}
