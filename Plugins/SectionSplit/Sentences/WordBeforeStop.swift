internal import TextBytes

/// The word that a dot is attached to, as far as its shape tells what the dot is for.
struct WordBeforeStop {
  var range: Range<Int>
  /// Whether there are dots within: `U.S.`, `3.5`, `example.com`.
  var hasDots = false
  /// Whether one or two letters stand between all dots: `U.S.`, `a.m.`, `Ph.D.`
  var isAcronym = false
  var isCapitalized = false
  /// Whether it is lower-case letters and nothing else.
  var isLowercase = false
  /// Whether it is one capital letter: an initial, or the end of "vitamin C".
  var isInitial = false
  /// Whether it is two capitals or more, and nothing else.
  var isAllCapitals = false

  /// How far back a word is looked at, in bytes: no abbreviation is longer.
  static let reach = 32
}

extension Span<UInt8> {
  /// The word that ends at `end` and does not reach back before `start`.
  func wordBeforeStop(endingAt end: Int, notBefore start: Int) -> WordBeforeStop {
    let least = Swift.max(start, end - WordBeforeStop.reach)
    var at = end
    while at > least {
      let previous = character(before: at)
      guard previous >= least, belongsToWord(at: previous, next: at, before: end, notBefore: least) else { break }
      at = previous
    }
    return word(startBehindFigures(at, before: end)..<end)
  }

  /// Where `p.m` begins in "6:24p.m", written without a space; `start` of anything else.
  private func startBehindFigures(_ start: Int, before end: Int) -> Int {
    let at = end - 3
    guard at > start, self[start].isDigit, self[at - 1].isDigit, self[at + 1] == UInt8(ascii: "."),
      CharacterClass(ascii: self[at]).isLetter, CharacterClass(ascii: self[at + 2]).isLetter
    else { return start }
    return at
  }

  private func belongsToWord(at offset: Int, next: Int, before end: Int, notBefore start: Int) -> Bool {
    switch character(at: offset).kind {
    case .upper, .lower, .letter, .digit, .dot: true
    case .quote:
      next < end && offset > start && character(at: next).kind.isLetter && kind(before: offset).isLetter
    case .mark: self[offset] != UInt8(ascii: "/") && self[offset] != UInt8(ascii: "*")
    default: false
    }
  }

  private func word(_ range: Range<Int>) -> WordBeforeStop {
    var word = WordBeforeStop(range: range)
    var letters = 0
    var lowers = 0
    var others = 0
    var segment = 0
    var longest = 0
    var at = range.lowerBound
    while at < range.upperBound {
      let (kind, count) = character(at: at)
      if at == range.lowerBound { word.isCapitalized = kind == .upper }
      if kind == .dot {
        word.hasDots = true
        segment = 0
      } else if kind.isLetter {
        letters += 1
        segment += 1
        longest = Swift.max(longest, segment)
        if kind == .lower { lowers += 1 }
      } else {
        others += 1
      }
      at += count
    }
    word.isLowercase = lowers > 0 && lowers == letters && others == 0 && !word.hasDots
    word.isAllCapitals = word.isCapitalized && letters > 1 && lowers == 0 && others == 0
    word.isAcronym = word.hasDots && others == 0 && longest <= 2 && letters > 1
    word.isInitial = word.isCapitalized && letters == 1 && others == 0 && !word.hasDots
    return word
  }
}
