public import DocumentModel
public import StageKit

/// Finds entities by rules and a gazetteer, and joins the mentions of one thing into chains.
public struct EntityTagStage: Stage {
  public static let contract = Contract(
    "entity-tag", version: "1.0.0",
    summary:
      "Finds people, organizations, places, dates, amounts and other names, and joins the mentions of one thing.",
    uses: [.metadata, .sections, .paragraphs, .sentences], provides: [.entities, .chains])

  private let options: EntityTagOptions
  private let gazetteer: Gazetteer
  private let finders: [any CandidateFinder] = [
    GazetteerFinder(), PersonFinder(), AnchoredNameFinder(), AcronymFinder(), QuotedTitleFinder(), ProductFinder(),
    ElectionFinder(), LoneNameFinder(), AmountFinder(),
  ]

  /// - Throws: `ResourceError` where the library was built around a damaged gazetteer.
  public init(options: EntityTagOptions, resources: Resources) throws {
    guard let gazetteer = Gazetteer.embedded else {
      throw ResourceError(path: "names.gazetteer", reason: "not a gazetteer of this version")
    }
    self.options = options
    self.gazetteer = gazetteer
  }

  public func process(_ document: inout Document) {
    let text = LookedUpText(
      TokenizedText(document.text), gazetteer: gazetteer, sentences: document.sentences?.map(\.range) ?? [],
      headings: document.sections?.compactMap(\.heading) ?? [])
    let found = entities(in: text)
    let (indices, chains) =
      options.chains ? ChainBuilder.chains(of: found, in: text, by: contract.name) : ([], [])
    document.entities = found.enumerated().map { index, candidate in
      Entity(
        range: candidate.range, label: candidate.label.entityLabel, chain: options.chains ? indices[index] : nil,
        by: contract.name, why: candidate.why.entityEvidence, score: candidate.score)
    }
    document.chains = chains
  }

  /// What all finders propose, settled twice: the second time with the names that the first made known.
  private func entities(in text: LookedUpText) -> [Candidate] {
    let candidates = finders.flatMap { $0.candidates(in: text) }
    let first = Conflicts.settled(candidates, tokenCount: text.count)
    let known = KnownNames(first, in: text).candidates(in: text, besides: first)
    let all = known.isEmpty ? first : Conflicts.settled(candidates + known, tokenCount: text.count)
    return all.filter { options.wants($0) }
  }
}
