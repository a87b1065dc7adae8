/// The columns that the cells of a table stand in, as `colspan` and `rowspan` have it.
struct TableColumns {
  /// By the node of a cell.
  private var columns: [Int: Int] = [:]
  /// By the node of a row: the column behind its last cell, or behind the last one that reaches into it from above.
  private var ends: [Int: Int] = [:]
  /// Columns behind the last one that a cell begins in are none: `colspan="100"` says "to the end".
  private var count = 0

  /// As far as cells reach over columns and rows, and columns that are reached into: HTML allows 1,000, which a text
  /// would have as many bars for.
  private static let mostColumns = 100

  /// - Parameter table: its node; nested tables are passed over.
  /// - Complexity: O(nodes).
  init(of table: Int, in tree: HTMLTree, _ bytes: Span<UInt8>) {
    /// By column: the row that it is free from again.
    var free: [Int] = []
    var (row, node, column) = (-1, -1, 0)
    func end() -> Int { max(column, (free.lastIndex { $0 > row } ?? -1) + 1) }
    var index = table
    while index < tree.nodes[table].end {
      switch tree.nodes[index].tag {
      case .table where index > table:
        index = Int(tree.nodes[index].end)
        continue
      case .thead, .tbody, .tfoot:
        if node >= 0 { ends[node] = end() }
        (node, free) = (-1, [])
      case .tr:
        if node >= 0 { ends[node] = end() }
        (row, node, column) = (row + 1, index, 0)
      case .td, .th:
        while column < free.count, free[column] > row { column += 1 }
        columns[index] = column
        count = max(count, column + 1)
        let start = column
        column += min(max(tree.number(.colspan, of: index, bytes) ?? 1, 1), Self.mostColumns)
        let rows = tree.number(.rowspan, of: index, bytes) ?? 1
        for taken in start..<max(start, min(column, Self.mostColumns)) where rows == 0 || rows > 1 {
          while free.count <= taken { free.append(0) }
          // No rows are all that follow.
          free[taken] = rows > 0 ? row + rows : .max
        }
      default: break
      }
      index += 1
    }
    if node >= 0 { ends[node] = end() }
  }

  /// The column of the cell at a node, from 0.
  func column(of cell: Int) -> Int { columns[cell] ?? 0 }

  /// The column behind the last one of the row at a node.
  func end(of row: Int) -> Int { min(ends[row] ?? 0, count) }
}
