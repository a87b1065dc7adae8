internal import DocumentModel

/// The normal forms of times of day: "T15:00", "T16:00Z", "T09:00/T17:00", "2026-07-03TMO" (a morning, as TIMEX3 writes it,
/// https://timeml.github.io/site/publications/timeMLdocs/timeml_1.2.1.html), "PT45M" (durations).
struct TimeForms {
  let reader: NumberReader
  let dates: DateForms

  func time(_ tokens: Range<Int>) -> String? {
    let cursor = TokenCursor(tokens, reader)
    return clockForm(cursor) ?? dayPartForm(tokens) ?? DurationForms(reader: reader).form(cursor)
  }

  // MARK: The clock

  private func clockForm(_ cursor: TokenCursor) -> String? {
    var cursor = cursor
    guard var first = cursor.takeClock() else { return nil }
    var last: TokenCursor.Clock?
    if cursor.takeHyphen() || cursor.take("to") { last = cursor.takeClock() }
    // "5-6 p.m.": the half of the day is of both, unless that would turn the order round.
    if let half = last?.half, first.half == nil, first.hour <= 12 {
      first.half = half
      if let last, last.minutes < first.minutes { first.half = !half }
    }
    if cursor.take("in"), cursor.take("the"), let half = cursor.takeHalf() {
      if first.half == nil { first.half = half }
    } else if cursor.take("at"), cursor.take("night") {
      if first.half == nil { first.half = first.hour >= 6 && first.hour < 12 }
    }
    guard let zone = cursor.takeZone(), cursor.isAtEnd, first.isTime else { return nil }
    guard first.isSure || last?.isSure == true || !zone.isEmpty else { return nil }
    guard let last else { return "T\(first)\(zone)" }
    return last.isTime ? "T\(first)\(zone)/T\(last)\(zone)" : nil
  }

  // MARK: Parts of days

  /// "Friday morning", "last night", "tonight", "tomorrow evening".
  private func dayPartForm(_ tokens: Range<Int>) -> String? {
    guard let today = dates.today, let part = TokenCursor((tokens.upperBound - 1)..<tokens.upperBound, reader).dayPart
    else { return nil }
    let rest = tokens.lowerBound..<(tokens.upperBound - 1)
    var cursor = TokenCursor(rest, reader)
    if rest.isEmpty { return part.isAlone ? "\(today.iso)T\(part.code)" : nil }
    if cursor.take("this"), cursor.isAtEnd { return "\(today.iso)T\(part.code)" }
    if cursor.take("last"), cursor.isAtEnd {
      return part.code == "NI" ? today.adding(days: -1).map { "\($0.iso)TNI" } : nil
    }
    guard let day = dates.date(rest), day.utf8.count == 10, CalendarDay(iso: day) != nil else { return nil }
    return "\(day)T\(part.code)"
  }
}

extension TokenCursor {
  /// A time of the clock while it is read.
  struct Clock: CustomStringConvertible {
    var hour: Int
    var minute: Int
    var second: Int?
    /// Whether it is after noon; `nil` where that is not said.
    var half: Bool?
    /// Whether it is a time by itself, not a number that what follows may make one.
    var isSure = true

    var hourOfDay: Int {
      guard let half, hour <= 12 else { return hour }
      return hour % 12 + (half ? 12 : 0)
    }
    var minutes: Int { hourOfDay * 60 + minute }
    var isTime: Bool { hourOfDay <= 24 && minute < 60 && !(hourOfDay == 24 && minute > 0) }

    var description: String {
      "\(hourOfDay.padded(2)):\(minute.padded(2))" + (second.map { ":\($0.padded(2))" } ?? "")
    }
  }

  /// "3 p.m.", "14:05", "10.30pm", "1600", "noon", passed over.
  mutating func takeClock() -> Clock? {
    if take("noon") || take("midday") { return Clock(hour: 12, minute: 0, half: true) }
    if take("midnight") { return Clock(hour: 0, minute: 0) }
    guard var clock = takeClockNumber() else { return nil }
    if take("noon") { return Clock(hour: 12, minute: 0, half: true) }
    clock.half = takeMeridiem()
    // Times in four digits are "hours"; other hours are durations.
    let isNamed = take("o'clock") || reader.integer(index - 1, ofDigits: 4) != nil && take("hours")
    clock.isSure = clock.isSure || clock.half != nil || isNamed
    return clock
  }

