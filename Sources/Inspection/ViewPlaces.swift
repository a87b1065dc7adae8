internal import DocumentModel
internal import JSON

/// Where the annotations of a document are, in its text and in the source, as the page's script counts.
struct ViewPlaces {
  private let document: Document

  init(_ document: Document) { self.document = document }

  /// The layers whose annotations can be looked for, each with its ranges.
  private var layers: [(name: String, ranges: [TextRange])] {
    [
      ("headings", (document.sections ?? []).compactMap(\.heading).filter(document.isWellFormed)),
      ("sections", (document.sections ?? []).map(\.range)),
      ("paragraphs", (document.paragraphs ?? []).map(\.range)), ("sentences", (document.sentences ?? []).map(\.range)),
      ("entities", (document.entities ?? []).map(\.range)), ("quotations", (document.quotations ?? []).map(\.range)),
      ("links", (document.links ?? []).map(\.range)),
      ("speakers", (document.quotations ?? []).map { $0.source ?? $0.range }),
      ("summary", (document.summary?.sentences ?? []).map(\.range)),
    ]
  }

  /// `start, end, start, end, …` for each layer; -1 for what has no place.
  ///
  /// - Parameter source: the text as it was read, to tell the places there.
  func json(in source: Document?) -> JSON {
    let offsets = OffsetTable(source?.text ?? document.text, unit: .utf16)
    return .object(
      JSONObject(
        layers.map { name, ranges in
          (name, .array(ranges.flatMap { pair(of: place($0, in: source), offsets) }))
        }))
  }

  private func place(_ range: TextRange, in source: Document?) -> TextRange? {
    guard document.isWellFormed(range) else { return nil }
    guard let source else { return range }
    return document.alignment.sourceRange(of: range).flatMap { source.isWellFormed($0) ? $0 : nil }
  }

  private func pair(of range: TextRange?, _ offsets: OffsetTable) -> [JSON] {
    guard let range else { return [-1, -1] }
    return [.integer(offsets.offset(ofByte: range.start)), .integer(offsets.offset(ofByte: range.end))]
  }
}
