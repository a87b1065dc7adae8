internal import DocumentModel

/// Finds the people whom a text calls by their role: "the Russian president", "the minister".
///
/// A role is a person's where the text has given it to nobody else, as "President Berg" or "Berg, the president"; anything
/// less certain is left alone.
struct RoleMentions {
  /// Who has a role: the person's chain, and whose role it is ("Russian").
  private struct Holder: Hashable {
    var chain: Int
    var nation: UInt64?
  }

  private let text: LookedUpText
  private let entities: [Candidate]
  private let chains: [Int?]
  /// The holders of each role, by its word.
  private var holders: [UInt64: [Holder]] = [:]

  /// - Parameters:
  ///   - entities: names, in order, without overlaps.
  ///   - chains: the chain of each.
  init(_ entities: [Candidate], chains: [Int?], in text: LookedUpText) {
    self.text = text
    self.entities = entities
    self.chains = chains
  }

  /// The mentions by role after the one that gives it, with their chains, in order.
  mutating func found() -> [(candidate: Candidate, chain: Int)] {
    var found: [(Candidate, Int)] = []
    var next = 0
    for index in 0..<text.count {
      while next < entities.count, entities[next].tokens.lowerBound <= index {
        if entities[next].label == .person, let chain = chains[next] { learn(entities[next].tokens, chain) }
        next += 1
      }
      guard text.text.token(index, is: "the"), let mention = mention(at: index), let holder = holder(of: mention) else {
        continue
      }
      let tokens = index..<(mention.role + 1)
      found.append(
        (
          Candidate(
            tokens: tokens, range: text.text.range(of: tokens), label: .person, why: .rule, score: Confidence.good),
          holder
        ))
    }
    return found
  }

  // MARK: - Who has a role

  private mutating func learn(_ name: Range<Int>, _ chain: Int) {
    if isRole(name.lowerBound - 1) { add(role: name.lowerBound - 1, chain) }
    // "Anna Berg, the Norwegian minister"
    guard text.text.byte(name.upperBound) == 0x2C else { return }
    let start = text.text.token(name.upperBound + 1, is: "the") ? name.upperBound + 2 : name.upperBound + 1
    for index in start..<min(start + 3, text.count) where isRole(index) { return add(role: index, chain) }
  }

  private mutating func add(role: Int, _ chain: Int) {
    let holder = Holder(chain: chain, nation: nation(before: role))
    let known = holders[text.text[role].hash, default: []]
    guard !known.contains(where: { $0.chain == chain && ($0.nation != nil || holder.nation == nil) }) else { return }
    holders[text.text[role].hash] = known.filter { $0.chain != chain } + [holder]
  }

  /// The people that the role is of, one or two words before it: "Russian", "Prime" aside.
  private func nation(before role: Int) -> UInt64? {
    for index in stride(from: role - 1, through: max(0, role - 3), by: -1) where text.text[index].isWord {
      guard text.isCapital(index) else { return nil }
      if isNation(index) { return text.text[index].hash }
    }
    return nil
  }

  private func isNation(_ index: Int) -> Bool {
    var isNation = false
    text.gazetteer.forEachSense(of: text.words[index].entry) { sense in
      if sense.label == .norp, sense.strength != .context { isNation = true }
    }
    return isNation
  }

  private func isRole(_ index: Int) -> Bool {
    guard let token = text.text.token(at: index), token.isWord, token.count > 3 else { return false }
    return text.has([.title, .role], at: index)
  }

  // MARK: - Mentions

  private struct Mention {
    var role: Int
    var nation: UInt64?
  }

  /// "the", a nation and an adjective at most, and a role that no name follows and that is not "of" anything.
  private func mention(at article: Int) -> Mention? {
    for role in (article + 1)..<min(article + 4, text.count) where text.isJoined(at: role) {
      if isRole(role) {
        guard !isRole(role + 1), !isName(role + 1), !text.text.token(role + 1, is: "of"),
          text.text.token(at: role + 1)?.isPossessive != true || !isName(role + 2)
        else { return nil }
        return Mention(role: role, nation: role > article + 1 ? nation(before: role) : nil)
      }
      guard isNation(role) || text.text.token(role, is: "prime") || text.text.token(role, is: "vice") else {
        return nil
      }
    }
    return nil
  }

  private func isName(_ index: Int) -> Bool { text.isCapital(index) && text.isJoined(at: index) }

  private func holder(of mention: Mention) -> Int? {
    guard let known = holders[text.text[mention.role].hash] else { return nil }
    let fitting = known.filter { mention.nation == nil || $0.nation == nil || $0.nation == mention.nation }
    guard fitting.count == 1, let holder = fitting.first else { return nil }
    return mention.nation == nil && known.count > 1 ? nil : holder.chain
  }
}
