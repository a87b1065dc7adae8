internal import DocumentModel

/// What names are, by their own words and by those beside them.
extension NameRepair {
  func relabelled(_ entity: Candidate) -> Candidate {
    let last = entity.tokens.upperBound - 1
    var changed = entity
    if entity.label == .org, entity.tokens.count > 1, text.has(.eventTail, at: last), !text.has(.orgTail, at: last),
      entity.why == .model
    {
      changed.label = .event
    } else if entity.label == .org, entity.why == .model, isBuilding(endingAt: last, from: entity.tokens.lowerBound) {
      changed.label = .fac
    } else if entity.label.kind == .place, entity.why == .model, isUnknownAcronym(last), entity.tokens.count == 1,
      !NameContext(entity.tokens, in: text).speaksStronglyForPlace
    {
      changed.label = .org
    }
    return changed
  }

  /// The label of a name that the words beside it say to be an organization: "Rulkia, the private firm which", "the
  /// think-tank Rulkia"; "Velden striker", which is of a team.
  func label(besideKindOf entity: Candidate) -> Label? {
    guard entity.label.kind == .place || entity.label == .person && entity.tokens.count == 1, entity.why == .model
    else { return isPlayersTeam(entity) ? .org : nil }
    let first = entity.tokens.lowerBound
    if entity.label == .person {
      guard !text.words[first].entry.isFirstName, !text.words[first].entry.isLastName,
        !familyNames.contains(text.text[first].hash)
      else { return nil }
    }
    if isKindOfOrganization(first - 1) { return .org }
    let end = entity.tokens.upperBound
    guard text.text.byte(end) == 0x2C,
      text.text.token(end + 1, is: "the") || text.text.token(end + 1, is: "a") || text.text.token(end + 1, is: "an")
    else { return isPlayersTeam(entity) ? .org : nil }
    for index in (end + 2)..<min(end + 5, text.count) {
      if isKindOfOrganization(index) { return .org }
      guard text.text[index].shape == .lower || text.text.isHyphen(index) else { return nil }
    }
    return nil
  }

  private func isKindOfOrganization(_ index: Int) -> Bool {
    guard let token = text.text.token(at: index), token.shape == .lower, token.count > 3 else { return false }
    return text.text.token(index, isOneOf: Self.kindsOfOrganizations)
  }

  private static let kindsOfOrganizations: [StaticString] = [
    "firm", "company", "tank", "retailer", "carmaker", "airline", "manufacturer", "subsidiary", "charity", "startup",
    "broadcaster", "lender", "insurer", "brewer", "supermarket",
  ]

  /// "Velden" of "Velden striker Anna Rulk".
  private func isPlayersTeam(_ entity: Candidate) -> Bool {
    let next = entity.tokens.upperBound
    guard entity.label == .gpe, text.isCapital(next + 1), text.text[next].shape == .lower,
      text.text.token(next, isOneOf: Self.players)
    else { return false }
    return !text.isCountry(entity.tokens) && text.isJoined(at: next)
      && !text.text.token(entity.tokens.lowerBound - 1, is: "in")
  }

  private static let players: [StaticString] = [
    "boss", "striker", "midfielder", "winger", "goalkeeper", "keeper", "defender", "forward", "fullback", "quarterback",
  ]

  /// Both sides of "Orlando 3 Philadelphia 1" are teams where one is.
  func evenScores(of entities: inout [Candidate]) {
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

  /// "Bank of Velden Stadium" of the model's organizations.
  private func isBuilding(endingAt last: Int, from start: Int) -> Bool {
    last > start && text.text[last].shape == .capitalized && text.has(.facTail, at: last)
      && !text.has([.orgTail, .orgHead, .orgSuffix], at: last)
  }

  /// "Anna Rulk Bridge" of the model's people.
  func isBuilding(_ tokens: Range<Int>) -> Bool {
    let last = tokens.upperBound - 1
    return tokens.count > 2 && text.has(.facTail, at: last) && text.text[last].shape == .capitalized
      && text.text.token(tokens.lowerBound - 1, is: "the")
  }

  /// "ICT" of the model's people: initials that are nobody's name.
  func isUnknownAcronym(of person: Candidate) -> Bool {
    let index = person.tokens.lowerBound
    guard person.tokens.count == 1, person.why == .model, isUnknownAcronym(index) else { return false }
    return !text.words[index].entry.isFirstName && !text.words[index].entry.isLastName
      && !familyNames.contains(text.text[index].hash)
  }

  func isUnknownAcronym(_ index: Int) -> Bool {
    guard let token = text.text.token(at: index), token.shape == .allCaps, (3...6).contains(token.count),
      !text.words[index].isInTitleCase
    else { return false }
    return !text.words[index].entry.hasSenses && !text.words[index].entry.isCommon && !token.hasDigit
  }
}
