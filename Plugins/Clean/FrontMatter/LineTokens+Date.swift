extension LineTokens {
  /// A date in any of the common forms, with weekday and time where they stand beside it.
  ///
  /// `05/06/2026` is read where it can't be another day the other way round, and where it is known which figure is the day.
  mutating func date() -> PublicationDate? {
    if let date = day() {
      var date = date
      date.time = timeAfterDate()
      return date
    }
    // `14:05, 3 May 2026`
    return attempt { tokens in
      guard let time = tokens.time() else { return nil }
      _ = tokens.skip(",") || tokens.skip("on")
      guard var date = tokens.day() else { return nil }
      date.time = time
      return date
    }
  }

  private mutating func day() -> PublicationDate? {
    attempt { tokens in
      tokens.skipWeekday()
      guard
        let date = tokens.isoDate() ?? tokens.eastAsian() ?? tokens.monthFirst() ?? tokens.dayFirst()
          ?? tokens.slashed(),
        (1...12).contains(date.month), date.day >= 1, date.day <= PublicationDate.days(in: date.month, of: date.year)
      else { return nil }
      return date
    }
  }

  private mutating func skipWeekday() {
    _ = attempt { tokens -> Bool? in
      guard let word = tokens.word(), WeekdayNames.contains(word, inAnyLanguage: tokens.dates.isOfAnyLanguage) else {
        return nil
      }
      // `segunda-feira`
      _ = tokens.skip(phrase: "- feira")
      _ = tokens.skip(".")
      _ = tokens.skip(",")
      return true
    }
  }

  /// `2026-03-14`, `2026/3/14` and `2026.03.14`.
  private mutating func isoDate() -> PublicationDate? {
    attempt { tokens in
      guard let year = tokens.year(), tokens.skip("-") || tokens.skip("/") || tokens.skip("."),
        let month = tokens.number(digits: 1...2), tokens.skip("-") || tokens.skip("/") || tokens.skip("."),
        let day = tokens.number(digits: 1...2)
      else { return nil }
      return PublicationDate(year: year, month: month, day: day)
    }
  }

  /// `2026年3月14日` and `2026년 3월 14일`.
  private mutating func eastAsian() -> PublicationDate? {
    attempt { tokens in
      guard let year = tokens.number(digits: 4...4), tokens.skip("年") || tokens.skip("년"),
        let month = tokens.number(digits: 1...2), tokens.skip("月") || tokens.skip("월"),
        let day = tokens.number(digits: 1...2), let last = tokens.word(), last.hasPrefix("日") || last.hasPrefix("일")
      else { return nil }
      return PublicationDate(year: year, month: month, day: day)
    }
  }

  /// `March 14, 2026`, `Mar. 14th 2026` and `March 14`.
  private mutating func monthFirst() -> PublicationDate? {
    attempt { tokens in
      guard let month = tokens.month(), let day = tokens.number(digits: 1...2) else { return nil }
      tokens.skipOrdinal()
      let year = tokens.attempt { tokens in
        _ = tokens.skip(",")
        return tokens.year()
      }
      return PublicationDate(year: year, month: month, day: day)
    }
  }

  /// `14 March 2026`, `the 14th of March, 2026`, `14. März 2026`, `14 de marzo de 2026` and `14 March`.
  private mutating func dayFirst() -> PublicationDate? {
    attempt { tokens in
      _ = tokens.skip("the")
      guard let day = tokens.number(digits: 1...2) else { return nil }
      tokens.skipOrdinal()
      _ = tokens.skip(".") || tokens.skip("of") || tokens.skip("de")
      guard let month = tokens.month() else { return nil }
      let year = tokens.attempt { tokens in
        _ = tokens.skip(",") || tokens.skip("de") || tokens.skip("del")
        return tokens.year()
      }
      return PublicationDate(year: year, month: month, day: day)
    }
  }

  /// `14/03/2026`, `3/14/2026` and `14.3.2026`; `14.03.26` and `3/14/26` where years may be short.
  private mutating func slashed() -> PublicationDate? {
    attempt { tokens in
      guard let first = tokens.number(digits: 1...2) else { return nil }
      let isDotted = tokens.skip(".")
      guard isDotted || tokens.skip("/"), let second = tokens.number(digits: 1...2),
        tokens.skip(isDotted ? "." : "/"), let year = tokens.year() ?? tokens.shortYear()
      else { return nil }
      // Dots are written where the day comes first.
      if isDotted || first > 12 || first == second {
        return PublicationDate(year: year, month: second, day: first)
      }
      if second > 12 { return PublicationDate(year: year, month: first, day: second) }
      switch tokens.dates.dayPlace {
      case .first: return PublicationDate(year: year, month: second, day: first)
      case .second: return PublicationDate(year: year, month: first, day: second)
      case nil: return nil
      }
    }
  }

  /// 2026 of `26`, and 1998 of `98`, as `%y` of POSIX's `strptime` has it. No mark may follow, as in `10.12.14.1`.
  private mutating func shortYear() -> Int? {
    guard dates.hasShortYears else { return nil }
    return attempt { tokens in
      guard let year = tokens.number(digits: 2...2) else { return nil }
      if let next = tokens.current, !next.isSpaced, [".", "/", ":", "-"].contains(next.text) { return nil }
      return year < 69 ? 2000 + year : 1900 + year
    }
  }

  private mutating func year() -> Int? {
    attempt { tokens in tokens.number(digits: 4...4).flatMap { (1500...2500).contains($0) ? $0 : nil } }
  }

  private mutating func month() -> Int? {
    attempt { tokens in
      guard let word = tokens.word() else { return nil }
      _ = tokens.skip(".")
      return MonthNames.month(word, inAnyLanguage: tokens.dates.isOfAnyLanguage)
    }
  }

  private mutating func skipOrdinal() {
    _ = attempt { tokens -> Bool? in
      guard let word = tokens.word(), ["st", "nd", "rd", "th", "er"].contains(word) else { return nil }
      return true
    }
  }

  private mutating func timeAfterDate() -> String? {
    attempt { tokens in
      _ = tokens.skip("t") || tokens.skip(",") || tokens.skip("-") || tokens.skip("–") || tokens.skip("|")
      _ = tokens.skip("at")
      return tokens.time()
    }
  }

  /// `14:05`, `14.05`, `2:05 p.m. EST` and `9 a.m.`.
  private mutating func time() -> String? {
    attempt { tokens in
      guard var hour = tokens.number(digits: 1...2) else { return nil }
      let minute = tokens.attempt { $0.skip(":") || $0.skip(".") ? $0.number(digits: 2...2) : nil }
      let second = minute == nil ? nil : tokens.attempt { $0.skip(":") ? $0.number(digits: 2...2) : nil }
      let half = tokens.dayHalf()
      guard minute != nil || half != nil else { return nil }
      if let half {
        guard (1...12).contains(hour) else { return nil }
        hour = hour % 12 + (half == "p" ? 12 : 0)
      }
      guard hour < 24, minute ?? 0 < 60, second ?? 0 < 60 else { return nil }
      let seconds = second.map { ":" + PublicationDate.padded($0, 2) } ?? ""
      let zone = tokens.zone() ?? ""
      return "\(PublicationDate.padded(hour, 2)):\(PublicationDate.padded(minute ?? 0, 2))\(seconds)\(zone)"
    }
  }

  /// The first letter of a.m. or p.m.
  private mutating func dayHalf() -> String? {
    attempt { tokens in
      guard let word = tokens.word() else { return nil }
      if word == "am" || word == "pm" { return String(word.prefix(1)) }
      guard word == "a" || word == "p", tokens.skip("."), tokens.skip("m") else { return nil }
      _ = tokens.skip(".")
      return word
    }
  }

  /// The offset of a time zone; empty for names that do not tell it (`ET` is one thing in winter and another in
  /// summer).
  private mutating func zone() -> String? {
    attempt { tokens in
      if tokens.skip("z") { return "Z" }
      if let sign = tokens.skip("+") ? "+" : tokens.skip("-") ? "-" : nil {
        guard let hour = tokens.number(digits: 2...2), tokens.skip(":"), let minute = tokens.number(digits: 2...2)
        else {
          return nil
        }
        return "\(sign)\(PublicationDate.padded(hour, 2)):\(PublicationDate.padded(minute, 2))"
      }
      let isBracketed = tokens.skip("(")
      guard let word = tokens.word(), var offset = Self.zones[word] else { return nil }
      if offset == "Z", let own = tokens.hoursFromGreenwich() { offset = own }
      return !isBracketed || tokens.skip(")") ? offset : nil
    }
  }

  /// `+07:00` of the `+7` behind `GMT`.
  private mutating func hoursFromGreenwich() -> String? {
    attempt { tokens in
      guard let sign = tokens.skip("+") ? "+" : tokens.skip("-") ? "-" : nil,
        let hours = tokens.number(digits: 1...2), hours < 15
      else { return nil }
      let minutes = tokens.attempt { $0.skip(":") ? $0.number(digits: 2...2) : nil } ?? 0
      return "\(sign)\(PublicationDate.padded(hours, 2)):\(PublicationDate.padded(minutes, 2))"
    }
  }

  private static let zones = [
    "utc": "Z", "gmt": "Z", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00", "eet": "+02:00", "eest": "+03:00",
    "msk": "+03:00", "ist": "", "jst": "+09:00", "est": "-05:00", "edt": "-04:00", "cst": "", "cdt": "-05:00",
    "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "et": "", "ct": "", "mt": "", "pt": "",
  ]
}
