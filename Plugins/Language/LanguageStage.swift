public import DocumentModel
internal import JSON
public import StageKit

/// Tells the language of the text, so that `when` can choose by it and stages can leave alone what they don't serve.
///
/// A text that is too short, or reads like no language clearly, has none named: a guess would be worse than none.
public struct LanguageStage: Stage {
  public static let contract = Contract(
    "language", version: "1.2.0", summary: "Tells the language of the text, unless the document says it already.",
    provides: [.metadata], mayProvide: [.metadataOrigins])

  private let options: LanguageOptions

  public init(options: LanguageOptions, resources: Resources) { self.options = options }

  public func process(_ document: inout Document) {
    let guess = LanguageGuess(document.text.utf8.span)
    let language = guess.letters < options.minimumLetters ? nil : guess.language
    let declared = document.metadata.language.flatMap(LanguageNames.tag(declared:))
    guard let language else {
      if document.metadata.language != declared { document.metadata.language = declared }
      if let declared { document.warnUnconfirmed(declared, guess) } else { document.noteUnknown(guess, options) }
      return
    }
    // Of languages that are hardly told apart, CLD2 sees some of each.
    if let second = guess.second, !LanguageNames.agree(declared: second.language, text: language) {
      document.noteMixed(guess.percent, language, second)
    }
    if let declared {
      let agrees = LanguageNames.agree(declared: declared, text: language)
      if agrees || options.declared == .keep {
        document.metadata.language = declared
        if !agrees { document.warn(declared, language) }
        return
      }
    }
    document.metadata.language = language
    document.addOrigins(["language": "text"])
  }
}

extension Document {
  fileprivate mutating func noteUnknown(_ guess: LanguageGuess, _ options: LanguageOptions) {
    let why =
      guess.letters < options.minimumLetters
      ? "the text is too short to tell its language (\(guess.letters) bytes of letters; minimum-letters is "
        + "\(options.minimumLetters))"
      : "the text does not read clearly like one language"
    tell(.note, "language-unknown", why)
  }

  fileprivate mutating func noteMixed(_ percent: Int, _ language: String, _ second: (language: String, percent: Int)) {
    tell(
      .note, "language-mixed",
      "\(percent)% of the text reads like '\(language)', and \(second.percent)% like '\(second.language)'")
  }

  /// Warns of a long text that reads like no language clearly, and not at all like the one that is declared: templates
  /// declare English on pages in languages that CLD2 hardly knows.
  fileprivate mutating func warnUnconfirmed(_ declared: String, _ guess: LanguageGuess) {
    guard guess.letters >= Self.leastLettersToDoubt, LanguageNames.isTold(declared),
      !guess.likely.contains(where: { LanguageNames.agree(declared: declared, text: $0) })
    else { return }
    tell(
      .warning, "language-unconfirmed",
      "the document says that it is in '\(declared)', but its text reads like no language clearly")
  }

  private static let leastLettersToDoubt = 300

  fileprivate mutating func warn(_ declared: String, _ language: String) {
    tell(
      .warning, "language-differs",
      "the document says that it is in '\(declared)', but its text reads like '\(language)'; \"declared\": \"replace\" "
        + "goes by the text")
  }

  private mutating func tell(_ severity: Diagnostic.Severity, _ code: String, _ message: String) {
    diagnostics.append(Diagnostic(severity, code: code, message, by: LanguageStage.contract.name))
  }
}
