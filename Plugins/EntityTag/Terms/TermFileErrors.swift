internal import DocumentModel
internal import StageKit

/// What is wrong with the lines of a file of terms.
struct TermFileErrors: Error {
  let path: String
  /// The first ones.
  private(set) var errors: [LineError] = []
  private var count = 0

  /// More than these are counted only.
  static let mostTold = 10

  struct LineError: Hashable, Sendable {
    /// From 1 on.
    var line: Int
    var problem: Problem

    init(line: Int, _ problem: Problem) {
      self.line = line
      self.problem = problem
    }
  }

  enum Problem: Error, Hashable, Sendable {
    case noTerm, noLabel, tooManyColumns, longTerm
    case unknownLabel(String)
    /// Another line says something else of the same term.
    case ambiguous(with: Int)
  }

  init(path: String) { self.path = path }

  var isEmpty: Bool { count == 0 }

  mutating func append(_ error: LineError) {
    count += 1
    if errors.count < Self.mostTold { errors.append(error) }
  }
}

extension TermFileErrors: CustomStringConvertible {
  var description: String {
    let lines = errors.map { "\(path):\($0.line): \($0.problem)" }
    return (lines + (count > errors.count ? ["… and \(count - errors.count) more"] : [])).joined(separator: "\n")
  }
}

extension TermFileErrors.Problem: CustomStringConvertible {
  var description: String {
    switch self {
    case .noTerm: "the term is missing: a line is a term, a tab, a label"
    case .noLabel: "the label is missing: a line is a term, a tab, a label, and as wanted a canonical name and an id"
    case .tooManyColumns: "there are more than four columns: term, label, canonical name, id"
    case .longTerm: "the term has more than \(TermLists.longestTerm) words and marks"
    case .unknownLabel(let name):
      if let near = name.nearest(in: EntityLabel.ontoNotes.map(\.rawValue)) {
        "unknown label '\(name)'; did you mean '\(near)'?"
      } else {
        "unknown label '\(name)'; there are \(EntityLabel.ontoNotes.map(\.rawValue).joined(separator: ", "))"
      }
    case .ambiguous(let line): "the same term stands on line \(line) with another meaning; keep one of them"
    }
  }
}
