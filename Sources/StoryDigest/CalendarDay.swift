internal import TextBytes

/// A day of the Gregorian calendar, as a number of days: what a publication date is compared by.
public struct CalendarDay: Hashable, Sendable, Comparable {
  /// Days since 1970-01-01.
  public let number: Int
  /// The day as ISO 8601 writes it: `2026-03-14`.
  public let iso: String

  /// The day that `date` begins with, an ISO 8601 date or date and time; `nil` where it is none. What follows the day,
  /// and so the time zone, does not count.
  public init?(iso date: String) {
    let bytes = Array(date.utf8.prefix(11))
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes.count == 10 || !bytes[10].isDigit,
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]), (1...12).contains(month),
      let day = Self.number(bytes[8..<10]), day >= 1, day <= Self.length(ofMonth: month, year)
    else { return nil }
    // Days from a civil date, the year begun in March (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    let shifted = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    number = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
    iso = String(decoding: bytes[..<10], as: UTF8.self)
  }

  public static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.number < right.number }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.reduce(0 as Int?) { number, digit in
      guard let number, digit.isDigit else { return nil }
      return 10 * number + Int(digit - 0x30)
    }
  }

  private static func length(ofMonth month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
