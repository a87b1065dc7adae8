internal import DocumentModel

/// Puts the names of the model and those of the rules together.
///
/// The model has seen what the rules found, and says what is a person, an organization or a place. Rules with an anchor of
/// their own ("… University") keep what it leaves out, and their longer reading of what it takes for the same; all other
/// labels stay the rules'.
struct NameMerge {
  private let text: LookedUpText
  private let model: TaggerModel
  /// A name of the model that is less sure gives way to what the rules know by the same words.
  private static let doubt = 0.65
  /// What the rules found, in order.
  private let ruled: [Candidate]

  init(_ ruled: [Candidate], in text: LookedUpText, model: TaggerModel) {
    self.ruled = ruled
    self.text = text
    self.model = model
  }

  /// The entities in order, without overlaps.
  func merged(with names: [Tagger.Name]) -> [Candidate] {
    var merged: [Candidate] = []
    merged.reserveCapacity(ruled.count + names.count)
    var rule = 0
    var name = 0
    while rule < ruled.count || name < names.count {
      // What overlaps, one with the next, is settled together.
      let start = min(
        rule < ruled.count ? ruled[rule].tokens.lowerBound : .max,
        name < names.count ? names[name].tokens.lowerBound : .max)
      var end = start + 1
      let firstRule = rule
      let firstName = name
      while true {
        if rule < ruled.count, ruled[rule].tokens.lowerBound < end {
          end = max(end, ruled[rule].tokens.upperBound)
          rule += 1
        } else if name < names.count, names[name].tokens.lowerBound < end {
          end = max(end, names[name].tokens.upperBound)
          name += 1
        } else {
          break
        }
      }
      settle(ruled[firstRule..<rule], names[firstName..<name], into: &merged)
    }
    return merged
  }

  /// Settles rules and names that overlap.
  private func settle(_ rules: ArraySlice<Candidate>, _ names: ArraySlice<Tagger.Name>, into merged: inout [Candidate])
  {
    if rules.isEmpty || names.isEmpty {
      for rule in rules where keeps(rule, against: names) { merged.append(rule) }
      for name in names { merged.append(candidate(for: name, rules)) }
      return
    }
    let kept = rules.filter { keeps($0, against: names) }
    var next = kept.startIndex
    for name in names {
      while next < kept.endIndex, kept[next].tokens.lowerBound < name.tokens.lowerBound {
        merged.append(kept[next])
        next += 1
      }
      if kept.contains(where: { $0.tokens.overlaps(name.tokens) }) { continue }
      merged.append(candidate(for: name, rules))
    }
    merged += kept[next...]
  }

  /// Whether a rule's finding stands beside these names, or instead of those that it overlaps.
  private func keeps(_ rule: Candidate, against names: ArraySlice<Tagger.Name>) -> Bool {
    let overlapping = names.filter { $0.tokens.overlaps(rule.tokens) }
    if overlapping.count == 1, let name = overlapping.first, name.tokens == rule.tokens, name.kind != rule.label.kind,
      rule.score >= Confidence.known, model.confidence(margin: name.margin) < Self.doubt
    {
      return true
    }
    guard let kind = rule.label.kind else {
      // A law or an event holds the names inside it: "Treaty of Versailles", "Hurricane Wilhelmina".
      return overlapping.allSatisfy { holds(rule, $0) && (rule.tokens != $0.tokens || rule.score >= Confidence.good) }
        && (overlapping.isEmpty || rule.tokens.count > 1)
    }
    guard rule.score >= Confidence.good else { return false }
    return overlapping.allSatisfy { $0.kind == kind && holds(rule, $0) && rule.tokens != $0.tokens }
  }

  private func holds(_ rule: Candidate, _ name: Tagger.Name) -> Bool {
    rule.tokens.lowerBound <= name.tokens.lowerBound && rule.tokens.upperBound >= name.tokens.upperBound
  }

  private func candidate(for name: Tagger.Name, _ overlapping: ArraySlice<Candidate>) -> Candidate {
    let same = overlapping.first { $0.tokens == name.tokens && $0.label.kind == name.kind }
    let label: Label =
      switch name.kind {
      case .person: .person
      case .organization: .org
      case .place: placeLabel(of: name.tokens, overlapping)
      }
    return Candidate(
      tokens: name.tokens, range: text.text.range(of: name.tokens), label: label, why: same?.why ?? .model,
      score: model.confidence(margin: name.margin))
  }

  /// Which kind of place: as the rules have it, by the word that says so, by the gazetteer; else a city or country.
  private func placeLabel(of tokens: Range<Int>, _ overlapping: ArraySlice<Candidate>) -> Label {
    let last = tokens.upperBound - 1
    if let rule = overlapping.first(where: { $0.label.kind == .place && $0.tokens.contains(last) }) {
      return rule.label
    }
    let classes = text.classes(at: last)
    if tokens.count > 1, classes.contains(.facTail) { return .fac }
    if tokens.count > 1, classes.contains(.locTail) || text.has(.locHead, at: tokens.lowerBound) { return .loc }
    var label: Label?
    text.gazetteer.forEachSense(of: text.gazetteer.entry(text.text.foldedHash(of: tokens))) { sense in
      if label == nil, sense.label.kind == .place { label = sense.label }
    }
    return label ?? .gpe
  }
}

extension Label {
  /// The kind of name for the model, which GPE, LOC and FAC share.
  var kind: NameTag.Kind? {
    switch self {
    case .person: .person
    case .org: .organization
    case .gpe, .loc, .fac: .place
    default: nil
    }
  }
}
