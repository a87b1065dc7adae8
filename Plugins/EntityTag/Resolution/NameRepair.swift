internal import DocumentModel

/// Mends names that reach too far, by what is known of their parts.
///
/// The model sees two words to each side; what a name as a whole can't be is told here.
struct NameRepair {
  private let text: LookedUpText
  /// The names of people.
  private var people: Set<UInt64> = []
  /// The last words of those with more than one word.
  private var familyNames: Set<UInt64> = []

  /// - Parameter entities: in order, without overlaps.
  init(_ entities: [Candidate], in text: LookedUpText) {
    self.text = text
    for entity in entities where entity.label == .person {
      people.insert(text.text.foldedHash(of: entity.tokens))
      if entity.tokens.count > 1 { familyNames.insert(text.text[entity.tokens.upperBound - 1].hash) }
    }
  }

  /// The entities with their reach and labels mended, in order, without overlaps.
  func mended(_ entities: [Candidate]) -> [Candidate] {
    var mended: [Candidate] = []
    mended.reserveCapacity(entities.count)
    for entity in entities where !isWord(entity) {
      var entity = entity
      if entity.label == .person, isUnknownAcronym(of: entity) { entity.label = .org }
      if entity.label == .person, isBuilding(entity.tokens) { entity.label = .fac }
      if entity.label.kind == .place, let name = saint(entity) { entity = name }
      if entity.label == .person { addEmployer(before: entity, to: &mended) }
      guard entity.label.kind != nil, entity.label != .person else {
        mended.append(entity)
        if entity.label == .person { addParty(after: entity, to: &mended) }
        continue
      }
      mended += parts(of: entity) ?? [relabelled(entity)]
    }
    if mended.count > entities.count { mended = Self.withoutOverlaps(mended) }
    evenScores(of: &mended)
    return mended
  }

  /// "HIV", "GDP": an acronym that is none of a name's.
  private func isWord(_ entity: Candidate) -> Bool {
    guard entity.why == .model, entity.tokens.count == 1 else { return false }
    let index = entity.tokens.lowerBound
    return text.text[index].shape == .allCaps && text.has(.noName, at: index)
  }

  // MARK: - Parts

  private func parts(of entity: Candidate) -> [Candidate]? {
    guard entity.tokens.count > 2 else { return withoutTitle(entity) }
    return peoples(entity) ?? withoutPrefix(entity) ?? beforePerson(entity) ?? withoutSecondComplement(entity)
  }

  /// "Gabonese and Estonian" of "Gabonese and Estonian teams" are two peoples.
  private func peoples(_ entity: Candidate) -> [Candidate]? {
    var found: [Candidate] = []
    for index in entity.tokens {
      if hasSense(.norp, index..<(index + 1)) {
        found.append(candidate(index..<(index + 1), .norp, like: entity))
      } else if !text.text.token(index, is: "and"), text.text.byte(index) != 0x2C {
        return nil
      }
    }
    return found.count > 1 ? found : nil
  }

  /// "Rulk" of "Ambassador Rulk", where the text has "Anna Rulk".
  private func withoutTitle(_ entity: Candidate) -> [Candidate]? {
    let last = entity.tokens.upperBound - 1
    guard entity.tokens.count == 2, text.has([.title, .role], at: entity.tokens.lowerBound),
      familyNames.contains(text.text[last].hash)
    else { return nil }
    return [candidate(last..<(last + 1), .person, like: entity)]
  }

  /// "Saint Rulk" as a person, where the text has "Rulk" for one.
  private func saint(_ entity: Candidate) -> Candidate? {
    let start = entity.tokens.lowerBound
    guard text.text.token(start, is: "saint") || text.text.token(start, is: "st") else { return nil }
    let rest = entity.tokens.dropFirst(text.text.byte(start + 1) == 0x2E ? 2 : 1)
    guard !rest.isEmpty, people.contains(text.text.foldedHash(of: rest)) else { return nil }
    return candidate(entity.tokens, .person, like: entity)
  }

  /// "Beijing" of "Pro-Beijing".
  private func withoutPrefix(_ entity: Candidate) -> [Candidate]? {
    let start = entity.tokens.lowerBound
    guard text.text.isHyphen(start + 1), text.text.token(start, is: "pro") || text.text.token(start, is: "anti") else {
      return nil
    }
    let rest = (start + 2)..<entity.tokens.upperBound
    if hasSense(.norp, rest) { return [candidate(rest, .norp, like: entity)] }
    let first = rest.lowerBound..<(rest.lowerBound + 1)
    if rest.count > 1, hasSense(.gpe, first), !hasSense(.gpe, rest) {
      return [candidate(first, .gpe, like: entity), candidate(rest.dropFirst(), .org, like: entity)]
    }
    return [candidate(rest, hasSense(.gpe, rest) ? .gpe : entity.label, like: entity)]
  }

