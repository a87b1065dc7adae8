public import DocumentModel

/// What a pipeline found in the documents of a gold set, beside what the gold says.
///
/// Documents are added one by one, and nothing is kept of them but counts and errors.
public struct Evaluation: Sendable {
  public let settings: EvaluationSettings
  /// How many documents were added.
  public private(set) var documentCount = 0
  /// The documents that the pipeline failed on, by place and reason. All of their gold counts as missed.
  public private(set) var failures: [(place: String, reason: String)] = []
  /// What is wrong, in the order of the documents.
  public private(set) var errors: [EvaluationError] = []
  /// How often the entities of a label were found with which.
  public private(set) var confusion = Confusion()
  /// How many documents of the gold say something of a layer that the pipeline's document was not looked through for.
  public private(set) var unlooked: [MeasureName.Layer: Int] = [:]
  private var table = MeasureTable()

  public init(_ settings: EvaluationSettings = EvaluationSettings()) { self.settings = settings }

  /// The figures of all documents so far.
  public func figures() -> [Figure] { table.figures(documents: documentCount, rounds: settings.rounds) }

  /// Compares what the pipeline made of `gold`'s text.
  public mutating func add(_ gold: GoldDocument, found: Document) { compare(gold, found) }

  /// Counts a document that the pipeline failed on, or let go.
  public mutating func add(_ gold: GoldDocument, failedFor reason: String) {
    failures.append((gold.place, reason))
    compare(gold, nil)
  }

  private mutating func compare(_ gold: GoldDocument, _ found: Document?) {
    let golds = DocumentFindings(gold.document, settings, isGold: true)
    let founds = found.map { DocumentFindings($0, settings, isGold: false) }
    compare(.sections, golds.sections, founds?.sections, gold)
    compare(.headings, golds.headings, founds?.headings, gold)
    compare(.paragraphs, golds.paragraphs, founds?.paragraphs, gold)
    compare(.sentences, golds.sentences, founds?.sentences, gold)
    compare(.entities, golds.entities, founds?.entities, gold)
    compareChains(golds, founds)
    compareQuotations(golds, founds, gold)
    compareSummaries(gold, found)
    documentCount += 1
  }

  /// - Parameter founds: `nil` where the pipeline failed or did not look for this layer.
  private mutating func compare(
    _ layer: MeasureName.Layer, _ golds: [Finding]?, _ founds: [Finding]?, _ gold: GoldDocument
  ) {
    guard let golds, settings.looks(at: layer) else { return }
    if founds == nil { unlooked[layer, default: 0] += 1 }
    let matching = Matching(gold: golds, found: founds ?? [])
    switch layer {
    case .headings:
      // Its levels are told apart, but no heading is wrong for its level alone.
      add(matching.placed, to: MeasureName(layer))
      add(matching.strict, to: MeasureName(layer, "levels"))
    case .sections, .paragraphs, .sentences:
      add(matching.strict, to: MeasureName(layer))
      if layer != .sections { add(matching.boundaries, to: MeasureName(layer, nil, .boundaries)) }
    default:
      add(matching.strict, to: MeasureName(layer))
      add(matching.lenient, to: MeasureName(layer, nil, .lenient))
      for (label, tallies) in matching.byLabel {
        add(tallies.strict, to: MeasureName(layer, label))
        add(tallies.lenient, to: MeasureName(layer, label, .lenient))
      }
    }
    if layer == .entities { confusion.add(matching) }
    errors += matching.errors(in: layer, of: gold)
  }

  private mutating func compareChains(_ golds: DocumentFindings, _ founds: DocumentFindings?) {
    guard let mentions = golds.mentions, settings.looks(at: .chains) else { return }
    let others = founds?.mentions ?? []
    if founds?.mentions == nil { unlooked[.chains, default: 0] += 1 }
    let pairs = MentionPairs(
      gold: mentions.map(\.finding), found: others.map(\.finding), byOverlap: settings.matchesMentionsByOverlap)
    let scores = ChainScores(
      gold: MentionPairs.chains(mentions.map(\.chain), pairs.golds),
      found: MentionPairs.chains(others.map(\.chain), pairs.founds), words: pairs.words)
    let both = Set(pairs.golds).intersection(pairs.founds).count
    add(Tally(matched: both, found: others.count, gold: mentions.count), to: MeasureName(.chains, "mentions"))
    add(scores.muc, to: MeasureName(.chains, "muc"))
    add(scores.bCubed, to: MeasureName(.chains, "b3"))
    add(scores.ceafE, to: MeasureName(.chains, "ceaf-e"))
    add(scores.lea, to: MeasureName(.chains, "lea"))
    add(scores.links, to: MeasureName(.chains, "links"))
    add(scores.nonTrivialLinks, to: MeasureName(.chains, "links-of-different-words"))
  }

  private mutating func compareQuotations(_ golds: DocumentFindings, _ founds: DocumentFindings?, _ gold: GoldDocument)
  {
    guard let quotes = golds.quotes, settings.looks(at: .quotations) else { return }
    compare(.quotations, quotes.map(\.finding), founds?.quotes?.map(\.finding), gold)
    let attributions = Attributions(gold: quotes, found: founds?.quotes ?? [])
    if quotes.contains(where: { $0.source != nil }) {
      add(attributions.sources, to: MeasureName(.sources))
      add(attributions.overlappingSources, to: MeasureName(.sources, nil, .lenient))
    }
    if quotes.contains(where: { $0.speaker != nil }) { add(attributions.speakers, to: MeasureName(.speakers)) }
  }

  private mutating func compareSummaries(_ gold: GoldDocument, _ found: Document?) {
    guard !gold.references.isEmpty, settings.looks(at: .summary) else { return }
    if found?.summary == nil { unlooked[.summary, default: 0] += 1 }
    let scores = Rouge(stems: settings.stems).scores(of: found?.summaryBySentences ?? "", against: gold.references)
    for (name, score) in [
      ("rouge-1", scores.rouge1), ("rouge-2", scores.rouge2), ("rouge-l", scores.rougeL),
      ("rouge-lsum", scores.rougeLsum),
    ] {
      table.add(Tally(score), to: MeasureName(.summary, name), of: documentCount, .mean)
    }
  }

  private mutating func add(_ tally: Tally, to name: MeasureName) { table.add(tally, to: name, of: documentCount) }
}

extension Document {
  /// The summary with a line for each of its sentences.
  var summaryBySentences: String? {
    summary.map { summary in
      let sentences = summary.sentences.map { self[$0.range].split(whereSeparator: \.isNewline).joined(separator: " ") }
      return sentences.isEmpty ? summary.text : sentences.joined(separator: "\n")
    }
  }
}
