internal import DocumentModel
internal import JSON

/// Makes a model for the tagger from annotated texts.
package struct TaggerTraining {
  /// A file of annotated texts, and how much each of its texts counts.
  package struct Corpus {
    package var path: String
    package var content: String
    package var weight: Double

    package init(path: String, content: String, weight: Double) {
      self.path = path
      self.content = content
      self.weight = weight
    }
  }

  package var training: [Corpus] = []
  package var development: [Corpus] = []
  package var clusters: String = ""
  package var epochs = 6
  package var seed: UInt64 = 1
  package var rate = 0.05
  package var decay = 2e-4
  package var dropout = 0.8
  /// What a token outside names costs: annotators of the one corpus leave out what others mark.
  package var boldness = 1.0
  /// How much the order of tags counts, by what it counted in learning, where features were left out.
  package var order = 2.0
  package var leastForms = 5
  package var leastContexts = 4
  /// Whether the model is made anew from the development texts too, once these have shown how sure it is.
  package var learnsFromDevelopment = false
  package var note = "{}"
  /// Labels of the user's own to learn instead of people, organizations and places.
  package var labels: [String] = []
  /// One text in so many is learned from again in other letters.
  package var recasing = 5

  package init() {}

  /// Clusters of words of like use, for `clusters`.
  ///
  /// - Parameter texts: plain texts; millions of words.
  package static func clusters(of texts: [String], coarse: Int = 48, fine: Int = 320) -> String {
    WordClustering.file(for: texts, coarse: coarse, fine: fine)
  }

  /// Learns, telling `report` of each step, and gives the bytes of the model: for more than three labels of models one
  /// after the other.
  ///
  /// - Throws: `CorpusError` for a file that is no corpus.
  package func model(report: (String) -> Void) throws -> [UInt8] {
    guard !labels.isEmpty else { return try model(of: .usual, report: report) }
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: labels.count, by: 3) {
      let kinds = NameKinds(labels: Array(labels[start..<min(start + 3, labels.count)]))
      report("labels \(kinds.labels.joined(separator: ", "))")
      bytes += try model(of: kinds, report: report)
    }
    return bytes
  }

  private func model(of kinds: NameKinds, report: (String) -> Void) throws -> [UInt8] {
    guard let gazetteer = Gazetteer.embedded else { return [] }
    let clusters = WordClusterFile(clusters, gazetteer: gazetteer)
    let unknown = [UInt8](repeating: 50, count: TaggerLayout.calibrationCount)
    let first = try learned(kinds, from: training, clusters, gazetteer, report: report)
    guard learnsFromDevelopment, let score = first.score else {
      return bytes(of: first, kinds, calibration: first.score?.calibration ?? unknown)
    }
    report("once more, from the development texts too")
    let second = try learned(kinds, from: training + development, clusters, gazetteer, isLast: true, report: report)
    // How sure a margin is was measured on texts that the first had not seen.
    return bytes(of: second, kinds, calibration: score.calibration)
  }

  /// What one training has brought.
  private struct Learned {
    var trainer: ChainTrainer
    var otherWords: [KnownWord]
    /// On the development texts, where they were not learned from.
    var score: TaggerScore?
  }

  private func learned(
    _ kinds: NameKinds, from corpora: [Corpus], _ clusters: WordClusterFile, _ gazetteer: Gazetteer,
    isLast: Bool = false,
    report: (String) -> Void
  ) throws -> Learned {
    let set = try trainingSet(kinds, of: corpora, clusters, gazetteer, report: report)
    let trainer = ChainTrainer(
      set,
      settings: ChainTrainer.Settings(
        epochs: epochs, rate: Float(rate), decay: Float(decay), dropout: Float(dropout), seed: seed))
    var learned = Learned(trainer: trainer, otherWords: set.words(of: clusters))
    let annotated = isLast ? [] : try development.map { ($0.path, try Self.texts(of: $0, kinds)) }
    for epoch in 1...max(1, epochs) {
      let loss = learned.trainer.runEpoch()
      report("epoch \(epoch): loss \(Self.decimal(loss * 1000)) thousandths")
      guard epoch % 2 == 0 || epoch == epochs else { continue }
      let model = bytes(of: learned, kinds, calibration: [UInt8](repeating: 50, count: TaggerLayout.calibrationCount))
      learned.score = model.withUnsafeBytes {
        Self.score(TaggerModel($0), kinds, gazetteer, on: annotated, report: report)
      }
    }
    return learned
  }

  private func trainingSet(
    _ kinds: NameKinds, of corpora: [Corpus], _ clusters: WordClusterFile, _ gazetteer: Gazetteer,
    report: (String) -> Void
  ) throws -> TrainingSet {
    var kindsSeen: Set<NameTag.Kind> = []
    var set = TrainingSet(gazetteer: gazetteer, clusters: clusters.clusters, kinds: kinds)
    for corpus in corpora {
      let texts = try Self.texts(of: corpus, kinds)
      for (index, text) in texts.enumerated() {
        kindsSeen.formUnion(text.names.compactMap(\.kind))
        set.add(text, weight: Float(corpus.weight))
        guard recasing > 0, index % recasing == recasing / 2 else { continue }
        let letters = AnnotatedText.Letters.allCases[index / recasing % 3]
        set.add(text.recased(letters), weight: Float(corpus.weight) * 0.7)
      }
      report("\(corpus.path): \(texts.count) texts")
    }
    report(
      "\(set.runs.count) runs, \(set.tags.count) tokens, \(set.reached) of \(set.nameTokens) tokens of names; "
        + "\(set.formIndex.hashes.count) features of words, \(set.contextIndex.hashes.count) of places")
    if let first = corpora.first, let problem = Self.problem(kinds, kindsSeen) {
      throw CorpusError(path: first.path, line: 1, reason: problem)
    }
    set.prune(leastForms: Int32(leastForms), leastContexts: Int32(leastContexts))
    report("\(set.formIndex.hashes.count) and \(set.contextIndex.hashes.count) that are not too rare")
    return set
  }

  /// What is wrong with texts in which only these kinds of names are marked.
  private static func problem(_ kinds: NameKinds, _ seen: Set<NameTag.Kind>) -> String? {
    guard !kinds.labels.isEmpty else {
      return seen.isEmpty
        ? "no person, organization or place is marked in any text; the tags are B-PER, B-ORG, B-LOC, O, and other labels "
          + "are learned with --labels" : nil
    }
    let missing = kinds.names.filter { !seen.contains($0.kind) }.map(\.name)
    return missing.isEmpty ? nil : "no name is marked in any text as \(missing.joined(separator: " or "))"
  }

  private func bytes(of learned: Learned, _ kinds: NameKinds, calibration: [UInt8]) -> [UInt8] {
    ModelWriter.bytes(
      of: learned.trainer, boldness: Float(boldness), order: Float(order), otherWords: learned.otherWords,
      calibration: calibration,
      note: note, labels: kinds.labels)
  }

  private static func score(
    _ model: TaggerModel?, _ kinds: NameKinds, _ gazetteer: Gazetteer, on corpora: [(String, [AnnotatedText])],
    report: (String) -> Void
  ) -> TaggerScore? {
    guard let model, !corpora.isEmpty else { return nil }
    let tagger = Tagger(model: model)
    let rules = RuleLayer()
    var all = TaggerScore()
    var sum = 0.0
    for (path, texts) in corpora {
      var score = TaggerScore()
      for text in texts { score.add(text, by: tagger, rules: rules, gazetteer: gazetteer) }
      let kinds = kinds.names.map { "\($0.name) \(decimal(score.f1(of: $0.kind)))" }.joined(separator: ", ")
      report("  \(path): F1 \(decimal(score.f1)) (\(kinds))")
      sum += score.f1
      all.add(score)
    }
    report("  mean: F1 \(decimal(sum / Double(corpora.count)))")
    return all
  }

  private static func texts(of corpus: Corpus, _ kinds: NameKinds) throws -> [AnnotatedText] {
    guard corpus.content.utf8.first == 0x7B else {
      return try IOB2.texts(in: corpus.content, path: corpus.path, kinds: kinds)
    }
    var line = 0
    return try corpus.content.split(separator: "\n").map { text in
      line += 1
      do {
        return AnnotatedText(try Document(json: JSON(parsing: String(text))), kinds: kinds)
      } catch {
        throw CorpusError(path: corpus.path, line: line, reason: "no document's JSON: \(error)")
      }
    }
  }

  /// With one decimal.
  private static func decimal(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
