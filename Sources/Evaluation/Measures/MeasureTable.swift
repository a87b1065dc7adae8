/// The tallies of all measures, document by document.
struct MeasureTable {
  /// What makes one figure of a measure's tallies.
  enum Kind: Hashable {
    /// Precision and recall of the sums.
    case counted
    /// The means of the documents' own scores.
    case mean
  }

  private struct Entry {
    let kind: Kind
    var tallies: [(document: Int, tally: Tally)] = []
  }
  private var entries: [MeasureName: Entry] = [:]
  /// The names in the order in which they came up.
  private var names: [MeasureName] = []

  mutating func add(_ tally: Tally, to name: MeasureName, of document: Int, _ kind: Kind = .counted) {
    if entries[name] == nil {
      entries[name] = Entry(kind: kind)
      names.append(name)
    }
    guard tally != .zero else { return }
    entries[name]?.tallies.append((document, tally))
  }

  /// The figures in the order of reports, with the mean F1 of MUC, B³ and CEAF-e where there are chains.
  func figures(documents: Int, rounds: Int) -> [Figure] {
    let bootstrap = Bootstrap(documents: documents, rounds: rounds)
    var figures: [Figure] = []
    for name in orderedNames {
      guard let entry = entries[name] else { continue }
      figures.append(figure(name, entry, bootstrap))
      if name == MeasureName(.chains, ChainScores.conllParts.last) { figures.append(conllAverage(bootstrap)) }
    }
    return figures
  }

  private var orderedNames: [MeasureName] {
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })
    let layers = Dictionary(
      uniqueKeysWithValues: MeasureName.Layer.allCases.enumerated().map { ($0.element, $0.offset) })
    func isLabel(_ name: MeasureName) -> Bool { name.part != nil && name.layer.partsAreLabels }
    return names.sorted { left, right in
      guard left.layer == right.layer else { return layers[left.layer] ?? 0 < layers[right.layer] ?? 0 }
      guard isLabel(left) == isLabel(right) else { return isLabel(right) }
      guard !isLabel(left) || left.part == right.part else {
        return (left.part ?? "").utf8.lexicographicallyPrecedes((right.part ?? "").utf8)
      }
      return places[left] ?? 0 < places[right] ?? 0
    }
  }

  private func figure(_ name: MeasureName, _ entry: Entry, _ bootstrap: Bootstrap) -> Figure {
    let sum = entry.tallies.reduce(into: Tally.zero) { $0 += $1.tally }
    let sums = bootstrap.sums(entry.tallies)
    func value(_ read: (Tally) -> Double?) -> Figure.Value? {
      read(sum).map { Figure.Value(value: $0, interval: Bootstrap.interval(sums.compactMap(read))) }
    }
    return Figure(
      name: name, gold: sum.gold, found: sum.found, precision: value(\.precision), recall: value(\.recall),
      f1: value { $0.f1(entry.kind) })
  }

  /// The mean of three measures that the shared tasks of CoNLL 2011 and 2012 rank by.
  private func conllAverage(_ bootstrap: Bootstrap) -> Figure {
    let tallies = ChainScores.conllParts.map { entries[MeasureName(.chains, $0)]?.tallies ?? [] }
    let sums = tallies.map { bootstrap.sums($0) }
    let rounds = (0..<(sums.first?.count ?? 0)).compactMap { round in mean(sums.map { $0[round] }) }
    let value = mean(tallies.map { $0.reduce(into: Tally.zero) { $0 += $1.tally } })
    return Figure(
      name: MeasureName(.chains, "conll"), gold: nil, found: nil, precision: nil, recall: nil,
      f1: value.map { Figure.Value(value: $0, interval: Bootstrap.interval(rounds)) })
  }

  /// The mean of the F1s that there are: MUC counts links, of which chains of one have none. `nil` where there is none.
  private func mean(_ tallies: [Tally]) -> Double? {
    let scores = tallies.compactMap(\.harmonicMean)
    return scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count)
  }
}

extension Tally {
  fileprivate func f1(_ kind: MeasureTable.Kind) -> Double? {
    switch kind {
    case .counted: harmonicMean
    case .mean: gold > 0 ? f1 / gold : nil
    }
  }
}

extension MeasureName.Layer {
  /// Whether the parts of this layer are names out of the documents, and no measures.
  var partsAreLabels: Bool { self == .entities || self == .quotations }
}
