internal import DocumentModel

/// What is known of a language's words.
enum Lexicon {
  /// The words of the language with this ISO 639 code; English where none is known, and its numbers and marks for others.
  static func words(language: String) -> WordTable { byLanguage[language] ?? WordTable([]) }

  private static let byLanguage: [String: WordTable] = [
    "en": WordTable(English.lists), "de": WordTable(German.lists), "fr": WordTable(French.lists),
    "es": WordTable(Spanish.lists),
  ]
}

extension Document {
  /// The primary subtag of the language in lower case; English where none is known.
  var languageCode: String {
    let subtag = (metadata.language ?? "en").prefix { $0 != "-" && $0 != "_" }
    return subtag.isEmpty ? "en" : subtag.lowercased()
  }
}
