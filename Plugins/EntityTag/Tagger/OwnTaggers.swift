internal import DocumentModel

/// Finds names with labels of the user's own, by models that galley-train has made of them.
struct OwnTaggers: Sendable {
  private let taggers: [(tagger: Tagger, labels: [Label])]

  /// - Parameter labels: takes up the labels that are new.
  /// - Throws: `LabelProblem` where a model has a label that is none.
  init(_ models: [TaggerModel], labels: inout LabelNames) throws(LabelProblem) {
    var taggers: [(tagger: Tagger, labels: [Label])] = []
    for model in models {
      var kinds: [Label] = []
      for name in model.labels { kinds.append(try labels.label(named: name, isCertain: true)) }
      taggers.append((Tagger(model: model), kinds))
    }
    self.taggers = taggers
  }

  /// The names in order, the surer ones where models overlap.
  ///
  /// - Parameter rules: what the rules have settled on, without overlaps.
  func names(in text: LookedUpText, rules: [Candidate]) -> [Candidate] {
    let found = taggers.flatMap { tagger, labels in
      tagger.names(in: text, rules: rules).compactMap { name -> Candidate? in
        guard Int(name.kind.rawValue) < labels.count else { return nil }
        return Candidate(
          tokens: name.tokens, range: text.text.range(of: name.tokens), label: labels[Int(name.kind.rawValue)],
          why: .model, score: tagger.model.confidence(margin: name.margin))
      }
    }
    return taggers.count == 1 ? found : Conflicts.settled(found)
  }
}
