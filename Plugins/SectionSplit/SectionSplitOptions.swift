public import StageKit

/// What `section-split` recognizes.
public struct SectionSplitOptions: StageOptions {
  /// The kinds of heading to recognize.
  let headings: Set<HeadingKind>
  /// The most words of a heading without a mark.
  let maximumHeadingLength: Int
  /// Whether lines that begin with list marks are items of lists.
  let lists: Bool
  /// Whether a quotation that its sentence leads up to is part of that sentence to its end.
  let keepsIntroducedQuotations: Bool

  public init(from reader: inout OptionReader) {
    let names = HeadingKind.allCases.map(\.rawValue)
    headings = Set(
      reader.strings(
        "headings", default: names, choices: names, help: "The kinds of heading to recognize; none turns headings off."
      )
      .compactMap(HeadingKind.init))
    maximumHeadingLength = reader.integer(
      "maximum-heading-length", default: 12, in: 1...100,
      help: "How many words a heading without a Markdown mark or an underline may have; a title may have twice as many."
    )
    lists = reader.boolean("lists", default: true, help: "Whether lines that begin with list marks are list items.")
    keepsIntroducedQuotations = reader.boolean(
      "introduced-quotations", default: true,
      help: """
        Whether a short quotation that a sentence leads up to stays whole with it, whatever stops are within: He said: \
        “Wait. Then go.” One that begins a sentence, or is longer than 200 bytes, is divided into its sentences.
        """)
  }
}
