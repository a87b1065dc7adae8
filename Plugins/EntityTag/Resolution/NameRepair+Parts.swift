internal import DocumentModel

/// What names that reach too far are cut into, and names that reach further than they were found.
extension NameRepair {
  func parts(of entity: Candidate) -> [Candidate]? {
    guard entity.tokens.count > 2 else {
      return withoutTitle(entity) ?? afterPrefix(entity) ?? author(entity) ?? withoutRole(entity)
    }
    return peoples(entity) ?? withoutPrefix(entity) ?? afterOwner(entity) ?? beforePerson(entity)
      ?? beforeFullName(entity) ?? withoutSecondComplement(entity) ?? several(entity) ?? withoutRole(entity)
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

  /// "State Department" of "State Department Spokesperson", "QXD" of "QXD Administrator".
  private func withoutRole(_ entity: Candidate) -> [Candidate]? {
    var end = entity.tokens.upperBound
    while end > entity.tokens.lowerBound, isRole(end - 1) || end < entity.tokens.upperBound && isActing(end - 1) {
      end -= 1
    }
    guard entity.label == .org, end < entity.tokens.upperBound, end > entity.tokens.lowerBound else { return nil }
    let rest = entity.tokens.lowerBound..<end
    let last = end - 1
    let isAcronym = rest.count == 1 && text.text[last].shape == .allCaps && text.text[last].count > 2
    guard isAcronym || hasSense(.org, rest) || rest.count > 1 && text.has([.orgTail, .orgSuffix], at: last) else {
      return nil
    }
    return [candidate(rest, .org, like: entity)]
  }

  private func isActing(_ index: Int) -> Bool {
    text.text.token(index, is: "acting") || text.text.token(index, is: "deputy") || text.text.token(index, is: "chief")
  }

  /// "Velden West": a half of a place, as constituencies are called.
  func half(of entity: Candidate) -> Candidate? {
    let next = entity.tokens.upperBound
    guard text.isCapital(next), text.has(.direction, at: next), text.text[next].shape == .capitalized,
      text.isJoined(at: next),
      text.text.token(next, isOneOf: Self.halves), !text.isCapital(next + 1),
      !text.text.isHyphen(next + 1), !text.words[next].isInTitleCase
    else { return nil }
    return candidate(entity.tokens.lowerBound..<(next + 1), entity.label, like: entity)
  }

  private static let halves: [StaticString] = ["north", "south", "east", "west", "central"]

  /// "Quendon UK": the branch of an organization that bears its country's name after its own.
  func branch(_ entity: Candidate, after last: Candidate?) -> Candidate? {
    let index = entity.tokens.lowerBound
    let previous = index - 1
    guard entity.label == .gpe, text.isCapital(previous), text.isJoined(at: index), entity.tokens.count == 1,
      !text.text[previous].isPossessive, !text.words[index].isInTitleCase, text.isCountry(entity.tokens)
    else { return nil }
    var start = previous
    if let last, last.tokens.upperBound == index {
      guard last.label == .org, last.score >= Confidence.weak else { return nil }
      start = last.tokens.lowerBound
    } else {
      guard text.words[previous].entry.value == 0, text.text[previous].count > 3,
        text.text[previous].shape != .allCaps, !text.isCapital(previous - 1), !text.words[previous].beginsSentence
      else { return nil }
    }
    var whole = candidate(start..<entity.tokens.upperBound, .org, like: entity)
    whole.why = .rule
    whole.score = Confidence.likely
    return whole
  }

  /// "Saint Rulk" as a person, where the text has "Rulk" for one.
  func saint(_ entity: Candidate) -> Candidate? {
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

  /// "Beijing" and "DAB" of "Pro-Beijing DAB", whose first word another name ended with.
  private func afterPrefix(_ entity: Candidate) -> [Candidate]? {
    let start = entity.tokens.lowerBound
    guard text.text.isHyphen(start - 1), text.text.token(start - 2, is: "pro") || text.text.token(start - 2, is: "anti")
    else { return nil }
    let first = start..<(start + 1)
    guard hasSense(.gpe, first), !hasSense(.gpe, entity.tokens) else { return nil }
    return [candidate(first, .gpe, like: entity), candidate(entity.tokens.dropFirst(), .org, like: entity)]
  }

  /// "Norway" and "Office of Fair Trading" of "Norway's Office of Fair Trading".
  private func afterOwner(_ entity: Candidate) -> [Candidate]? {
    guard entity.label == .org, let possessive = entity.tokens.first(where: { text.text[$0].isPossessive }),
      possessive > entity.tokens.lowerBound, possessive + 1 < entity.tokens.upperBound
    else { return nil }
    let start = text.text.token(entity.tokens.lowerBound, is: "the") ? 1 : 0
    let owner = (entity.tokens.lowerBound + start)..<possessive
    guard !owner.isEmpty, text.isCountry(owner) else { return nil }
    return [
      candidate(owner, .gpe, like: entity), candidate((possessive + 1)..<entity.tokens.upperBound, .org, like: entity),
    ]
  }

  /// "QX Rulk" as a person, by whom something is.
  private func author(_ entity: Candidate) -> [Candidate]? {
    let start = entity.tokens.lowerBound
    guard entity.label == .org, entity.why == .model, text.text.token(start - 1, is: "by"),
      text.text[start].shape == .allCaps, text.text[start].count == 2, text.text[start + 1].shape == .capitalized,
      text.words[start + 1].entry.isLastName || text.words[start + 1].entry.value == 0
    else { return nil }
    return [candidate(entity.tokens, .person, like: entity)]
  }

  /// "State" and "Homeland Security Departments" of "State and Homeland Security Departments" are two.
  private func several(_ entity: Candidate) -> [Candidate]? {
    let last = entity.tokens.upperBound - 1
    guard entity.label == .org, entity.why == .model, text.text.token(last, isOneOf: Self.severalOf),
      let and = entity.tokens.dropFirst().first(where: { text.text.token($0, is: "and") }), and + 1 < last
    else { return nil }
    return [
      candidate(entity.tokens.lowerBound..<and, .org, like: entity),
      candidate((and + 1)..<entity.tokens.upperBound, .org, like: entity),
    ]
  }

  /// What ends the names of several organizations that are named together.
  private static let severalOf: [StaticString] = [
    "departments", "ministries", "committees", "commissions", "universities", "colleges", "councils", "parties",
    "agencies",
  ]

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

  /// "University of Velden" and "Anna Rulk" of "University of Velden Anna Rulk", where a Rulk is about; "Anna Rulk" of
  /// "Minister of Education Anna Rulk".
  private func beforeFullName(_ entity: Candidate) -> [Candidate]? {
    let last = entity.tokens.upperBound - 1
    let first = last - 1
    guard entity.why == .model, text.words[first].entry.isFirstName, text.text[first].shape == .capitalized,
      text.text[last].shape == .capitalized, text.classes(at: last).isDisjoint(with: WordClasses.tails)
    else { return nil }
    let person = candidate(first..<(last + 1), .person, like: entity)
    let start = entity.tokens.lowerBound
    if text.text.token(start - 1, is: "of"), text.has([.title, .role], at: start - 2) { return [person] }
    let rest = start..<first
    guard people.contains(text.text[last].hash), rest.count > 1, !text.text.token(first - 1, is: "of") else {
      return nil
    }
    return [candidate(rest, entity.label, like: entity), person]
  }

  /// "University of Sheffield" and "UK" of "University of Sheffield of the UK".
  private func withoutSecondComplement(_ entity: Candidate) -> [Candidate]? {
    let complements = entity.tokens.filter { text.text.token($0, is: "of") }
    guard complements.count > 1, let last = complements.last, last > entity.tokens.lowerBound else { return nil }
    let start = text.text.token(last + 1, is: "the") ? last + 2 : last + 1
    guard start < entity.tokens.upperBound else { return nil }
    let rest = start..<entity.tokens.upperBound
    // "Council of Heads of QXD member states" ends in what the heads are of.
    if text.text.token(rest.upperBound, is: "member"), text.isJoined(at: rest.upperBound),
      text.text.token(rest.upperBound + 1, is: "states") || text.text.token(rest.upperBound + 1, is: "countries")
    {
      return [candidate(entity.tokens.lowerBound..<(rest.upperBound + 2), entity.label, like: entity)]
    }
    let isPlace = hasSense(.gpe, rest)
    guard isPlace || rest.count == 1 && text.text[start].shape == .allCaps && text.text[start].count > 1 else {
      return nil
    }
    return [
      candidate(entity.tokens.lowerBound..<last, entity.label, like: entity),
      candidate(rest, isPlace ? .gpe : .org, like: entity),
    ]
  }
}
