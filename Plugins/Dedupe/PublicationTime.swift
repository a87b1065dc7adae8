internal import TextBytes

/// When something was published, as a moment: an ISO 8601 date, or date and time, wherever it was written.
///
/// A day without a time is its beginning, a month its first day; where no zone is told, it is UTC.
struct PublicationTime {
  /// Since the first of March of the year 0.
  let seconds: Int

  /// - Returns: `nil` where `text` is no date that has a year.
  init?(_ text: String) {
    var digits = Digits(text)
    guard let year = digits.number(4), year > 0 else { return nil }
    digits.skip("-/")
    let month = digits.number(2) ?? 1
    digits.skip("-/")
    let day = digits.number(2) ?? 1
    guard 1...12 ~= month, 1...31 ~= day else { return nil }
    var minutes = Self.days(year, month, day) * 1440
    var seconds = 0
    if digits.skip("Tt "), let hour = digits.number(2) {
      digits.skip(":")
      minutes += hour * 60 + (digits.number(2) ?? 0)
      if digits.skip(":") { seconds = digits.number(2) ?? 0 }
      if digits.skip(".,") { while digits.number(1) != nil {} }
      digits.skip(" ")
      let isAhead = digits.skip("+")
      if isAhead || digits.skip("-"), let hours = digits.number(2) {
        digits.skip(":")
        let offset = hours * 60 + (digits.number(2) ?? 0)
        minutes -= isAhead ? offset : -offset
      }
    }
    self.seconds = minutes * 60 + seconds
  }

  /// Five bytes that sort as the moments do.
  var bytes: [UInt8] { UInt64(max(0, seconds)).bigEndianBytes(5) }

  /// Years begin in March, so that the leap day comes last (https://howardhinnant.github.io/date_algorithms.html).
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let marchYear = month > 2 ? year : year - 1
    let marchMonth = (month + 9) % 12
    return 365 * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400 + (153 * marchMonth + 2) / 5 + day - 1
  }
}

/// Takes numbers off the beginning of a text.
private struct Digits {
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = text[...].utf8 }

  /// The number of exactly `count` digits; `nil`, and nothing taken, where there are fewer.
  mutating func number(_ count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy({ $0.isDigit }) else { return nil }
    rest = rest.dropFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Takes one of `marks`, where there is one.
  @discardableResult
  mutating func skip(_ marks: StaticString) -> Bool {
    guard let first = rest.first else { return false }
    let isMark = marks.withUTF8Buffer { $0.contains(first) }
    if isMark { rest = rest.dropFirst() }
    return isMark
  }
}
