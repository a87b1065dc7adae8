internal import DocumentModel
internal import Inspection
internal import JSON

/// What became of a snapshot that was recorded, in lines for a person.
struct SnapshotComparison {
  /// What differs, annotation by annotation; where that tells nothing, line by line.
  let details: [String]
  private static let mostLines = 60

  init(recorded: String, found: String, _ document: Document) {
    var details: [String] = []
    if let old = SnapshotReader(recorded), let new = SnapshotReader(found) {
      let diff = AnnotationDiff(from: old.document, to: new.document)
      if !diff.isEmpty {
        details = DiffDrawing(diff, width: 110, hasColours: false).text.split(separator: "\n").map(String.init)
      }
      if diff.isEmpty || Self.outputs(recorded) != Self.outputs(found) { details += Self.lines(recorded, found) }
    } else {
      details = ["(the recorded file is no snapshot any more, so lines are compared)"] + Self.lines(recorded, found)
    }
    if details.count > Self.mostLines {
      details = details.prefix(Self.mostLines) + ["… and \(details.count - Self.mostLines) lines more"]
    }
    self.details = details
  }

  private static func outputs(_ snapshot: String) -> Substring {
    snapshot.firstRange(of: "\noutput ").map { snapshot[$0.lowerBound...] } ?? ""
  }

  /// The lines that are not in both.
  private static func lines(_ recorded: String, _ found: String) -> [String] {
    let old = recorded.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let new = found.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let head = zip(old, new).prefix { $0.isIdentical(to: $1) }.count
    let tail = zip(old.dropFirst(head).reversed(), new.dropFirst(head).reversed()).prefix { $0.isIdentical(to: $1) }
      .count
    let gone = old[head..<old.count - tail]
    let added = new[head..<new.count - tail]
    guard gone.count + added.count <= 4000 else {
      return ["lines \(head + 1) to \(old.count - tail) became others, \(added.count) lines"]
    }
    let difference = Array(added).difference(from: Array(gone)) { $0.isIdentical(to: $1) }
    let changes = difference.map { change -> (line: Int, text: String) in
      switch change {
      case .remove(let offset, let line, _): (head + offset + 1, "- \(line)")
      case .insert(let offset, let line, _): (head + offset + 1, "+ \(line)")
      }
    }
    return changes.sorted { ($0.line, $0.text.hasPrefix("+") ? 1 : 0) < ($1.line, $1.text.hasPrefix("+") ? 1 : 0) }
      .map { "line \($0.line) \($0.text.brief)" }
  }
}
