internal import DocumentModel

extension Matching {
  /// Same place, same label.
  var strict: Tally { tally { isSamePlace($0) && isSameLabel($0) } }
  /// Overlap, same label.
  var lenient: Tally { tally { isSameLabel($0) } }
  /// Same place, whatever the label.
  var placed: Tally { tally { isSamePlace($0) } }

  private func tally(_ isRight: ((gold: Int, found: Int)) -> Bool) -> Tally {
    Tally(matched: pairs.count(where: isRight), found: found.count, gold: gold.count)
  }

  /// The borders between one annotation and the next, by where the first ends.
  var boundaries: Tally {
    let golds = gold.innerEnds
    let founds = found.innerEnds
    return Tally(matched: golds.intersection(founds).count, found: founds.count, gold: golds.count)
  }

  /// The tallies of each label that either side has, in the order of their names.
  var byLabel: [(label: String, tallies: (strict: Tally, lenient: Tally))] {
    var tallies: [String: (strict: Tally, lenient: Tally)] = [:]
    func add(_ tally: Tally, to label: String, _ alsoStrict: Bool) {
      var both = tallies[label] ?? (.zero, .zero)
      if alsoStrict { both.strict += tally }
      both.lenient += tally
      tallies[label] = both
    }
    for finding in gold { add(Tally(matched: 0, found: 0, gold: 1), to: finding.label, true) }
    for finding in found { add(Tally(matched: 0, found: 1, gold: 0), to: finding.label, true) }
    for pair in pairs where isSameLabel(pair) {
      add(Tally(matched: 1, found: 0, gold: 0), to: gold[pair.gold].label, isSamePlace(pair))
    }
    return tallies.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

extension [Finding] {
  /// The ends of all but the last; what has no place in the gold's text has an end of its own.
  fileprivate var innerEnds: Set<Int> {
    let ends = Set(enumerated().map { place, finding in finding.range?.end ?? -1 - place })
    return ends.max().map { ends.subtracting([$0]) } ?? []
  }
}
