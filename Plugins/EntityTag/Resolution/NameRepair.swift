internal import DocumentModel

/// Mends names that reach too far, by what is known of their parts.
///
/// The model sees two words to each side; what a name as a whole can't be is told here.
struct NameRepair {
  let text: LookedUpText
  /// The names of people.
  private(set) var people: Set<UInt64> = []
  /// The last words of those with more than one word.
  private(set) var familyNames: Set<UInt64> = []
  /// What groups of islands and mountains are called for short: "Rulks" of "Rulk Islands".
  private var groupsOfPlaces: Set<UInt64> = []

  /// - Parameter entities: in order, without overlaps.
  init(_ entities: [Candidate], in text: LookedUpText) {
    self.text = text
    for entity in entities where entity.label == .loc && entity.tokens.count == 2 {
      let last = entity.tokens.upperBound - 1
      guard text.text.token(last, is: "islands") || text.text.token(last, is: "mountains") else { continue }
      groupsOfPlaces.insert(TokenHash.plural(of: text.text[entity.tokens.lowerBound].hash))
    }
    for entity in entities where entity.label == .person {
      people.insert(text.text.foldedHash(of: entity.tokens))
      if entity.tokens.count > 1 { familyNames.insert(text.text[entity.tokens.upperBound - 1].hash) }
    }
  }

  /// The entities with their reach and labels mended, in order, without overlaps.
  func mended(_ entities: [Candidate]) -> [Candidate] {
    var mended: [Candidate] = []
    mended.reserveCapacity(entities.count)
    var hasGrown = false
    for entity in entities where !isWord(entity) {
      var entity = entity
      if entity.label == .person, isUnknownAcronym(of: entity) { entity.label = .org }
      if entity.label == .person, isBuilding(entity.tokens) { entity.label = .fac }
      if entity.tokens.count == 1, groupsOfPlaces.contains(text.text[entity.tokens.lowerBound].hash) {
        entity.label = .loc
      }
      if entity.tokens.count <= 2, let label = label(besideKindOf: entity) { entity.label = label }
      if text.text.byte(entity.tokens.upperBound) == 0x29, let name = mended.last,
        AcronymDefinition.between(name.tokens, entity.tokens, in: text) != nil
      {
        entity.label = name.label
      }
      if entity.label.kind == .place, let whole = half(of: entity) {
        entity = whole
        hasGrown = true
      }
      if let place = branch(entity, after: mended.last) {
        if let last = mended.last, last.tokens.overlaps(place.tokens) { mended.removeLast() }
        entity = place
      }
      if entity.label.kind == .place, let name = saint(entity) { entity = name }
      if entity.label == .person { addEmployer(before: entity, to: &mended) }
      guard entity.label.kind != nil, entity.label != .person else {
        mended.append(entity)
        if entity.label == .person { addParty(after: entity, to: &mended) }
        continue
      }
      if let parts = parts(of: entity) { mended += parts } else { mended.append(relabelled(entity)) }
    }
    if hasGrown || mended.count > entities.count { mended = Self.withoutOverlaps(mended) }
    evenScores(of: &mended)
    return mended
  }

  /// "HIV", "GDP": an acronym that is none of a name's; "Senator": what somebody is.
  private func isWord(_ entity: Candidate) -> Bool {
    guard entity.tokens.count == 1 else { return isDescription(entity) }
    let index = entity.tokens.lowerBound
    if entity.why == .model, text.text[index].shape == .allCaps, text.has(.noName, at: index) { return true }
    guard entity.label == .person || entity.label == .org && entity.why == .model, isRole(index) else { return false }
    return !text.words[index].entry.isLastName && !text.words[index].entry.isFirstName
      && !familyNames.contains(text.text[index].hash)
  }

  /// "the Home Affairs constituency": ordinary words that say of what kind the next is.
  private func isDescription(_ entity: Candidate) -> Bool {
    let end = entity.tokens.upperBound
    // "Group E" is one of several.
    if entity.tokens.count == 2, text.text.token(entity.tokens.lowerBound, is: "group"), text.text[end - 1].count == 1 {
      return true
    }
    guard entity.label == .org, entity.why == .model, text.text.token(entity.tokens.lowerBound - 1, is: "the"),
      text.isJoined(at: end), text.text.token(end, isOneOf: Self.divisions)
    else { return false }
    return entity.tokens.allSatisfy { index in
      text.words[index].entry.isCommon && !text.words[index].entry.hasSenses
        && text.words[index].classes.isDisjoint(with: WordClasses.tails)
    }
  }

  private static let divisions: [StaticString] = ["constituency", "portfolio", "sector", "category", "brief"]

  func isRole(_ index: Int) -> Bool {
    text.text[index].isWord && text.text[index].count > 4 && text.has([.title, .role], at: index)
  }

  // MARK: - Whom people belong to

  /// "ADPL" after "Anna Berg of ADPL".
  private func addParty(after person: Candidate, to list: inout [Candidate]) {
    let index = person.tokens.upperBound + 1
    guard isUnknownAcronym(index), text.classes(at: index).isEmpty, text.text.token(index - 1, is: "of"),
      !text.isCapital(index + 1) || text.words[index + 1].beginsSentence
    else { return }
    list.append(found(index))
  }

  /// "Demosisto" before "Demosisto's Anna Berg".
  private func addEmployer(before person: Candidate, to list: inout [Candidate]) {
    let possessive = person.tokens.lowerBound - 1
    let index = possessive - 1
    guard person.tokens.count > 1, index >= 0, text.text[possessive].isPossessive, text.text[index].startsUpper,
      text.text[index].isWord, !text.isCapital(index - 1)
    else { return }
    let word = text.words[index]
    guard word.entry.value == 0, word.classes.isEmpty, text.text[index].count > 3 else { return }
    // One person is hardly another's, so that a name of one word there is none of a person.
    if let last = list.last, last.tokens.upperBound > index {
      guard last.tokens == index..<(index + 1), last.label == .person || last.label == .org else { return }
      list.removeLast()
    }
    list.append(found(index))
  }

  private func found(_ index: Int) -> Candidate {
    let tokens = index..<(index + 1)
    return Candidate(
      tokens: tokens, range: text.text.range(of: tokens), label: .org, why: .rule, score: Confidence.likely)
  }

  // MARK: - Help

  func hasSense(_ label: Label, _ tokens: Range<Int>) -> Bool {
    var hasSense = false
    text.gazetteer.forEachSense(of: text.gazetteer.entry(text.text.foldedHash(of: tokens))) { sense in
      if sense.label == label, sense.strength != .context { hasSense = true }
    }
    return hasSense
  }

  func candidate(_ tokens: Range<Int>, _ label: Label, like entity: Candidate) -> Candidate {
    var part = entity
    part.tokens = tokens
    part.range = text.text.range(of: tokens)
    part.label = label
    return part
  }

  /// The candidates, in order, without those that overlap one before them.
  private static func withoutOverlaps(_ candidates: [Candidate]) -> [Candidate] {
    var kept: [Candidate] = []
    for candidate in candidates where candidate.tokens.lowerBound >= kept.last?.tokens.upperBound ?? 0 {
      kept.append(candidate)
    }
    return kept
  }
}
