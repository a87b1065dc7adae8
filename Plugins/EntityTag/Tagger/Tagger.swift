internal import DocumentModel

/// Finds people, organizations and places by a model trained on annotated texts.
///
/// A linear-chain model (Lafferty, McCallum and Pereira 2001) over hashed features, the rules' findings among them. Each
/// word's own features are added up beforehand, so that a token costs five additions for itself and its neighbours, and
/// a look-up for each feature of its place.
struct Tagger: Sendable {
  let model: TaggerModel
  /// Longer runs are no names.
  private static let longestName = 24

  /// A name that the model finds.
  struct Name: Hashable, Sendable {
    var tokens: Range<Int>
    var kind: NameTag.Kind
    /// By how much the reading beats the best one without this name.
    var margin: Int32
  }

  /// The names in a text, in order.
  ///
  /// - Parameter rules: what the rules have settled on, without overlaps.
  func names(in text: LookedUpText, rules: [Candidate]) -> [Name] {
    let tags = RuleTag.tags(of: rules, tokenCount: text.count)
    let context = ContextFeatures(of: text, rules: tags)
    var words = TaggerWords(model: model, text: text)
    var names: [Name] = []
    var features = FeatureList()
    var reading = NameRun()
    let runs = NamePlaces(in: text, rules: tags, areEverywhere: !model.labels.isEmpty).runs
    for (number, run) in runs.enumerated() {
      if number + 3 < runs.count { words.prefetch(around: runs[number + 3]) }
      reading.scores.removeAll(keepingCapacity: true)
      for index in run { reading.scores.append(score(of: index, in: run, context, &words, &features)) }
      reading.read(model.transitions)
      Self.append(reading, at: run, to: &names)
    }
    return names
  }

  private func score(
    of index: Int, in run: Range<Int>, _ context: ContextFeatures, _ words: inout TaggerWords,
    _ features: inout FeatureList
  ) -> TagScores {
    let window = context.window(around: index)
    var score = NameScores.zero
    var clusters = InlineArray<5, UInt16>(repeating: 0)
    for position in 0..<5 {
      let word = words.word(at: Int(window[position]))
      score &+= words.scores(of: word, position: position)
      clusters[position] = words.cluster(of: word)
    }
    features.removeAll()
    context.add(at: index, of: run, window: window, clusters: clusters, to: &features)
    return (score &+ model.scores(ofContexts: &features)).ofAllTags
  }

  private static func append(_ read: NameRun, at run: Range<Int>, to names: inout [Name]) {
    var index = 0
    while index < run.count {
      guard let kind = NameTag.kind(of: Int(read.tags[index])) else {
        index += 1
        continue
      }
      var end = index + 1
      var margin = read.margins[index]
      while end < run.count, Int(read.tags[end]) == NameTag.later(of: kind) {
        margin = min(margin, read.margins[end])
        end += 1
      }
      if end < run.count { margin = min(margin, read.margins[end]) }
      if end - index <= Self.longestName {
        names.append(
          Name(tokens: (run.lowerBound + index)..<(run.lowerBound + end), kind: kind, margin: margin))
      }
      index = end
    }
  }
}
