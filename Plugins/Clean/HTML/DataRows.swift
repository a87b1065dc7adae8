/// The rows of a page's tables that tell data, and not where things stand on the page.
///
/// A row of several cells with nothing but text in each is one. Word processors set the text of each cell in a paragraph: so
/// are the rows of a table where those with text in several cells have the same number of cells, mostly, and none has headings,
/// tables or long texts in it.
struct DataRows {
  /// By node.
  private var isRow: [Bool]

  /// What a row is made of.
  private struct Row {
    var node: Int
    var table: Int
    var cells = 0
    /// Cells with text.
    var filled = 0
    var hasBlocks = false
    var isOfLayout = false

    mutating func holdsLayout() { (hasBlocks, isOfLayout) = (true, true) }
  }

  /// Where a node stands: the number of the innermost row, the innermost table and cell.
  private struct Inside {
    var row: Int32 = -1
    var table: Int32 = -1
    var cell: Int32 = -1
  }

  /// Elements that a cell of data may have its text in.
  private static let plain: TagSet = [.p, .div, .center, .ul, .ol, .li]
  /// Cells with more characters are no data.
  private static let mostLetters = 400

  /// - Parameter lengths: the characters of each text, by node.
  /// - Complexity: O(nodes).
  init(of tree: HTMLTree, _ lengths: [Int32]) {
    isRow = [Bool](repeating: false, count: tree.nodes.count)
    var rows: [Row] = []
    var inside = [Inside](repeating: Inside(), count: tree.nodes.count)
    var letters: [Int32: Int] = [:]
    var layouts: Set<Int> = []
    for (index, node) in tree.nodes.enumerated() {
      var place = node.parent >= 0 ? inside[Int(node.parent)] : Inside()
      switch node.tag {
      case .table:
        if place.row >= 0 { rows[Int(place.row)].holdsLayout() }
        place = Inside(table: Int32(index))
      case .tr:
        if place.row >= 0 { rows[Int(place.row)].holdsLayout() }
        place.row = Int32(rows.count)
        rows.append(Row(node: index, table: Int(place.table)))
      case .td, .th:
        if place.row >= 0 { rows[Int(place.row)].cells += 1 }
        place.cell = Int32(index)
      case .text:
        if place.cell >= 0, place.row >= 0, lengths[index] > 0 {
          let before = letters[place.cell] ?? 0
          if before == 0 { rows[Int(place.row)].filled += 1 }
          letters[place.cell] = before + Int(lengths[index])
          if before + Int(lengths[index]) > Self.mostLetters { layouts.insert(Int(place.table)) }
        }
      case let tag where Tag.blocks.contains(tag):
        if place.row >= 0 {
          if Self.plain.contains(tag) {
            rows[Int(place.row)].hasBlocks = true
          } else {
            rows[Int(place.row)].holdsLayout()
          }
        }
      default: break
      }
      inside[index] = place
    }
    mark(rows, layouts)
  }

  private mutating func mark(_ rows: [Row], _ layouts: Set<Int>) {
    var layouts = layouts
    /// By table, by the number of cells: how many rows have so many.
    var widths: [Int: [Int: Int]] = [:]
    for row in rows {
      if row.isOfLayout || row.table < 0 { layouts.insert(row.table) }
      if row.filled > 1 { widths[row.table, default: [:]][row.cells, default: 0] += 1 }
    }
    let tables = widths.filter { table, widths in
      let (all, most) = (widths.values.reduce(0, +), widths.values.max() ?? 0)
      return all > 1 && most * 3 >= all * 2 && !layouts.contains(table)
    }
    // A row of one cell may have others reaching in from above, or be as wide as the table.
    for row in rows where row.cells > 1 || tables[row.table] != nil {
      isRow[row.node] = !row.hasBlocks || tables[row.table] != nil
    }
  }

  subscript(node: Int) -> Bool { isRow[node] }
}
