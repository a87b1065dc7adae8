/// What a language's commonest words are good for, by their lower-case form.
struct WordClasses: Sendable {
  /// Why a word is not like the others.
  enum Class: UInt8, Sendable {
    /// Says nothing of the subject: "the", "with". No part of any vector or phrase.
    case function
    /// A common verb, or a name of a day or number: ends a phrase, and counts in vectors.
    case boundary
    /// No phrase on its own and no edge of one: "new", "people".
    case weak
  }

  private let classes: [String: Class]
  /// Words that lean on the sentence before: "he", "however".
  let openers: Set<String>
  /// Whether there is a list; else short words count as function words.
  let isKnown: Bool

  func `class`(of word: String) -> Class? {
    if let found = classes[word] { return found }
    return !isKnown && word.unicodeScalars.count <= 3 ? .function : nil
  }

  /// The classes of the language with this ISO 639 code.
  static func of(language: String) -> WordClasses { byLanguage[language] ?? unknown }

  private static let unknown = WordClasses(function: "", isKnown: false)
  private static let byLanguage: [String: WordClasses] = [
    "en": WordClasses(
      function: English.function, boundary: English.boundary, weak: English.weak, openers: English.openers),
    "de": WordClasses(function: German.function, openers: German.openers),
    "fr": WordClasses(function: French.function, openers: French.openers),
    "es": WordClasses(function: Spanish.function, openers: Spanish.openers),
  ]

  private init(
    function: String, boundary: String = "", weak: String = "", openers: String = "", isKnown: Bool = true
  ) {
    var classes: [String: Class] = [:]
    for (list, value) in [(weak, Class.weak), (boundary, .boundary), (function, .function)] {
      for word in list.split(whereSeparator: \.isWhitespace) { classes[String(word)] = value }
    }
    self.classes = classes
    self.openers = Set(openers.split(whereSeparator: \.isWhitespace).map(String.init))
    self.isKnown = isKnown
  }
}
