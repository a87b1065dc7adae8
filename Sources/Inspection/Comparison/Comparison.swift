public import DocumentModel
internal import Evaluation
internal import JSON

/// What two pipelines make of the same documents, summed up, and the documents that differ most.
///
/// Memory is bounded by the documents that are kept, and a line for each that differs.
public struct Comparison: Sendable {
  /// Documents that both have made.
  public private(set) var compared = 0
  /// In the order of a document's JSON form.
  public private(set) var layers: [LayerTally] = []
  /// In the order of the alphabet.
  public private(set) var labels: [LabelTally] = []
  /// The most frequent first.
  public var relabellings: [Relabelling] {
    relabelled.sorted { ($1.count, $0.from, $0.to) < ($0.count, $1.from, $1.to) }
  }
  private var relabelled: [Relabelling] = []
  /// Chains of the second that were several of the first, and chains of the first that became several.
  public private(set) var chains = (merged: 0, split: 0)
  /// How near summaries are.
  public private(set) var summaries = SummaryOverlap()
  /// All documents that differ, those that differ most first, by the number of their changes.
  public var differing: [(id: String, changes: Int)] {
    differences.sorted { $0.changes != $1.changes ? $0.changes > $1.changes : $0.number < $1.number }
      .map { ($0.id, $0.changes) }
  }
  private var differences: [(id: String, changes: Int, number: Int)] = []
  /// What could be made of an input on one side only, or on none.
  public private(set) var failures: [Failure] = []
  /// The documents that differ most, as many as are kept, most first.
  private(set) var kept: [DocumentComparison] = []
  private let keptCount: Int

  /// An input that one or both could make no document of.
  public struct Failure: Hashable, Sendable {
    public let document: String
    public let side: Side
    public let reason: String
  }

  /// Which of the two.
  public enum Side: String, Hashable, Sendable, CaseIterable {
    case first = "a"
    case second = "b"
    case both
  }

  /// - Parameter kept: how many of the documents that differ most are kept whole, to be shown.
  public init(keeping kept: Int = 100) { keptCount = kept }

  /// Documents in which anything differs.
  public var differingCount: Int { differences.count }

  func failureCount(_ side: Side) -> Int { failures.count { $0.side == side } }

  public subscript(layer: String) -> LayerTally? { layers.first { $0.layer == layer } }

  /// Takes in what both have made of the next document.
  public mutating func add(_ first: Document, _ second: Document) {
    let document = DocumentComparison(first, second)
    compared += 1
    for diff in document.diff.layers { tally(diff) }
    tallyLabels(of: document)
    chains.merged += document.chains.merged.count
    chains.split += document.chains.split.count
    if let scores = document.summary { summaries.add(scores) }
    guard !document.diff.isEmpty else { return }
    differences.append((second.id, document.changeCount, compared))
    keep(document)
  }

  /// Takes in an input that was no document on `side`.
  public mutating func addFailure(of document: String, on side: Side, reason: String) {
    failures.append(Failure(document: document, side: side, reason: reason))
  }

  private mutating func tally(_ diff: LayerDiff) {
    if let index = layers.firstIndex(where: { $0.layer == diff.layer }) { return layers[index].add(diff) }
    var tally = LayerTally(diff.layer)
    tally.add(diff)
    func rank(_ layer: String) -> Int { Self.order.firstIndex(of: layer) ?? Self.order.count }
    let place = layers.firstIndex { rank($0.layer) > rank(tally.layer) } ?? layers.count
    layers.insert(tally, at: place)
  }

  private static let order = ["text"] + Layer.all.map(\.rawValue)

  private mutating func tallyLabels(of document: DocumentComparison) {
    for entity in document.old.entities ?? [] { change(entity.label.rawValue) { $0.first += 1 } }
    for entity in document.new.entities ?? [] { change(entity.label.rawValue) { $0.second += 1 } }
    guard let entities = document.diff.layers.first(where: { $0.layer == Layer.entities.rawValue }) else { return }
    for entity in entities.changes {
      switch (entity.before, entity.after) {
      case (nil, let after?): change(after.label) { $0.added += 1 }
      case (let before?, nil): change(before.label) { $0.removed += 1 }
      case (let before?, let after?) where entity.kind == .relabelled: countRelabelling(before.label, after.label)
      default: break
      }
    }
  }

  private mutating func change(_ label: String, _ body: (inout LabelTally) -> Void) {
    let index = labels.firstIndex { $0.label == label } ?? labels.firstIndex { $0.label > label } ?? labels.count
    if index == labels.count || labels[index].label != label { labels.insert(LabelTally(label: label), at: index) }
    body(&labels[index])
  }

  private mutating func countRelabelling(_ from: String, _ to: String) {
    let index = relabelled.firstIndex { $0.from == from && $0.to == to } ?? relabelled.count
    if index == relabelled.count { relabelled.append(Relabelling(from: from, to: to)) }
    relabelled[index].count += 1
  }

  /// Keeps `document` where it is among those that differ most; of equals the first ones stay.
  private mutating func keep(_ document: DocumentComparison) {
    let count = document.changeCount
    let place = kept.firstIndex { $0.changeCount < count } ?? kept.count
    guard place < keptCount else { return }
    kept.insert(document, at: place)
    if kept.count > keptCount { kept.removeLast() }
  }
}

/// How near the second pipeline's summaries are to the first's: F1 of ROUGE, 1 where all are the same.
public struct SummaryOverlap: Hashable, Sendable {
  /// The documents that have a summary on both sides.
  public private(set) var documents = 0
  private var sums: [Double] = [0, 0, 0]

  mutating func add(_ scores: Rouge.Scores) {
    documents += 1
    for (index, score) in [scores.rouge1, scores.rouge2, scores.rougeL].enumerated() { sums[index] += score.f1 }
  }

  public var rouge1: Double { mean(0) }
  public var rouge2: Double { mean(1) }
  public var rougeL: Double { mean(2) }

  private func mean(_ index: Int) -> Double { documents == 0 ? 0 : sums[index] / Double(documents) }
}
