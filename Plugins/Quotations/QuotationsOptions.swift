internal import DocumentModel
public import StageKit

/// Which kinds of quotation are wanted.
public struct QuotationsOptions: StageOptions {
  let kinds: Set<Quotation.Kind>

  public init(from reader: inout OptionReader) {
    let known = Quotation.Kind.allCases.map(\.rawValue)
    let kinds = reader.strings(
      "kinds", default: known, choices: known,
      help:
        "The kinds to find: direct (word for word), indirect (by sense), mixed (by sense, with parts word for word).")
    self.kinds = Set(kinds.compactMap(Quotation.Kind.init))
  }
}
