internal import DocumentModel

/// What is known of a language's words.
enum Lexicon {
  /// The words of the language with this ISO 639 code; none for a language without lists.
  ///
  /// - Parameter attitudes: whether verbs of thinking, wanting and judging are taken as verbs of saying.
  static func words(language: String, attitudes: Bool) -> WordTable {
    if attitudes, language == "en" { return englishWithAttitudes }
    return byLanguage[language] ?? WordTable([])
  }

  private static let englishWithAttitudes = WordTable(English.lists + English.complements + English.attitudes)

  private static let byLanguage: [String: WordTable] = [
    "en": WordTable(English.lists + English.complements), "de": WordTable(German.lists), "fr": WordTable(French.lists),
    "es": WordTable(Spanish.lists),
  ]
}

extension Document {
  /// The code of the language; English where none is known.
  var languageCode: String { metadata.language.flatMap(LanguageTag.init)?.language ?? "en" }
}
