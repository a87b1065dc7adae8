internal import DocumentModel

/// How far mentions of people are looked for: each kind with the ones before it.
public enum Mentions: String, CaseIterable, Sendable {
  case names, roles, pronouns
}

/// Entities with their chains.
struct ChainedEntities {
  private(set) var entities: [Candidate]
  /// The chain of each entity, `nil` for dates and amounts.
  private(set) var indices: [Int?]
  private(set) var chains: [Chain]

  /// - Parameter entities: in order.
  init(
    _ entities: [Candidate], in text: LookedUpText, own: OwnNames? = nil, labels: LabelNames = LabelNames(),
    by stage: String
  ) {
    self.entities = entities
    (indices, chains) = ChainBuilder.chains(of: entities, in: text, own: own, labels: labels, by: stage)
  }

  /// Adds the mentions of people that are no names, as far as `mentions` goes.
  mutating func add(_ mentions: Mentions, in text: LookedUpText) {
    guard mentions != .names else { return }
    var roles = RoleMentions(entities, chains: indices, in: text)
    var found = roles.found()
    if mentions == .pronouns {
      let people = zip(entities, indices).compactMap { entity, chain in
        entity.label == .person ? chain.map { (tokens: entity.tokens, chain: $0) } : nil
      }
      found += PronounMentions(people, in: text).found()
    }
    insert(found)
  }

  private mutating func insert(_ found: [(candidate: Candidate, chain: Int)]) {
    guard !found.isEmpty else { return }
    var all = zip(entities, indices).map { (candidate: $0, chain: $1) }
    all += found.map { ($0.candidate, $0.chain) }
    all.sort { left, right in
      let (first, second) = (left.candidate.range, right.candidate.range)
      return first.start != second.start ? first.start < second.start : first.end > second.end
    }
    entities = all.map(\.candidate)
    indices = all.map(\.chain)
    for chain in chains.indices { chains[chain].mentions = [] }
    for (entity, chain) in indices.enumerated() { if let chain { chains[chain].mentions.append(entity) } }
  }
}