  /// "United States" and "Anna Berg" of "Ambassador to the United States Anna Berg", who is known.
  private func beforePerson(_ entity: Candidate) -> [Candidate]? {
    for start in entity.tokens.dropFirst() {
      let rest = start..<entity.tokens.upperBound
      guard rest.count > 1, text.isCapital(start), people.contains(text.text.foldedHash(of: rest)) else { continue }
      var end = start
      while end > entity.tokens.lowerBound, text.text[end - 1].isPossessive || text.text[end - 1].isMark { end -= 1 }
      guard end > entity.tokens.lowerBound else { return nil }
      return [
        candidate(entity.tokens.lowerBound..<end, entity.label, like: entity), candidate(rest, .person, like: entity),
      ]
    }
    return nil
  }

  /// "University of Sheffield" and "UK" of "University of Sheffield of the UK".
  private func withoutSecondComplement(_ entity: Candidate) -> [Candidate]? {
    let complements = entity.tokens.filter { text.text.token($0, is: "of") }
    guard complements.count > 1, let last = complements.last, last > entity.tokens.lowerBound else { return nil }
    let start = text.text.token(last + 1, is: "the") ? last + 2 : last + 1
    guard start < entity.tokens.upperBound else { return nil }
    let rest = start..<entity.tokens.upperBound
    let isPlace = hasSense(.gpe, rest)
    guard isPlace || rest.count == 1 && text.text[start].shape == .allCaps && text.text[start].count > 1 else {
      return nil
    }
    return [
      candidate(entity.tokens.lowerBound..<last, entity.label, like: entity),
      candidate(rest, isPlace ? .gpe : .org, like: entity),
    ]
  }

  // MARK: - Labels

  private func relabelled(_ entity: Candidate) -> Candidate {
    let last = entity.tokens.upperBound - 1
    var changed = entity
    if entity.label == .org, entity.tokens.count > 1, text.has(.eventTail, at: last), !text.has(.orgTail, at: last),
      entity.why == .model
    {
      changed.label = .event
    } else if entity.label.kind == .place, entity.why == .model, isUnknownAcronym(last), entity.tokens.count == 1,
      !NameContext(entity.tokens, in: text).speaksStronglyForPlace
    {
      changed.label = .org
    }
    return changed
  }

  /// Both sides of "Orlando 3 Philadelphia 1" are teams where one is.
  private func evenScores(of entities: inout [Candidate]) {
    var last: Int?
    for index in entities.indices where entities[index].label.kind != nil {
      defer { last = index }
      guard let first = last, isScore(entities[first].tokens, entities[index].tokens) else { continue }
      if entities[first].label == .org, entities[index].label.kind == .place {
        entities[index].label = .org
      } else if entities[first].label.kind == .place, entities[index].label == .org {
        entities[first].label = .org
      }
    }
  }

  /// Whether two names each have a number after them, and nothing else is between.
  private func isScore(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    second.lowerBound == first.upperBound + 1 && text.text[first.upperBound].isNumber
      && text.text.token(at: second.upperBound)?.isNumber == true
  }

  /// "Anna Rulk Bridge" of the model's people.
  private func isBuilding(_ tokens: Range<Int>) -> Bool {
    let last = tokens.upperBound - 1
    return tokens.count > 2 && text.has(.facTail, at: last) && text.text[last].shape == .capitalized
      && text.text.token(tokens.lowerBound - 1, is: "the")
  }

  /// "ICT" of the model's people: initials that are nobody's name.
  private func isUnknownAcronym(of person: Candidate) -> Bool {
    let index = person.tokens.lowerBound
    guard person.tokens.count == 1, person.why == .model, isUnknownAcronym(index) else { return false }
    return !text.words[index].entry.isFirstName && !text.words[index].entry.isLastName
      && !familyNames.contains(text.text[index].hash)
  }

  private func isUnknownAcronym(_ index: Int) -> Bool {
    guard let token = text.text.token(at: index), token.shape == .allCaps, (3...6).contains(token.count),
      !text.words[index].isInTitleCase
    else { return false }
    return !text.words[index].entry.hasSenses && !text.words[index].entry.isCommon && !token.hasDigit
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
      guard last.tokens == index..<(index + 1), last.label == .person else { return }
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

  private func hasSense(_ label: Label, _ tokens: Range<Int>) -> Bool {
    var hasSense = false
    text.gazetteer.forEachSense(of: text.gazetteer.entry(text.text.foldedHash(of: tokens))) { sense in
      if sense.label == label, sense.strength != .context { hasSense = true }
    }
    return hasSense
  }

  private func candidate(_ tokens: Range<Int>, _ label: Label, like entity: Candidate) -> Candidate {
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
