internal import DocumentModel

extension NumberReader {
  /// A time of day that begins with a number: "14:05", "3 p.m.", "10.30 a.m. EST", "5-6 pm", "3 o'clock", "1600 GMT".
  func clock(at index: Int) -> Reading? {
    guard var end = endOfClockNumber(at: index) else { return nil }
    var isSure = end > index + 1
    if let second = afterHyphen(end) ?? (text.token(end, is: "to") ? end + 1 : nil),
      let last = endOfClockNumber(at: second), hasMeridiem(at: last) || isSure && last > second + 1
    {
      end = last
    }
    if hasMeridiem(at: end) {
      end += 1
      if let second = afterHyphen(end) ?? (text.token(end, is: "to") ? end + 1 : nil),
        let last = endOfClockNumber(at: second), hasMeridiem(at: last)
      {
        end = last + 1
      }
      isSure = true
    } else if text.token(end, is: "o'clock") || text.token(end, is: "noon") {
      end += 1
      isSure = true
    } else if isMilitary(index), has(end, .timeZone) && text[end].shape == .allCaps || text.token(end, is: "hours") {
      isSure = true
      if text.token(end, is: "hours") { end += 1 }
    }
    guard isSure else { return nil }
    return Reading(index, endOfDayPhrase(at: endOfZone(at: end)), .time, score: 0.95)
  }

  /// The end of "14", "14:05", "14:05:30", "10.30", "1600" at `index`.
  private func endOfClockNumber(at index: Int) -> Int? {
    if isMilitary(index) { return index + 1 }
    if let run = digits(index), run.stops == 1, run.commas == 0, run.digits <= 4, run.digits >= 3 {
      return hasMeridiem(at: index + 1) ? index + 1 : nil
    }
    guard let hour = integer(index, digits: 2), hour <= 24 else { return nil }
    guard isByte(index + 1, ":"), touches(index + 1), touches(index + 2) else { return index + 1 }
    guard let minute = integer(index + 2, ofDigits: 2), minute < 60, !isByte(index - 1, ":") else { return nil }
    let end = index + 3
    if isByte(end, ":"), touches(end), touches(end + 1), let second = integer(end + 1, ofDigits: 2), second < 60 {
      return end + 2
    }
    return end
  }

  private func isMilitary(_ index: Int) -> Bool {
    guard let time = integer(index, ofDigits: 4), time / 100 < 25, time % 100 < 60 else { return false }
    return has(index + 1, .timeZone) && text[index + 1].shape == .allCaps
      || text.token(index + 1, is: "hours")
  }

  private func hasMeridiem(at index: Int) -> Bool {
    has(index, .meridiem) && (text[index].shape == .lower || text[index].shape == .allCaps)
  }

  /// The end of a time zone after a time: "EST", "Eastern Standard Time", "local time", "Moscow time", "(GMT)".
  func endOfZone(at index: Int) -> Int {
    guard let token = text.token(at: index), token.isWord, !token.followsBlankLine else { return index }
    if has(index, .timeZone), token.shape == .allCaps { return index + 1 }
    if text.token(index, is: "local"), text.token(index + 1, is: "time") { return index + 2 }
    var end = index
    while end < index + 3, isCapitalized(end), !text.token(end, is: "time") { end += 1 }
    return end > index && text.token(end, is: "time") ? end + 1 : index
  }

  /// The end of "in the morning", "at night" after a time, or `index`.
  private func endOfDayPhrase(at index: Int) -> Int {
    if text.token(index, is: "in"), text.token(index + 1, is: "the"), has(index + 2, .dayPart) { return index + 3 }
    if text.token(index, is: "at"), text.token(index + 1, is: "night") { return index + 2 }
    return index
  }
}
