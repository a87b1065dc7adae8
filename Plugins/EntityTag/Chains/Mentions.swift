internal import DocumentModel

/// How far mentions are looked for: each kind with the ones before it.
public enum Mentions: String, CaseIterable, Comparable, Sendable {
  case names
  /// Names inside names: "Anna Rulk" of the "Anna Rulk Foundation".
  case inner
  /// People and places by what they are: "the president", "the County".
  case roles
  case pronouns

  public static func < (left: Mentions, right: Mentions) -> Bool { left.depth < right.depth }

  private var depth: Int {
    switch self {
    case .names: 0
    case .inner: 1
    case .roles: 2
    case .pronouns: 3
    }
  }
}

/// Entities with their chains.
struct ChainedEntities {
  private(set) var entities: [Candidate]
  /// The chain of each entity, `nil` for dates and amounts.
  private(set) var indices: [Int?]
  private(set) var chains: [Chain]

  /// - Parameters:
  ///   - entities: in order.
  ///   - mentions: how far mentions besides these are looked for.
  init(
    _ entities: [Candidate], mentions: Mentions = .names, in text: LookedUpText, own: OwnNames? = nil,
    labels: LabelNames = LabelNames(), by stage: String
  ) {
    self.entities = entities
    let built = ChainBuilder.chains(
      of: entities, namesInNames: mentions > .names, in: text, own: own, labels: labels, by: stage)
    (indices, chains) = (built.indices, built.chains)
    insert(built.inner + otherMentions(mentions, in: text))
  }

  /// The mentions that are no names, as far as `mentions` goes.
  private func otherMentions(_ mentions: Mentions, in text: LookedUpText) -> [(candidate: Candidate, chain: Int)] {
    guard mentions > .inner else { return [] }
    var roles = RoleMentions(entities, chains: indices, in: text)
    var found = roles.found() + PlaceMentions(entities, chains: indices, in: text).found()
    if mentions == .pronouns {
      let people = zip(entities, indices).compactMap { entity, chain in
        entity.label == .person ? chain.map { (tokens: entity.tokens, chain: $0) } : nil
      }
      found += PronounMentions(people, in: text).found()
    }
    return found
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
