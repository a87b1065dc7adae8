/// What a language's commonest words are good for, by their lower-case form.
struct WordClasses: Sendable {
  /// Why a word is not like the others.
  enum Class: UInt8, Sendable {
    /// Says nothing of the subject: "the", "with". No part of any vector or phrase.
    case function
    /// A common verb: ends a phrase, and counts in vectors.
    case boundary
    /// A day, month or number: as a boundary, capitalized or not.
    case calendar
    /// No phrase on its own and no edge of one: "new", "people".
    case weak
  }

  /// What is known of one word.
  struct Entry: Sendable {
    var `class`: Class?
    /// Leans on the sentence before when it opens one: "he", "however".
    var isOpener = false
    /// A verb follows it: "to", "will", "they".
    var isVerbCue = false
    /// A form of "be", "have" or "do".
    var isFinite = false
    /// What the word points to.
    var pointers: Lexicon.Traits = []
  }

  private var words = Interner()
  private var entries: [Entry] = []
  /// Openings of several words that lean on the sentence before: "for example". In lower case.
  let openingPhrases: [[UInt8]]
  /// Openings of sentences that only greet or thank: "thank you". In lower case.
  let courtesies: [[UInt8]]
  /// Titles that say nothing of what the text is about: "introduction". In lower case.
  let generalTitles: Set<String>
  /// Whether there is a list of verbs.
  let knowsVerbs: Bool
  /// Whether there is a list; else short words count as function words.
  let isKnown: Bool

  /// What is known of `word`, which is in lower case.
  func entry(of word: Span<UInt8>) -> Entry {
    if let found = words.find(word) { return entries[found] }
    return Entry(class: !isKnown && word.isShort ? .function : nil)
  }

  /// The classes of the language with this ISO 639 code.
  static func of(language: String) -> WordClasses { byLanguage[language] ?? unknown }

  private static let unknown = WordClasses(function: "", isKnown: false)
  private static let byLanguage: [String: WordClasses] = [
    "en": WordClasses(
      function: English.function, boundary: English.boundary, calendar: English.calendar, weak: English.weak,
      openers: English.openers, openingPhrases: English.openingPhrases, courtesies: English.courtesies,
      generalTitles: English.generalTitles, verbCues: English.verbCues, finite: English.finite,
      pointers: English.pointers),
    "de": WordClasses(
      function: German.function, calendar: German.calendar, weak: German.weak, openers: German.openers),
    "fr": WordClasses(
      function: French.function, calendar: French.calendar, weak: French.weak, openers: French.openers),
    "es": WordClasses(
      function: Spanish.function, calendar: Spanish.calendar, weak: Spanish.weak, openers: Spanish.openers),
  ]

  private init(
    function: String, boundary: String = "", calendar: String = "", weak: String = "", openers: String = "",
    openingPhrases: String = "", courtesies: String = "", generalTitles: String = "", verbCues: String = "",
    finite: String = "",
    pointers: [(words: String, kind: Lexicon.Traits)] = [],
    isKnown: Bool = true
  ) {
    self.openingPhrases = Self.phrases(openingPhrases)
    self.courtesies = Self.phrases(courtesies)
    self.generalTitles = Set(Self.phrases(generalTitles).map { String(decoding: $0, as: UTF8.self) })
    knowsVerbs = !boundary.isEmpty
    self.isKnown = isKnown
    for (list, value) in [(weak, Class.weak), (boundary, .boundary), (calendar, .calendar), (function, .function)] {
      for word in Self.words(list) { change(word) { $0.class = value } }
    }
    for word in Self.words(openers) { change(word) { $0.isOpener = true } }
    for word in Self.words(verbCues) { change(word) { $0.isVerbCue = true } }
    for word in Self.words(finite) { change(word) { $0.isFinite = true } }
    for list in pointers { for word in Self.words(list.words) { change(word) { $0.pointers = list.kind } } }
    for phrase in self.openingPhrases + self.courtesies {
      let word = String(decoding: phrase.prefix { $0 != 0x20 && $0 != UInt8(ascii: ",") }, as: UTF8.self)
      change(word) { $0.pointers.insert(.phraseOpener) }
    }
  }

  private mutating func change(_ word: String, _ body: (inout Entry) -> Void) {
    let (id, isNew) = words.number(of: word.utf8.span)
    if isNew { entries.append(Entry()) }
    body(&entries[id])
  }

  private static func phrases(_ list: String) -> [[UInt8]] {
    list.split(separator: "|").map { Array(words(String($0)).joined(separator: " ").utf8) }
  }

  private static func words(_ list: String) -> [String] {
    list.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map { String(Substring($0)) }
  }
}

extension Span<UInt8> {
  /// Whether it is the UTF-8 of three characters (scalars) or fewer.
  fileprivate var isShort: Bool { indices.count { self[$0] & 0xC0 != 0x80 } <= 3 }
}
