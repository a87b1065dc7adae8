internal import DocumentModel
public import StageKit

/// What is to be found.
public struct QuotationsOptions: StageOptions {
  let kinds: Set<Quotation.Kind>
  let attitudes: Bool

  public init(from reader: inout OptionReader) {
    let known = Quotation.Kind.allCases.map(\.rawValue)
    let kinds = reader.strings(
      "kinds", default: known, choices: known,
      help:
        "The kinds to find: direct (word for word), indirect (by sense), mixed (by sense, with parts word for word).")
    attitudes = reader.boolean(
      "attitudes", default: false,
      help: "Find, as indirect, also what people think, want and judge: hopes that, wants to, criticized (English).")
    self.kinds = Set(kinds.compactMap(Quotation.Kind.init))
  }
}
