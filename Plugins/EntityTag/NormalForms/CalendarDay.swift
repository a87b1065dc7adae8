/// A day of the Gregorian calendar.
struct CalendarDay: Hashable, Comparable, Sendable {
  let year: Int
  let month: Int
  let day: Int

  /// - Returns: `nil` where there is no such day.
  init?(_ year: Int, _ month: Int, _ day: Int) {
    guard 1...9999 ~= year, 1...12 ~= month, 1...Self.length(ofMonth: month, in: year) ~= day else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The date that an ISO 8601 date, or date and time, begins with.
  init?(iso text: String) {
    let parts = text.utf8.prefix(10).split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3, text.utf8.count >= 10 else { return nil }
    let numbers = parts.compactMap { Int(Substring($0)) }
    guard numbers.count == 3 else { return nil }
    self.init(numbers[0], numbers[1], numbers[2])
  }

  static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 0000-03-01, by counting years from March on, so that the leap day comes last
  /// (https://howardhinnant.github.io/date_algorithms.html).
  var ordinal: Int {
    let marchYear = month > 2 ? year : year - 1
    let marchMonth = (month + 9) % 12
    return 365 * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400 + (153 * marchMonth + 2) / 5 + day - 1
  }

  /// - Parameter ordinal: days since 0000-03-01.
  init?(ordinal: Int) {
    guard ordinal >= 306 else { return nil }
    let era = ordinal / 146_097
    let dayOfEra = ordinal % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    self.init(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// 1 for Monday to 7 for Sunday: 0000-03-01 was a Wednesday.
  var weekday: Int { (ordinal + 2) % 7 + 1 }

  func adding(days: Int) -> CalendarDay? { CalendarDay(ordinal: ordinal + days) }

  /// The same day so many months later, or the last of that month where it has no such day.
  func adding(months: Int) -> CalendarDay? {
    let count = year * 12 + month - 1 + months
    guard count >= 12 else { return nil }
    let (year, month) = (count / 12, count % 12 + 1)
    return CalendarDay(year, month, min(day, Self.length(ofMonth: month, in: year)))
  }

  static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.ordinal < right.ordinal }

  // MARK: ISO 8601

  var iso: String { "\(isoMonth)-\(day.padded(2))" }
  var isoMonth: String { "\(year.padded(4))-\(month.padded(2))" }

  /// The week, which is of the year that has its Thursday: "2026-W27".
  var isoWeek: String? {
    guard let thursday = adding(days: 4 - weekday), let first = CalendarDay(thursday.year, 1, 1) else { return nil }
    return "\(thursday.year.padded(4))-W\(((thursday.ordinal - first.ordinal) / 7 + 1).padded(2))"
  }
}

extension Int {
  /// In decimal digits, with zeros before them to make `count`.
  func padded(_ count: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, count - digits.utf8.count)) + digits
  }
}
