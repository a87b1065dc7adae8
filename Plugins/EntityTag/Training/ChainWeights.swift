/// The weights of features of words, of features of places, and of pairs of tags.
struct ChainWeights {
  typealias Row = SIMD8<Float>

  /// How far weights move.
  struct Step {
    var rate: Float
    var decay: Float
  }

  /// Rows of weights, with the sums of squared slopes that their steps shrink by.
  struct Table {
    private(set) var rows: [Row]
    private var squares: [Row]

    init(count: Int) {
      rows = [Row](repeating: .zero, count: count)
      squares = rows
    }

    @inline(__always)
    mutating func move(_ row: Int, _ gradient: Row, _ step: Step) {
      let slope = gradient + rows[row] * step.decay
      squares[row] += slope * slope
      rows[row] -= step.rate * slope / (squares[row] + 1e-6).squareRoot()
    }

    mutating func add(_ other: Table) {
      for row in rows.indices { rows[row] += other.rows[row] }
    }

    mutating func scale(by factor: Float) {
      for row in rows.indices { rows[row] *= factor }
    }
  }

  private(set) var forms: Table
  private(set) var contexts: Table
  /// By the tag before.
  var transitions = Table(count: 8)

  init(forms: Int, contexts: Int) {
    self.forms = Table(count: forms)
    self.contexts = Table(count: contexts)
  }

  @inline(__always)
  func score(_ forms: ArraySlice<Int32>, _ contexts: ArraySlice<Int32>) -> Row {
    var score = Row.zero
    for row in forms { score += self.forms.rows[Int(row)] }
    for row in contexts { score += self.contexts.rows[Int(row)] }
    return score
  }

  @inline(__always)
  mutating func move(_ forms: ArraySlice<Int32>, _ contexts: ArraySlice<Int32>, _ gradient: Row, _ step: Step) {
    for row in forms { self.forms.move(Int(row), gradient, step) }
    for row in contexts { self.contexts.move(Int(row), gradient, step) }
  }

  mutating func add(_ other: ChainWeights) {
    forms.add(other.forms)
    contexts.add(other.contexts)
    transitions.add(other.transitions)
  }

  func scaled(by factor: Float) -> ChainWeights {
    var scaled = self
    scaled.forms.scale(by: factor)
    scaled.contexts.scale(by: factor)
    scaled.transitions.scale(by: factor)
    return scaled
  }
}
