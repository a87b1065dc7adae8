internal import DocumentModel

/// Lets a document call one name one thing: what is found once is found everywhere, and by the same label.
///
/// One sense per discourse (Gale, Church and Yarowsky 1992): a name that a text uses often is rarely two kinds of things.
struct NameConsistency {
  private let text: LookedUpText

  init(in text: LookedUpText) { self.text = text }

  /// The entities with their labels made equal, and those that were missed; in order, without overlaps.
  func settled(_ entities: [Candidate]) -> [Candidate] {
    let agreed = agreeing(entities)
    let missed = KnownNames(agreed, in: text).candidates(in: text, besides: agreed)
    return missed.isEmpty ? agreed : Self.merged(agreed, missed)
  }

  // MARK: - One label

  /// What a text's mentions by the same words were taken for.
  private struct Votes {
    /// The sums of the scores, by kind.
    var sums = SIMD4<Float>.zero
    var count = 0
    /// Whether the words are more than one, and the first is a first name: then a person is meant, unless more is said for
    /// something else.
    let isFullName: Bool
    /// The surest label of each kind.
    var labels = InlineArray<3, Label>(repeating: .person)
    var best = SIMD4<Float>.zero

    init(isFullName: Bool) { self.isFullName = isFullName }

    mutating func add(_ candidate: Candidate, _ kind: NameTag.Kind) {
      let index = Int(kind.rawValue)
      let score = Float(candidate.score)
      sums[index] += score
      count += 1
      if score > best[index] {
        best[index] = score
        labels[index] = candidate.label
      }
    }

    /// By how much a kind has to outweigh another. On documents 1 is best of 1 to 2: what is said once more, or more surely,
    /// holds for all. But a word that is now a person, now a company is more often a company than the model thinks.
    private static func majority(of kind: Int, inOneWord isOneWord: Bool) -> Float {
      isOneWord && kind == Int(NameTag.Kind.person.rawValue) ? 2 : 1
    }

    /// What a full name counts more for a person.
    private static let fullNameFactor: Float = 1.5

    /// The label that has more for it than this kind.
    func winner(against kind: NameTag.Kind, inOneWord isOneWord: Bool) -> Label? {
      var sums = sums
      if isFullName { sums[Int(NameTag.Kind.person.rawValue)] *= Self.fullNameFactor }
      var first = 0
      for index in 1..<3 where sums[index] > sums[first] { first = index }
      guard count > 1, first != Int(kind.rawValue),
        sums[first] > Self.majority(of: first, inOneWord: isOneWord) * sums[Int(kind.rawValue)]
      else { return nil }
      return labels[first]
    }
  }

  /// All votes of a text.
  private struct Ballot {
    private var votes: [Votes] = []
    /// By entity, the place of its votes.
    private var places: [Int]
    /// By entity, the hash of its words.
    private var hashes: [UInt64]
    /// The first and last words of people with more than one name.
    private var people = HashTable()

    init(_ entities: [Candidate], in text: LookedUpText) {
      places = [Int](repeating: -1, count: entities.count)
      hashes = [UInt64](repeating: 0, count: entities.count)
      var placeOfWords = HashTable(minimumCapacity: entities.count)
      for (index, entity) in entities.enumerated() {
        guard let kind = entity.label.kind else { continue }
        let hash = text.text.foldedHash(of: entity.tokens)
        let place = placeOfWords[hash] ?? votes.count
        if place == votes.count {
          placeOfWords[hash] = place
          let isFullName = entity.tokens.count > 1 && text.words[entity.tokens.lowerBound].entry.isFirstName
          votes.append(Votes(isFullName: isFullName))
        }
        votes[place].add(entity, kind)
        places[index] = place
        hashes[index] = hash
        guard kind == .person, entity.tokens.count > 1, entity.score >= Confidence.fair else { continue }
        people[text.text[entity.tokens.upperBound - 1].hash] = 1
        people[text.text[entity.tokens.lowerBound].hash] = 1
      }
    }

    func winner(for entity: Candidate, at index: Int, against kind: NameTag.Kind) -> Label? {
      votes[places[index]].winner(against: kind, inOneWord: entity.tokens.count == 1)
    }
    func isOfPerson(_ index: Int) -> Bool { people[hashes[index]] != nil }
  }

  private func agreeing(_ entities: [Candidate]) -> [Candidate] {
    let ballot = Ballot(entities, in: text)
    return entities.enumerated().map { index, entity in
      guard let kind = entity.label.kind else { return entity }
      let isOfPerson = ballot.isOfPerson(index)
      var label = kind == .person && isOfPerson ? nil : ballot.winner(for: entity, at: index, against: kind)
      if label == nil, kind != .person, isOfPerson, isPersonsName(entity) { label = .person }
      guard let label else { return entity }
      var changed = entity
      changed.label = label
      changed.score = min(entity.score, Confidence.likely)
      return changed
    }
  }

  /// Whether one word that was not surely taken for something else means the person who bears it in this text.
  private func isPersonsName(_ entity: Candidate) -> Bool {
    guard entity.tokens.count == 1, entity.score < Confidence.likely else { return false }
    return !NameContext(entity.tokens, in: text).speaksStronglyForPlace
  }

  // MARK: - Missed names

  /// Two lists in order as one; what overlaps one of the first is left out.
  private static func merged(_ first: [Candidate], _ second: [Candidate]) -> [Candidate] {
    var merged: [Candidate] = []
    merged.reserveCapacity(first.count + second.count)
    var next = 0
    for candidate in second {
      while next < first.count, first[next].tokens.upperBound <= candidate.tokens.lowerBound {
        merged.append(first[next])
        next += 1
      }
      if next < first.count, first[next].tokens.overlaps(candidate.tokens) { continue }
      merged.append(candidate)
    }
    merged += first[next...]
    return merged
  }
}
