internal import DocumentModel

/// The entities of a document as rows of a CSV table (RFC 4180), with line feeds alone at the ends of lines.
///
/// Cells are the data as they are: a cell that begins with `=`, `+`, `-` or `@` gets no apostrophe before it, which only
/// spreadsheets would want and every other reader would have to take off again.
struct EntityTable {
  static let header = Array("id,start,end,label,text,normal,chain,canonical,chain_id,why,score\n".utf8)

  private(set) var rows: [UInt8] = []

  init(_ document: Document, offsets unit: OffsetUnit) {
    let offsets = OffsetTable(document.text, unit: unit)
    let chains = document.chains ?? []
    for entity in document.entities ?? [] {
      let chain = entity.chain.flatMap { chains.indices.contains($0) ? chains[$0] : nil }
      append(document.id[...], comma: false)
      append(number: offsets.offset(ofByte: entity.range.start))
      append(number: offsets.offset(ofByte: entity.range.end))
      append(entity.label.rawValue[...])
      append(document[entity.range])
      append(entity.normal?[...] ?? "")
      append(number: entity.chain)
      append(chain?.canonical[...] ?? "")
      append(chain?.id?[...] ?? "")
      append(entity.why?.rawValue[...] ?? "")
      append(entity.score?.description[...] ?? "")
      rows.append(UInt8(ascii: "\n"))
    }
  }

  private mutating func append(number: Int?) { append(number?.description[...] ?? "") }

  /// Appends a cell, in quotes where it has a comma, a quote or a line end, or white space at its border.
  private mutating func append(_ cell: Substring, comma: Bool = true) {
    if comma { rows.append(UInt8(ascii: ",")) }
    let quote = UInt8(ascii: "\"")
    let bytes = cell.utf8
    let hasBlankBorder = bytes.first == 0x20 || bytes.last == 0x20
    guard
      hasBlankBorder || bytes.contains(where: { $0 == quote || $0 == UInt8(ascii: ",") || $0 == 0x0A || $0 == 0x0D })
    else {
      rows.append(contentsOf: bytes)
      return
    }
    rows.append(quote)
    for byte in bytes {
      if byte == quote { rows.append(quote) }
      rows.append(byte)
    }
    rows.append(quote)
  }
}
