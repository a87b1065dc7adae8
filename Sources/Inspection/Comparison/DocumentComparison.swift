internal import DocumentModel
internal import Evaluation
internal import JSON

/// What two pipelines made of one document, side by side.
struct DocumentComparison: Sendable {
  let old: Document
  let new: Document
  let diff: AnnotationDiff
  let chains: ChainChanges
  /// How near the second summary is to the first; `nil` where one of them is missing.
  let summary: Rouge.Scores?

  init(_ old: Document, _ new: Document) {
    let mapping = TextMapping(from: old.text, to: new.text)
    self.old = old
    self.new = new
    diff = AnnotationDiff(from: old, to: new, mapping)
    chains = ChainChanges(from: old, to: new, mapping)
    guard let first = old.summary, let second = new.summary else {
      summary = nil
      return
    }
    summary =
      first.text.isIdentical(to: second.text) ? .same : Rouge().scores(of: second.text, against: [first.text])
  }

  /// The annotations that are not the same in both.
  var changeCount: Int { diff.layers.reduce(0) { $0 + $1.changes.count } }
}

extension Rouge.Scores {
  /// Those of a text beside itself, were it empty.
  fileprivate static var same: Self {
    var scores = Self()
    let all = Score(precision: 1, recall: 1)
    (scores.rouge1, scores.rouge2, scores.rougeL, scores.rougeLsum) = (all, all, all, all)
    return scores
  }
}
