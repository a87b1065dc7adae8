internal import DocumentModel

/// Annotated texts as numbers: runs of tokens, their features and their right tags.
struct TrainingSet {
  /// A run of tokens that can be names.
  struct Run {
    var tokens: Range<Int>
    /// How much it counts.
    var weight: Float
  }

  private(set) var runs: [Run] = []
  private(set) var tags: [UInt8] = []
  /// The forms of each token's window, five a token.
  private(set) var windows: [Int32] = []
  /// Where each token's context features begin, and at last where they end.
  private(set) var contextStarts: [Int32] = [0]
  private(set) var contexts: [Int32] = []
  private(set) var contextIndex = FeatureIndex()

  /// By form: its key, its features, its clusters.
  private(set) var formKeys: [UInt64] = [WordForm.borderKey]
  private(set) var formFeatures: [[Int32]] = []
  private(set) var formClusters: [WordClusters] = [WordClusters()]
  private var formCounts: [Int32] = [0]
  private(set) var formIndex = FeatureIndex()
  private var formOfKey: [UInt64: Int32] = [WordForm.borderKey: 0]

  /// Tokens of names, and those of them where the model looks for names.
  private(set) var nameTokens = 0
  private(set) var reached = 0

  private let gazetteer: Gazetteer
  private let clusters: [UInt64: WordClusters]
  private let kinds: NameKinds
  private let rules = RuleLayer()

  init(gazetteer: Gazetteer, clusters: [UInt64: WordClusters], kinds: NameKinds) {
    self.gazetteer = gazetteer
    self.clusters = clusters
    self.kinds = kinds
    formFeatures = [[formIndex.number(of: featureHash(1, WordForm.borderKey))]]
  }

  mutating func add(_ annotated: AnnotatedText, weight: Float) {
    let text = LookedUpText(TokenizedText(annotated.text), gazetteer: gazetteer)
    let rules = RuleTag.tags(of: rules.entities(in: text), tokenCount: text.count)
    let context = ContextFeatures(of: text, rules: rules)
    let right = Self.tags(of: annotated, in: text)
    var forms = [Int32](repeating: -1, count: text.count)
    nameTokens += right.count { $0 > 0 && $0 < 255 }
    let places = NamePlaces(in: text, rules: rules, areEverywhere: !kinds.labels.isEmpty)
    for run in places.runs where !run.contains(where: { right[$0] == 255 }) {
      let start = tags.count
      for index in run {
        add(index, of: run, text, context, &forms)
        tags.append(right[index])
        if right[index] > 0 { reached += 1 }
      }
      // A name whose first token is outside the run begins inside it.
      if NameTag.isLater(Int(tags[start])) { tags[start] -= 1 }
      runs.append(Run(tokens: start..<tags.count, weight: weight))
    }
  }

  private mutating func add(
    _ index: Int, of run: Range<Int>, _ text: LookedUpText, _ context: ContextFeatures, _ forms: inout [Int32]
  ) {
    let window = context.window(around: index)
    var clusters = InlineArray<5, UInt16>(repeating: 0)
    for position in 0..<5 {
      let form = form(of: Int(window[position]), in: text, &forms)
      windows.append(form)
      formCounts[Int(form)] += 1
      clusters[position] = formClusters[Int(form)].fine
    }
    var features = FeatureList()
    context.add(at: index, of: run, window: window, clusters: clusters, to: &features)
    for feature in 0..<features.count { contexts.append(contextIndex.number(of: features.hashes[feature])) }
    contextStarts.append(Int32(truncatingIfNeeded: contexts.count))
  }

  private mutating func form(of index: Int, in text: LookedUpText, _ forms: inout [Int32]) -> Int32 {
    guard index >= 0 else { return 0 }
    if forms[index] >= 0 { return forms[index] }
    let token = text.text[index]
    let key = WordForm.key(of: token)
    let form = formOfKey[key] ?? Int32(truncatingIfNeeded: formKeys.count)
    if Int(form) == formKeys.count {
      formOfKey[key] = form
      let clusters = clusters[key] ?? WordClusters()
      var features = FeatureList()
      WordForm.addFeatures(of: token, in: text, word: text.words[index], clusters: clusters, to: &features)
      formKeys.append(key)
      formClusters.append(clusters)
      formFeatures.append((0..<features.count).map { formIndex.number(of: features.hashes[$0]) })
      formCounts.append(0)
    }
    forms[index] = form
    return form
  }

  /// Leaves out features that are too rare to learn from.
  ///
  /// - Parameters:
  ///   - leastForms: how often a word's features must occur, words repeated counted again.
  ///   - leastContexts: how often a place's must.
  mutating func prune(leastForms: Int32, leastContexts: Int32) {
    let contextPlaces = contextIndex.prune(by: contextIndex.counts, least: leastContexts)
    var kept: [Int32] = []
    kept.reserveCapacity(contexts.count)
    var starts: [Int32] = [0]
    for token in tags.indices {
      for index in Int(contextStarts[token])..<Int(contextStarts[token + 1]) {
        let place = contextPlaces[Int(contexts[index])]
        if place >= 0 { kept.append(place) }
      }
      starts.append(Int32(truncatingIfNeeded: kept.count))
    }
    contexts = kept
    contextStarts = starts
    var occurrences = [Int32](repeating: 0, count: formIndex.hashes.count)
    for (form, features) in formFeatures.enumerated() {
      for feature in features { occurrences[Int(feature)] += formCounts[form] }
    }
    let formPlaces = formIndex.prune(by: occurrences, least: leastForms)
    formFeatures = formFeatures.map { $0.map { formPlaces[Int($0)] }.filter { $0 >= 0 } }
  }

  /// Whether a form is common enough, or in a cluster, so that the model shall know its scores.
  func isKnown(_ form: Int) -> Bool { formCounts[form] > 10 || formClusters[form].fine != 0 }

  /// The words of `file` that no text has, with those of their features that are left.
  func words(of file: WordClusterFile) -> [KnownWord] {
    let numbers = Dictionary(
      uniqueKeysWithValues: formIndex.hashes.enumerated().map { ($1, Int32(truncatingIfNeeded: $0)) })
    var seen: Set<UInt64> = []
    return file.entries.compactMap { entry in
      guard formOfKey[entry.key] == nil, seen.insert(entry.key).inserted else { return nil }
      var features = FeatureList()
      WordForm.addFeatures(
        of: entry.text.text[0], in: entry.text, word: entry.text.words[0], clusters: entry.clusters, to: &features)
      return KnownWord(
        key: entry.key, clusters: entry.clusters,
        features: (0..<features.count).compactMap { numbers[features.hashes[$0]] })
    }
  }

  /// The right tag of each token of the text, 255 where it is not known.
  private static func tags(of annotated: AnnotatedText, in text: LookedUpText) -> [UInt8] {
    var tags = [UInt8](repeating: 0, count: text.count)
    var index = 0
    for name in annotated.names {
      while index < text.count, text.text[index].end <= name.range.start { index += 1 }
      var isFirst = true
      while index < text.count, text.text[index].start < name.range.end {
        if let kind = name.kind {
          tags[index] = UInt8(isFirst ? NameTag.first(of: kind) : NameTag.later(of: kind))
        } else {
          tags[index] = 255
        }
        isFirst = false
        index += 1
      }
    }
    return tags
  }
}
