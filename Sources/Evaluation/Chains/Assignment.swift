/// The assignment of rows to columns with the greatest sum: the Hungarian algorithm (Kuhn 1955, Munkres 1957), with
/// potentials and shortest augmenting paths.
///
/// - Complexity: O(rows² × columns) with the shorter side as rows.
struct Assignment {
  private let weights: [[Double]]
  // Rows and columns count from 1; 0 is the free one that a path begins at.
  private var rowPotential: [Double]
  private var columnPotential: [Double]
  private var rowOfColumn: [Int]

  /// - Parameter weights: rows of equal length, none negative.
  init(_ weights: [[Double]]) {
    let columns = weights.first?.count ?? 0
    self.weights =
      weights.count <= columns ? weights : (0..<columns).map { column in weights.map { $0[column] } }
    rowPotential = Array(repeating: 0, count: self.weights.count + 1)
    columnPotential = Array(repeating: 0, count: (self.weights.first?.count ?? 0) + 1)
    rowOfColumn = Array(repeating: 0, count: columnPotential.count)
    for row in self.weights.indices { assign(row + 1) }
  }

  /// The sum of the weights of all pairs.
  var sum: Double {
    rowOfColumn.enumerated().dropFirst().reduce(0) { sum, pair in
      pair.element > 0 ? sum + weights[pair.element - 1][pair.offset - 1] : sum
    }
  }

  /// Assigns a row, and others anew along the shortest path to a free column.
  private mutating func assign(_ row: Int) {
    rowOfColumn[0] = row
    var path = Path(columns: rowOfColumn.count)
    var column = 0
    repeat {
      path.isDone[column] = true
      let next = extend(&path, from: column)
      shift(&path)
      column = next
    } while rowOfColumn[column] != 0
    repeat {
      rowOfColumn[column] = rowOfColumn[path.before[column]]
      column = path.before[column]
    } while column != 0
  }

  /// Notes which columns are nearer by way of `column`, and gives the nearest that is not done.
  private func extend(_ path: inout Path, from column: Int) -> Int {
    let row = rowOfColumn[column]
    var nearest = 0
    path.delta = .infinity
    for candidate in path.isDone.indices.dropFirst() where !path.isDone[candidate] {
      let cost = -weights[row - 1][candidate - 1] - rowPotential[row] - columnPotential[candidate]
      if cost < path.distance[candidate] { (path.distance[candidate], path.before[candidate]) = (cost, column) }
      if path.distance[candidate] < path.delta { (path.delta, nearest) = (path.distance[candidate], candidate) }
    }
    return nearest
  }

  private mutating func shift(_ path: inout Path) {
    for column in path.isDone.indices {
      if path.isDone[column] {
        rowPotential[rowOfColumn[column]] += path.delta
        columnPotential[column] -= path.delta
      } else {
        path.distance[column] -= path.delta
      }
    }
  }

  /// The shortest paths from one row to the columns.
  private struct Path {
    var isDone: [Bool]
    var distance: [Double]
    var before: [Int]
    var delta = 0.0

    init(columns: Int) {
      isDone = Array(repeating: false, count: columns)
      distance = Array(repeating: .infinity, count: columns)
      before = Array(repeating: 0, count: columns)
    }
  }
}
