/// What the words of a short line look like, as far as it tells whether they are a heading.
struct HeadingShape {
  var words = 0
  /// Words that a title in title case begins with a capital or digit.
  var capitalizedWords = 0
  /// Words that it would, but that begin with a small letter here.
  var lowercaseWords = 0
  var letters = 0
  var lowercaseLetters = 0
  var first = CharacterClass.mark
  var last: CharacterClass?
  /// The last character that is no quotation mark or bracket.
  var lastInside = CharacterClass.mark
  var firstClasses: WordClasses = []
  fileprivate var firstKey: UInt128 = 0
  /// The key of "by".
  fileprivate static var by: UInt128 { UInt128(UInt8(ascii: "b")) << 8 | UInt128(UInt8(ascii: "y")) }
  /// What is known of the first two words as one.
  var pairClasses: WordClasses = []
  /// Whether an agency is named behind a slash or a bar: "Dora Finch/Reuters".
  var isCredit = false
  /// Where the last slash or bar stands; -1 for none.
  fileprivate var bar = -1
  var secondIsCapitalized = false
  var secondIsBy = false
  /// Whether it begins as in "March 3, 2026".
  var beginsWithDate = false
  var calendarWords = 0
  /// Whether "a.m." or "p.m." is among the words.
  var hasTimeOfDay = false
  /// Whether the last word is of a day or a time.
  var endsInTime = false
  var numbers = 0
  var commas = 0
  var colons = 0
  /// How many words stand before the first colon, which ends the last of them.
  var wordsOfLabel = 0
  /// Whether a sentence ends within.
  var hasInnerStop = false
  var hasSquareBracket = false
  var hasAddress = false
  /// Whether the first word is "By".
  var isBy = false
  /// Whether it begins as "Step 1: Preparation" does: a word, its number, a colon and more.
  var isNumberedLabel = false
  /// Whether it ends in a comma, semicolon or colon.
  var endsOpen = false

  /// Whether every word that is not small has a capital.
  var isTitleCase: Bool { lowercaseWords == 0 && capitalizedWords > 0 }

  /// Whether there is no small letter, and at least one word's worth of capitals.
  var isCapitals: Bool { lowercaseLetters == 0 && letters >= 2 && first != .letter }

  /// Whether it tells a day and nothing else.
  var isWholeDate: Bool { calendarWords > 0 && numbers > 0 && calendarWords + numbers >= words }

  /// Whether it is a year and nothing else, as chronicles are headed.
  var isYear = false
  var isQuestion = false

  /// Whether it tells a day: "Tuesday, 5 May 2026".
  var isDate: Bool {
    calendarWords > 0 && numbers > 0 && (calendarWords + numbers + 1 >= words || beginsWithDate)
  }

  /// Whether it ends in a time of day and has two words besides at most: "Updated at 3:52 p.m. ET".
  var isTime: Bool { hasTimeOfDay && endsInTime && numbers > 0 && calendarWords + numbers + 3 >= words }
}

extension Span<UInt8> {
  /// The shape of the words at `range`; of more than `limit` words only one more is looked at.
  func headingShape(_ range: Range<Int>, limit: Int = .max) -> HeadingShape {
    let english = WordTable.english
    let words = english.slots.span
    var shape = HeadingShape()
    var at = range.lowerBound
    while at < range.upperBound, shape.words <= limit {
      var wordEnd = at
      while wordEnd < range.upperBound {
        let (kind, count) = character(at: wordEnd)
        if kind == .space { break }
        wordEnd += count
      }
      add(at..<wordEnd, to: &shape, isLast: wordEnd == range.upperBound, words)
      at = skipSpace(from: wordEnd, to: range.upperBound)
    }
    shape.isQuestion = !range.isEmpty && self[range.upperBound - 1] == UInt8(ascii: "?")
    shape.isYear =
      shape.words == 1 && range.count == 4 && shape.numbers == 1 && shape.letters == 0
      && (self[range.lowerBound] == 0x31 || self[range.lowerBound] == 0x32)
    return shape
  }

  /// Whether the words at `range` end in a full stop that is no acronym's, be it within quotation marks or brackets.
  func endsSentence(_ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound {
      let last = character(before: end)
      switch character(at: last).kind {
      case .quote, .closing: end = last
      case .dot: return !wordBeforeStop(endingAt: last, notBefore: range.lowerBound).isAcronym
      case let kind: return kind == .fullStop
      }
    }
    return false
  }

  private func add(
    _ range: Range<Int>, to shape: inout HeadingShape, isLast: Bool, _ words: Span<WordTable.Slot>
  ) {
    if shape.last == nil {
      let start = range.lowerBound
      shape.first = character(at: isInverted(at: start) ? start + 2 : start).kind
    }
    let core = addCharacters(of: range, to: &shape)
    switch self[range.upperBound - 1] {
    case UInt8(ascii: ","), UInt8(ascii: ";"):
      shape.commas += 1
      shape.endsOpen = isLast
    case UInt8(ascii: ":"):
      if shape.colons == 0, !isLast { shape.wordsOfLabel = shape.words + 1 }
      shape.colons += 1
      shape.isNumberedLabel =
        shape.words == 1 && shape.numbers == 0 && character(at: range.lowerBound).kind == .digit && !isLast
      shape.endsOpen = isLast
    default: break
    }
    guard !core.isEmpty else { return }
    addWord(core, to: &shape, isLast: isLast, words)
  }

