/// A day of the Gregorian calendar as articles print it, perhaps without its year, perhaps with a time.
struct PublicationDate: Equatable {
  /// `nil` in datelines such as `March 14`.
  var year: Int?
  var month: Int
  var day: Int
  /// `14:05`, with the offset from UTC where it is told: `14:05+02:00`, `14:05Z`.
  var time: String?

  /// The date in ISO 8601: `2026-03-14T14:05`, `2026-03-14`, or `--03-14` where the year is not told.
  var iso: String {
    let date = "\(year.map { Self.padded($0, 4) } ?? "-")-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    guard year != nil, let time else { return date }
    return "\(date)T\(time)"
  }

  /// The days of a month; 29 in a February of an unknown year.
  static func days(in month: Int, of year: Int?) -> Int {
    guard month == 2 else { return [4, 6, 9, 11].contains(month) ? 30 : 31 }
    guard let year else { return 29 }
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
  }

  static func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
