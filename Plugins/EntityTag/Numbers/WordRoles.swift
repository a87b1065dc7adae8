/// What a word can be in an expression of number, time or money; a word may have several roles ("second", "may").
struct WordRoles: OptionSet, Hashable, Sendable {
  var rawValue: UInt64

  private static func bit(_ index: UInt64) -> WordRoles { WordRoles(rawValue: 1 << index) }

  // Numbers
  /// "one" to "ninety".
  static let numeral = bit(0)
  /// "hundred", "million", "crore".
  static let scale = bit(1)
  /// "m", "bn": a scale where it touches its number.
  static let shortScale = bit(2)
  /// "dozens", "hundreds": a number without one before it.
  static let vagueNumber = bit(3)
  /// "first", "twentieth".
  static let ordinal = bit(4)
  /// "st", "nd", "rd", "th".
  static let ordinalSuffix = bit(5)
  /// "half", "thirds", "quarters".
  static let fraction = bit(6)
  /// "few", "several".
  static let few = bit(7)
  /// "Article", "Room": what a number after it is the name of.
  static let designator = bit(8)

  // Measures
  static let percent = bit(9)
  static let currencyName = bit(10)
  /// A currency's name that is also another word: "won", "marks", "real".
  static let doubtfulCurrency = bit(11)
  static let currencyCode = bit(12)
  static let currencySign = bit(13)
  /// "US", "HK" before a dollar sign.
  static let currencyPrefix = bit(14)
  static let unit = bit(15)
  /// A unit's symbol, which counts only in the case in which it is written.
  static let unitSymbol = bit(16)
  /// "square", "nautical".
  static let unitModifier = bit(17)

  // Times
  static let month = bit(18)
  static let shortMonth = bit(19)
  /// A month's name that is also another word: "May", "March".
  static let doubtfulMonth = bit(20)
  static let weekday = bit(21)
  static let shortWeekday = bit(22)
  /// "day", "years", "quarter".
  static let dateUnit = bit(23)
  /// "hour", "minutes", "seconds".
  static let clockUnit = bit(24)
  /// "today", "yesterday".
  static let relativeDay = bit(25)
  /// "tonight", "midnight": a time of day that stands alone.
  static let clockWord = bit(26)
  /// "morning", "night".
  static let dayPart = bit(27)
  static let season = bit(28)
  static let meridiem = bit(29)
  static let timeZone = bit(30)
  /// "BC", "AD".
  static let era = bit(31)
  /// "fiscal", "academic" before a year.
  static let yearKind = bit(32)
  /// "Q1", "H2".
  static let shortQuarter = bit(33)
  /// The first word of a holiday's name.
  static let holiday = bit(34)

  // Words that lead to a time
  /// "last", "next", "this", "following".
  static let deictic = bit(35)
  /// "early", "late", "mid".
  static let part = bit(36)
  /// "end", "beginning" (of).
  static let edge = bit(37)
  static let each = bit(38)
  /// "ago", "earlier", "later".
  static let ago = bit(39)
  /// "in", "since", "until".
  static let datePreposition = bit(40)
  static let the = bit(41)
  /// "a", "an".
  static let article = bit(42)
  static let age = bit(43)
  static let plural = bit(44)

  // Context that tells a number from another use of its word
  /// "no", "this": after them, "one" is a pronoun.
  static let beforePronounOne = bit(45)
  /// "can", "who": before them, "one" is a pronoun.
  static let afterPronounOne = bit(46)
  /// "lady", "aid": after them, "first" counts nothing.
  static let afterIdiomOrdinal = bit(47)
  static let weightContext = bit(48)

  /// The roles that a reading can begin with.
  static let triggers: WordRoles = [
    .numeral, .vagueNumber, .ordinal, .few, .fraction, .currencyCode, .currencySign, .month, .shortMonth,
    .doubtfulMonth, .weekday, .shortWeekday, .relativeDay, .clockWord, .season, .shortQuarter, .holiday, .yearKind,
    .deictic, .part, .edge, .each, .the, .article, .age, .dateUnit, .clockUnit, .era, .scale,
  ]
}

/// The roles of a word and the number that goes with it: a numeral's value, a month's place in the year.
struct WordMeaning: Hashable, Sendable {
  var roles: WordRoles
  var value: Int64
}
