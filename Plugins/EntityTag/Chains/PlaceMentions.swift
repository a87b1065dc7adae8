internal import DocumentModel

/// Finds the places that a text calls by what they are: "the County" for "Rulk County", "our Nation" for the country that
/// it speaks of.
struct PlaceMentions {
  private let text: LookedUpText
  private let entities: [Candidate]
  private let chains: [Int?]
  /// The place with a kind's word in its name, by that word; -1 where several have it.
  private var placeOfKind = HashTable()
  /// The country that is named most; `nil` where two are, or none is named twice.
  private var country: Int?

  /// - Parameters:
  ///   - entities: names, in order, without overlaps.
  ///   - chains: the chain of each.
  init(_ entities: [Candidate], chains: [Int?], in text: LookedUpText) {
    self.text = text
    self.entities = entities
    self.chains = chains
    var counts: [Int: Int] = [:]
    for (entity, chain) in zip(entities, chains) where entity.label == .gpe || entity.label == .loc {
      guard let chain else { continue }
      if text.isCountry(entity.tokens) { counts[chain, default: 0] += 1 }
      for index in entity.tokens where isKind(index) && entity.tokens.count > 1 {
        let known = placeOfKind[text.text[index].hash] ?? chain
        placeOfKind[text.text[index].hash] = known == chain ? chain : -1
      }
    }
    let most = counts.values.max() ?? 0
    let first = counts.filter { $0.value == most }
    country = most > 1 && first.count == 1 ? first.first?.key : nil
  }

  /// The mentions with their chains, in order.
  func found() -> [(candidate: Candidate, chain: Int)] {
    var found: [(Candidate, Int)] = []
    var next = 0
    for index in 0..<text.count {
      while next < entities.count, entities[next].tokens.upperBound <= index { next += 1 }
      guard isDeterminer(index - 1), let place = place(at: index) else { continue }
      guard next == entities.count || entities[next].tokens.lowerBound > index else { continue }
      let tokens = (index - 1)..<(index + 1)
      found.append(
        (
          Candidate(
            tokens: tokens, range: text.text.range(of: tokens), label: .gpe, why: .rule, score: Confidence.good),
          place
        ))
    }
    return found
  }

  /// The place that the capital at `index` stands for, where it stands alone.
  private func place(at index: Int) -> Int? {
    guard text.text[index].shape == .capitalized, !text.words[index].isInTitleCase, text.isJoined(at: index) else {
      return nil
    }
    guard !text.isCapital(index + 1), !text.text.token(index + 1, is: "of"), !text.text.isHyphen(index + 1) else {
      return nil
    }
    if text.text.token(index, is: "nation") || text.text.token(index, is: "country") { return country }
    guard isKind(index), let place = placeOfKind[text.text[index].hash], place >= 0 else { return nil }
    return place
  }

  private func isDeterminer(_ index: Int) -> Bool {
    text.text.token(index, is: "the") || text.text.token(index, is: "this") || text.text.token(index, is: "our")
  }

  private func isKind(_ index: Int) -> Bool { text.has([.geoHead, .geoTail, .locTail], at: index) }
}
