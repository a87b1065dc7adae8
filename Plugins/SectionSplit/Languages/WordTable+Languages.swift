internal import DocumentModel

extension WordTable {
  /// The words of a language by its tag, `de`, `deu` or `pt-BR`; `nil` where none are known.
  static func of(language tag: String) -> WordTable? {
    switch LanguageTag(tag)?.language {
    case "en": english
    case "de": german
    case "fr": french
    case "es": spanish
    case "it": italian
    case "pt": portuguese
    case "nl": dutch
    case "pl": polish
    default: nil
    }
  }

  private static let german = WordTable(of: GermanWords.lists)
  private static let french = WordTable(of: FrenchWords.lists)
  private static let spanish = WordTable(of: SpanishWords.lists)
  private static let italian = WordTable(of: ItalianWords.lists)
  private static let portuguese = WordTable(of: PortugueseWords.lists)
  private static let dutch = WordTable(of: DutchWords.lists)
  private static let polish = WordTable(of: PolishWords.lists)

  /// A language's own lists, and what all have taken over.
  private init(of lists: [(WordClasses, String)]) {
    self.init(
      lists + [
        (.title, "mr mrs ms dr prof"), (.abbreviation, "jr sr inc ltd corp co st etc al ca incl max min"),
        (.inner, "vs cf eg ie"), (.exclaiming, EnglishWords.exclaimingNames),
      ], joints: [])
  }
}
