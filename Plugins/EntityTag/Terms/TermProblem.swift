/// What is wrong with a line of a file of terms.
enum TermProblem: Error, Hashable, Sendable {
  case noTerm, noLabel, tooManyColumns, longTerm
  case label(LabelProblem)
  /// Another line says something else of the same term.
  case ambiguous(with: Int)
}

extension TermProblem: CustomStringConvertible {
  var description: String {
    switch self {
    case .noTerm: "the term is missing: a line is a term, a tab, a label"
    case .noLabel: "the label is missing: a line is a term, a tab, a label, and as wanted a canonical name and an id"
    case .tooManyColumns: "there are more than four columns: term, label, canonical name, id"
    case .longTerm: "the term has more than \(TermLists.longestTerm) words and marks"
    case .label(let problem): "\(problem)"
    case .ambiguous(let line): "the same term stands on line \(line) with another meaning; keep one of them"
    }
  }
}