  private mutating func takeClockNumber() -> Clock? {
    guard !isAtEnd, let run = reader.digits(index), run.commas == 0, run.digits <= 4 else { return nil }
    if run.stops == 1, let token {
      let parts = text.string(of: index..<index + 1).split(separator: ".").compactMap { Int($0) }
      guard parts.count == 2, token.count <= 5 else { return nil }
      advance()
      return Clock(hour: parts[0], minute: parts[1], isSure: false)
    }
    guard let number = takeInteger(digits: 4) else { return nil }
    if run.digits > 2 { return Clock(hour: number / 100, minute: number % 100, isSure: false) }
    guard take(mark: ":") else { return Clock(hour: number, minute: 0, isSure: false) }
    guard let minute = takeInteger(digits: 2) else { return nil }
    guard take(mark: ":") else { return Clock(hour: number, minute: minute) }
    guard let second = takeInteger(digits: 2) else { return nil }
    return Clock(hour: number, minute: minute, second: second)
  }

  /// Whether "p.m." rather than "a.m." is at hand, which is passed over.
  private mutating func takeMeridiem() -> Bool? {
    guard has(.meridiem), let token else { return nil }
    defer { advance() }
    return token.first | 0x20 == UInt8(ascii: "p")
  }

  /// Whether the part of the day at hand is after noon.
  mutating func takeHalf() -> Bool? {
    if take("morning") { return false }
    return take("afternoon") || take("evening") ? true : nil
  }

  /// The offset of the time zone at hand, which is passed over; empty where none is certain, `nil` where other words are.
  ///
  /// Abbreviations that several parts of the world use (IST, BST aside from Britain's, CST of China) have the meaning that
  /// they have in English news, or none.
  mutating func takeZone() -> String? {
    if isAtEnd { return "" }
    let isBracketed = take(mark: "(")
    var offset = ""
    if has(.timeZone), let token {
      offset = Self.zones[token.hash] ?? ""
      advance()
    } else {
      // "local time", "Eastern Standard Time", "Moscow time"
      guard text.token(end - 1, is: "time") else { return nil }
      while token?.isWord == true { advance() }
    }
    if isBracketed { _ = take(mark: ")") }
    return offset
  }

  // Offsets of https://www.iana.org/time-zones.
  private static let zones: [UInt64: String] = [
    "gmt": "Z", "utc": "Z", "wet": "Z", "bst": "+01:00", "cet": "+01:00", "west": "+01:00", "cest": "+02:00",
    "eet": "+02:00", "sast": "+02:00", "eest": "+03:00", "msk": "+03:00", "pkt": "+05:00", "hkt": "+08:00",
    "sgt": "+08:00", "awst": "+08:00", "jst": "+09:00", "kst": "+09:00", "aest": "+10:00", "aedt": "+11:00",
    "nzst": "+12:00", "nzdt": "+13:00", "nst": "-03:30", "adt": "-03:00", "edt": "-04:00", "est": "-05:00",
    "cdt": "-05:00", "cst": "-06:00", "mdt": "-06:00", "mst": "-07:00", "pdt": "-07:00", "pst": "-08:00",
    "akdt": "-08:00", "akst": "-09:00", "hst": "-10:00",
  ].reduce(into: [:]) { $0[TokenHash.folded($1.key)] = $1.value }

  /// What the part of the day at hand is to TIMEX3, and whether it needs no day: "tonight".
  var dayPart: (code: String, isAlone: Bool)? {
    if isAt("tonight") { return ("NI", true) }
    if isAt("morning") { return ("MO", false) }
    if isAt("afternoon") { return ("AF", false) }
    if isAt("evening") { return ("EV", false) }
    return isAt("night") ? ("NI", false) : nil
  }
}
