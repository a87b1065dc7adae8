internal import TextBytes

/// A date as machines write it on pages, in ISO 8601.
enum ISODate {
  /// `2026-03-14T14:05:00+01:00` of `2026-03-14 14:05:00 +0100`, or of a date as people write it; `nil` where there is none.
  ///
  /// - Parameter style: how people write dates there.
  static func text(of written: String, _ style: DateStyle = DateStyle(isOfAnyLanguage: true)) -> String? {
    let bytes = Array(written.singleSpaced.utf8)
    guard let date = date(bytes) else {
      var tokens = LineTokens(written.singleSpaced.prefix(80), dates: style)
      guard let date = tokens.date(), date.year != nil else { return nil }
      return date.iso
    }
    guard let (time, end) = time(bytes, from: date.end) else { return date.text }
    return "\(date.text)T\(time)\(zone(bytes, from: end))"
  }

  /// `2026-03-14`, `20260314`, `2026/03/14`, also without the day.
  private static func date(_ bytes: [UInt8]) -> (text: String, end: Int)? {
    guard let year = number(bytes, 0, 4), (1000...2999).contains(year) else { return nil }
    var at = 4
    func skipSeparator() { if at < bytes.count, bytes[at] == 0x2D || bytes[at] == 0x2F { at += 1 } }
    skipSeparator()
    guard let month = number(bytes, at, 2), (1...12).contains(month) else { return nil }
    at += 2
    let text = "\(PublicationDate.padded(year, 4))-\(PublicationDate.padded(month, 2))"
    skipSeparator()
    guard let day = number(bytes, at, 2) else { return at >= bytes.count ? (text, at) : nil }
    guard day >= 1, day <= PublicationDate.days(in: month, of: year) else { return nil }
    return ("\(text)-\(PublicationDate.padded(day, 2))", at + 2)
  }

  /// `14:05`, `14:05:30`; fractions of a second are left out.
  private static func time(_ bytes: [UInt8], from start: Int) -> (text: String, end: Int)? {
    guard start < bytes.count, bytes[start] == 0x20 || bytes[start] | 0x20 == UInt8(ascii: "t") else { return nil }
    var at = start + 1
    guard let hour = number(bytes, at, 2), hour < 24, at + 2 < bytes.count, bytes[at + 2] == 0x3A,
      let minute = number(bytes, at + 3, 2), minute < 60
    else { return nil }
    var text = "\(PublicationDate.padded(hour, 2)):\(PublicationDate.padded(minute, 2))"
    at += 5
    if at < bytes.count, bytes[at] == 0x3A, let second = number(bytes, at + 1, 2), second < 61 {
      text += ":\(PublicationDate.padded(second, 2))"
      at += 3
    }
    if at < bytes.count, bytes[at] == 0x2E {
      at += 1
      while at < bytes.count, bytes[at].isDigit { at += 1 }
    }
    return (text, at)
  }

  /// `Z`, `+01:00` of `+0100` and `+01`; nothing where there is no zone.
  private static func zone(_ bytes: [UInt8], from start: Int) -> String {
    var at = start
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
    guard at < bytes.count else { return "" }
    if bytes[at] | 0x20 == UInt8(ascii: "z") { return "Z" }
    guard bytes[at] == 0x2B || bytes[at] == 0x2D, let hours = number(bytes, at + 1, 2), hours < 15 else { return "" }
    let minutesAt = at + 3 < bytes.count && bytes[at + 3] == 0x3A ? at + 4 : at + 3
    let minutes = number(bytes, minutesAt, 2) ?? 0
    let sign = bytes[at] == 0x2B ? "+" : "-"
    return "\(sign)\(PublicationDate.padded(hours, 2)):\(PublicationDate.padded(minutes, 2))"
  }

  private static func number(_ bytes: [UInt8], _ start: Int, _ digits: Int) -> Int? {
    guard start + digits <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[start..<start + digits] {
      guard byte.isDigit else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}