  /// Counts the characters of one word, and gives the range from its first letter or digit to its last.
  private func addCharacters(of range: Range<Int>, to shape: inout HeadingShape) -> Range<Int> {
    var core = range.lowerBound..<range.lowerBound
    var at = range.lowerBound
    while at < range.upperBound {
      let (kind, count) = character(at: at)
      if kind.isLetter || kind == .digit { core = (core.isEmpty ? at : core.lowerBound)..<at + count }
      if kind.isLetter { shape.letters += 1 }
      if kind == .lower { shape.lowercaseLetters += 1 }
      switch self[at] {
      case UInt8(ascii: "@") where range.count > 1: shape.hasAddress = true
      case UInt8(ascii: "["): shape.hasSquareBracket = true
      case UInt8(ascii: "/"):
        shape.bar = at
        if at + 1 < range.upperBound, self[at + 1] == UInt8(ascii: "/") { shape.hasAddress = true }
      case UInt8(ascii: "|"): shape.bar = at
      default: break
      }
      shape.last = kind
      if kind != .quote, kind != .closing { shape.lastInside = kind }
      at += count
    }
    return core
  }

  private func addWord(
    _ core: Range<Int>, to shape: inout HeadingShape, isLast: Bool, _ words: Span<WordTable.Slot>
  ) {
    let key = wordKey(core)
    let classes = words.classes(of: key)
    let initial = character(at: core.lowerBound).kind
    switch shape.words {
    case 0:
      shape.firstClasses = classes
      shape.firstKey = key
      shape.isBy = key == HeadingShape.by
    case 1:
      shape.secondIsCapitalized = initial == .upper
      shape.secondIsBy = key == HeadingShape.by
      shape.pairClasses = core.count < 12 ? words.classes(of: shape.firstKey << UInt128(8 * core.count) | key) : []
      shape.beginsWithDate = initial == .digit && shape.firstClasses.contains(.calendar)
    default: break
    }
    if shape.bar >= 0, shape.bar < core.upperBound {
      let name = Swift.max(core.lowerBound, shape.bar + 1)..<core.upperBound
      if words.classes(of: wordKey(name)).contains(.agency) { shape.isCredit = true }
    }
    if initial == .digit { shape.numbers += 1 }
    if classes.contains(.calendar) { shape.calendarWords += 1 }
    if classes.contains(.timeOfDay) { shape.hasTimeOfDay = true }
    shape.endsInTime = !classes.isDisjoint(with: [.calendar, .timeOfDay])
    if initial != .lower {
      shape.capitalizedWords += 1
    } else if shape.words == 0 || !classes.contains(.small) {
      shape.lowercaseWords += 1
    }
    shape.words += 1
    let isSentenceDot =
      shape.last == .dot && initial == .lower && core.count > 3 && classes.isDisjoint(with: .anyAbbreviation)
    if !isLast, shape.last == .exclamation || isSentenceDot { shape.hasInnerStop = true }
  }
}

extension HeadingShape {
  /// Whether nothing speaks against a heading.
  var couldBeHeading: Bool {
    if isYear { return true }
    guard words > 0, letters >= 2, first.isLetter || first == .digit || first == .quote, first != .lower else {
      return false
    }
    guard !endsOpen, last != .dash else { return false }
    return !isDate && !isTime && !hasInnerStop && !hasAddress && !isCaption
  }

  /// Whether a line in mixed case has what a heading without any mark needs.
  var couldBePlainHeading: Bool {
    if isYear { return true }
    guard !(first == .quote && last == .quote) else { return false }
    if lastInside == .exclamation { return isTitleCase && words >= 3 }
    if colons > 0, words < 4, !isNumberedLabel { return false }
    if commas > 2 || (commas > 0 && numbers > 0) || hasSquareBracket { return false }
    return isTitleCase || (numbers < 2 && words <= 8 && commas == 0 && first != .quote && first != .digit)
  }

  /// Whether a line between two paragraphs could be a heading, though it has more words than most, or asks.
  func couldBeWordyHeading(allowsQuestions: Bool) -> Bool {
    guard first != .quote, first != .digit, !hasSquareBracket, colons == 0, commas < 2, numbers < 2 - commas else {
      return false
    }
    return lastInside != .exclamation || (allowsQuestions && words <= 8 && isQuestion)
  }

  /// Whether it is as short as a subheading is, and no name: "By plane", "Background".
  var isBrief: Bool { words <= 4 && capitalizedWords <= 1 && numbers == 0 }

  /// Whether a line between two paragraphs could be a heading in somebody's words: "‘Never enough’".
  var couldBeQuotedHeading: Bool {
    first == .quote && last == .quote && words <= 8 && lastInside != .exclamation && commas < 2
  }

  /// Whether it could tell whose words stand above it: "Ada Lovelace, The Hale Times".
  var couldBeSource: Bool { isTitleCase && commas == 1 && numbers == 0 }

  /// Whether its label says that it points elsewhere or tells who wrote: "Opinion: …", "Full Coverage: …", "By: …".
  var isPointer: Bool {
    wordsOfLabel == 1 && (isBy || firstClasses.contains(.pointer))
      || wordsOfLabel == 2 && pairClasses.contains(.pointer)
  }

  /// "By Maria Keller"
  var isByline: Bool { isBy && secondIsCapitalized && words > 2 }

  /// Whether a line right below the title is like the heading of a section, and not like a name, a place, an agency, a day or
  /// another label of the article.
  var couldBeBelowTitle: Bool {
    if isYear || first == .letter || firstClasses.contains(.sectionName) { return true }
    return words > 1 && capitalizedWords == 1 && numbers == 0 && !firstClasses.contains(.calendar)
  }

  /// "Figure 2.1", "Image: Nobody", "Photo by Nobody", "Photo", "Click here for more", "Dora Finch/Reuters"
  private var isCaption: Bool {
    if isCredit || pairClasses.contains(.label) || (words == 1 && !firstClasses.isDisjoint(with: [.label, .agency])) {
      return true
    }
    return firstClasses.contains(.caption) && (numbers > 0 || colons > 0 || secondIsBy)
  }
}
