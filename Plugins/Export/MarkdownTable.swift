internal import DocumentModel

/// Consecutive rows of a table as GitHub has them: the first one is the head.
struct MarkdownTable {
  private(set) var bytes: [UInt8] = []

  /// - Parameter rows: each with its links.
  init(_ rows: [(text: Substring, links: [MarkdownLink])]) {
    let cells = rows.map { Self.cells(of: $0.text.utf8.span) }
    let widest = cells.reduce(1) { max($0, $1.count) }
    // Readers fill short rows up. A page does so too, but for many rows beside a very wide one, which would grow
    // by the square.
    let isFilledUp = widest * rows.count <= 16 * cells.reduce(256) { $0 + $1.count }
    for (index, row) in rows.enumerated() {
      append(row.text.utf8.span, cells[index], row.links)
      let missing = isFilledUp || index == 0 ? widest - cells[index].count : 0
      for _ in 0..<missing { bytes.append(contentsOf: "  |".utf8) }
      bytes.append(0x0A)
      guard index == 0 else { continue }
      bytes.append(UInt8(ascii: "|"))
      for _ in 0..<widest { bytes.append(contentsOf: " --- |".utf8) }
      bytes.append(0x0A)
    }
  }

  /// The cells of a row, parted by a `|` that has white space or the row's border on both sides.
  private static func cells(of row: Span<UInt8>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = 0
    for at in row.indices
    where row[at] == UInt8(ascii: "|") && row.isBlank(at - 1, row.indices) && row.isBlank(at + 1, row.indices) {
      cells.append(start..<at)
      start = at + 1
    }
    cells.append(start..<row.count)
    return cells
  }

  /// Appends a row without its line feed.
  private mutating func append(_ row: Span<UInt8>, _ cells: [Range<Int>], _ links: [MarkdownLink]) {
    bytes.append(UInt8(ascii: "|"))
    var links = links[...]
    for cell in cells {
      links = links.drop { $0.range.upperBound <= cell.lowerBound }
      var words: [UInt8] = []
      words.appendMarkdownCell(row, cell, links)
      bytes.append(0x20)
      // A table is parted into cells before anything in them is read.
      for byte in words {
        if byte == UInt8(ascii: "|") { bytes.append(UInt8(ascii: "\\")) }
        bytes.append(byte)
      }
      bytes.append(contentsOf: " |".utf8)
    }
  }
}
