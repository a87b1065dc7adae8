/// What the digits of a number token say.
struct DigitRun {
  /// The whole number, without its commas; `nil` where it has a fraction or more digits than an integer holds.
  var integer: Int64?
  var digits = 0
  var commas = 0
  var stops = 0
  /// The digits between stops, where there are two: a date's day, month and year, or a version.
  var parts: (Int, Int, Int)?

  /// Whether it is written as a year is: four digits and nothing else.
  var isPlain: Bool { commas == 0 && stops == 0 }
}

extension NumberReader {
  /// The digits of the number at `index`, or `nil` where no number is.
  func digits(_ index: Int) -> DigitRun? {
    guard let token = text.token(at: index), token.isNumber else { return nil }
    let bytes = text.text.utf8.span
    var run = DigitRun()
    var value: Int64? = 0
    var part: (Int, Int, Int) = (0, 0, 0)
    for offset in token.start..<token.end {
      switch bytes[offset] {
      case 0x2C: run.commas += 1
      case 0x2E: run.stops += 1
      default:
        run.digits += 1
        let digit = Int64(bytes[offset] &- 0x30)
        if let known = value { value = run.digits > 17 ? nil : known * 10 + digit }
        if run.digits <= 12 {
          switch run.stops {
          case 0: part.0 = part.0 * 10 + Int(digit)
          case 1: part.1 = part.1 * 10 + Int(digit)
          default: part.2 = part.2 * 10 + Int(digit)
          }
        }
      }
    }
    run.integer = run.stops == 0 ? value : nil
    if run.stops == 2 { run.parts = part }
    return run
  }

  /// A whole number of at most `most` digits without commas, or `nil`.
  func integer(_ index: Int, digits most: Int) -> Int? {
    guard let run = digits(index), run.isPlain, run.digits <= most, let integer = run.integer else { return nil }
    return Int(integer)
  }

  /// A number of exactly `count` digits without commas, or `nil`.
  func integer(_ index: Int, ofDigits count: Int) -> Int? {
    guard let run = digits(index), run.isPlain, run.digits == count, let integer = run.integer else { return nil }
    return Int(integer)
  }

  /// The end of an identifier that the number at `index` is a part of, or `nil` where it is a number.
  ///
  /// Identifiers are designations ("F-16", "G-7"), addresses and file names ("a/b2/3"), telephone numbers and versions
  /// (three or more numbers joined), footnotes ("[3]") and the numbers of list items ("3." at a line's start).
  func endOfIdentifier(at index: Int) -> Int? {
    if isListNumber(index) { return index + 1 }
    if isByte(index - 1, "["), isByte(index + 1, "]") { return index + 1 }
    if isByte(index - 1, "#"), touches(index) { return index + 1 }
    guard let before = text.token(at: index - 1), touches(index) else { return endOfChain(at: index) }
    if isHyphen(index - 1), touches(index - 1), let word = text.token(at: index - 2), word.isWord,
      !has(index - 2, [.part, .currencyPrefix, .month]), !(word.shape == .lower && isYear(index))
    {
      return index + 1
    }
    if isByte(index - 1, "/"), touches(index - 1), text.token(at: index - 2)?.isWord == true { return index + 1 }
    if isByte(index - 1, "_") || isByte(index - 1, "=") || isByte(index - 1, "@") { return index + 1 }
    if before.isMark, isByte(index - 1, "."), touches(index - 1), text.token(at: index - 2)?.isWord == true {
      return index + 1
    }
    return endOfChain(at: index)
  }

  /// "3." or "3)" at the start of a line, with a text after it.
  private func isListNumber(_ index: Int) -> Bool {
    guard let token = text.token(at: index), token.followsLineBreak, integer(index, digits: 3) != nil else {
      return false
    }
    guard isByte(index + 1, ".") || isByte(index + 1, ")"), touches(index + 1) else { return false }
    return text.token(at: index + 2).map { $0.followsSpace && !$0.followsLineBreak } ?? false
  }

  /// The end of three or more numbers joined by hyphens, stops or colons, which are no date and no time of day.
  private func endOfChain(at index: Int) -> Int? {
    if let run = digits(index), run.stops > 1, dottedDate(at: index) == nil { return index + 1 }
    var end = index + 1
    var numbers = 1
    while isHyphen(end), touches(end), touches(end + 1), text.token(at: end + 1)?.isNumber == true {
      numbers += 1
      end += 2
    }
    guard numbers > 2, isoDate(at: index) == nil, numericDate(at: index) == nil else { return nil }
    return end
  }
}
