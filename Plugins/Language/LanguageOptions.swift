public import StageKit

/// When `language` names one, and what it does where the document has one.
public struct LanguageOptions: StageOptions {
  let minimumLetters: Int
  let declared: Declared

  /// What becomes of a language that the document says it has.
  enum Declared: String, CaseIterable {
    case keep
    case replace
  }

  public init(from reader: inout OptionReader) {
    minimumLetters = reader.integer(
      "minimum-letters", default: 40, in: 1...1_000_000,
      help: "Name no language where the text has fewer bytes of letters, with the spaces between the words, than this.")
    declared = reader.choice(
      "declared", default: Declared.keep,
      help: "What becomes of a language that the document says it has: keep, and warn where the text reads like "
        + "another; or replace it there by the one that the text reads like.")
  }
}
