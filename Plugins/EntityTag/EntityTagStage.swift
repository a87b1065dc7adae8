public import DocumentModel
public import StageKit

/// Finds entities by a trained model, rules and a gazetteer, and joins the mentions of one thing into chains.
public struct EntityTagStage: Stage {
  public static let contract = Contract(
    "entity-tag", version: "1.3.0",
    summary:
      "Finds people, organizations, places, dates, amounts and other names, and joins the mentions of one thing.",
    uses: [.metadata, .sections, .paragraphs, .sentences], provides: [.entities, .chains],
    languages: ["en"])

  private let options: EntityTagOptions
  private let gazetteer: Gazetteer
  private let rules = RuleLayer()
  private let tagger: Tagger
  /// Those of a model with labels of the user's own.
  private let ownTaggers: OwnTaggers?
  private let numbers = NumberFinder()
  /// The user's own names and patterns.
  private let own: OwnNames?
  private let labels: LabelNames
  /// By label, whether it is asked for.
  private let wanted: [Bool]

  /// - Throws: `ResourceError` where a file of the options can't be read, or the library was built around damaged data;
  ///   `FileErrors` where lines of a gazetteer or patterns make no sense; `OptionErrors` for a label that nothing gives.
  public init(options: EntityTagOptions, resources: Resources) throws {
    guard let gazetteer = Gazetteer.embedded else {
      throw ResourceError(path: "names.gazetteer", reason: "not a gazetteer of this version")
    }
    var labels = LabelNames(wanted: options.labels)
    let models = try options.model.map { try TaggerModel.file($0, in: resources) } ?? []
    let isOwn = models.first.map { !$0.labels.isEmpty } ?? false
    guard let model = isOwn || models.isEmpty ? TaggerModel.embedded : models.first else {
      throw ResourceError(path: "names.model", reason: "not a model of this version")
    }
    tagger = Tagger(model: model)
    ownTaggers = isOwn ? try OwnTaggers(models, labels: &labels) : nil
    own = try OwnNames(options, labels: &labels, in: resources)
    wanted = try labels.selection()
    self.labels = labels
    self.options = options
    self.gazetteer = gazetteer
  }

  /// - Throws: `StageFailure` where a pattern takes too long on this document.
  public func process(_ document: inout Document) throws {
    let text = LookedUpText(
      TokenizedText(document.text), gazetteer: gazetteer, sentences: document.sentences?.map(\.range) ?? [],
      headings: document.sections?.compactMap(\.heading) ?? [])
    let forms =
      options.normalForms
      ? NormalForms(in: text.text, by: numbers, published: document.metadata.published) : nil
    let found = try entities(in: text)
    guard options.chains else {
      document.entities = found.map { entity($0, chain: nil, forms) }
      document.chains = []
      return
    }
    let chained = ChainedEntities(
      found, mentions: options.mentions, in: text, own: own, labels: labels, by: contract.name)
    document.entities = zip(chained.entities, chained.indices).map { entity($0, chain: $1, forms) }
    document.chains = chained.chains
  }

  private func entity(_ candidate: Candidate, chain: Int?, _ forms: NormalForms?) -> Entity {
    Entity(
      range: candidate.range, label: labels.name(of: candidate.label), chain: chain, by: contract.name,
      why: candidate.why.entityEvidence, score: candidate.score, normal: forms?.form(of: candidate))
  }

  private func entities(in text: LookedUpText) throws -> [Candidate] {
    let ruled = rules.entities(in: text)
    let names = tagger.names(in: text, rules: ruled)
    let merged = NameMerge(ruled, in: text, model: tagger.model).merged(with: names)
    let mended = NameRepair(merged, in: text).mended(merged)
    let settled = NameConsistency(in: text).settled(mended)
    let tagged = ownTaggers.map { settled.with($0.names(in: text, rules: ruled), first: true) } ?? settled
    let all = try own?.added(to: tagged, in: text) ?? tagged
    return all.filter { $0.score >= options.minimumScore && wanted[Int($0.label.rawValue)] }
  }
}
