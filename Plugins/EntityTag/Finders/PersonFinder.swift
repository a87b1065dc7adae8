internal import DocumentModel

/// Finds people: by a title or role before the name, by a first name, by initials, by a family name, by who speaks.
struct PersonFinder: CandidateFinder {
  private static let longestName = 5

  func candidates(in text: LookedUpText) -> [Candidate] {
    var found: [Candidate] = []
    var index = 0
    while index < text.count {
      if text.isCapital(index), let name = name(at: index, in: text) {
        found.append(name)
        index = name.tokens.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private func name(at index: Int, in text: LookedUpText) -> Candidate? {
    guard !text.text[index].isPossessive, !text.has([.function, .month], at: index) || text.text[index].isInitial
    else { return nil }
    if let start = afterTitle(index, in: text) { return titled(from: start, title: index, in: text) }
    // "Foreign Minister …": a word that goes with a title is none of the name.
    guard isPlain(index, in: text) else { return nil }
    let end = end(from: index, in: text)
    let count = end - index
    guard count > 1 else { return lone(index, in: text) }
    guard let score = score(index..<end, in: text) else { return nil }
    return candidate(index..<end, score, text)
  }

  // MARK: - Titles

  /// The token after the title at `index` and its stop.
  private func afterTitle(_ index: Int, in text: LookedUpText) -> Int? {
    guard text.has(.title, at: index) else { return nil }
    let next = text.text.byte(index + 1) == 0x2E && text.text[index + 1].followsSpace == false ? index + 2 : index + 1
    guard text.isJoined(at: next), text.isCapital(next), !text.text[next].isPossessive else { return nil }
    return next
  }

  private func titled(from start: Int, title: Int, in text: LookedUpText) -> Candidate? {
    // Titles follow each other: "Lt. Gen."; the last one's turn comes.
    if text.has(.title, at: start), !text.words[start].entry.isFirstName, afterTitle(start, in: text) != nil {
      return nil
    }
    guard isPlain(start, in: text) else { return nil }
    let end = end(from: start, in: text)
    guard end > start, !text.has([.function, .month], at: start) else { return nil }
    let isFirst = text.words[start].entry.isFirstName
    let isKnown = isFirst || text.words[start].entry.isLastName || text.words[end - 1].entry.isLastName
    // "General Assembly", "Justice Department", "Secretary of State Rice".
    if !text.classes(at: end - 1).isDisjoint(with: .tails),
      !isKnown || end - start == 1 && text.has(.orgTail, at: start)
    {
      return nil
    }
    if text.words[start].isInTitleCase, !isKnown || text.words[start].entry.isCommon { return nil }
    if !isKnown, isElse(start..<end, in: text) { return nil }
    return candidate(
      start..<end, isKnown || !text.words[title].entry.isCommon ? Confidence.sure : Confidence.good, text)
  }

  /// Whether a person's name can begin here: not with "State" of "State Condoleezza Rice", not before "Minister".
  private func isPlain(_ index: Int, in text: LookedUpText) -> Bool {
    let word = text.words[index]
    if text.has(.title, at: index + 1), text.isCapital(index + 1), text.isJoined(at: index + 1),
      !text.words[index + 1].entry.isFirstName, !text.words[index + 1].entry.isLastName
    {
      return false
    }
    return word.classes.isDisjoint(with: .tails) || word.entry.isFirstName || word.entry.isLastName
  }

  // MARK: - Names without a title

  private func score(_ tokens: Range<Int>, in text: LookedUpText) -> Double? {
    let first = text.words[tokens.lowerBound]
    let last = text.words[tokens.upperBound - 1]
    let isDoubtful = first.beginsSentence || first.isInTitleCase
    let lastIsTail = !last.classes.isDisjoint(with: .tails) && !last.entry.isLastName
    guard !lastIsTail else { return nil }
    if isElse(tokens, in: text) { return nil }
    if text.text[tokens.lowerBound].isInitial {
      return last.entry.isLastName || tokens.count > 2 ? Confidence.good : Confidence.fair
    }
    if first.entry.isFirstName {
      if last.entry.isLastName {
        return first.entry.isCommon && last.entry.isCommon ? (isDoubtful ? nil : Confidence.fair) : Confidence.sure
      }
      if first.entry.isCommon, isDoubtful { return nil }
      if last.entry.isCommon || first.isInTitleCase { return hasEvidence(tokens, in: text) ? Confidence.fair : nil }
      return first.entry.isCommon ? Confidence.fair : Confidence.good
    }
    if hasEvidence(tokens, in: text), !first.isInTitleCase, !(first.beginsSentence && first.entry.isCommon) {
      return last.entry.isLastName && !last.entry.isCommon ? Confidence.good : Confidence.fair
    }
    // "Lee Soo-hyuk": a small letter after the hyphen is how Korean given names are written.
    if tokens.count >= 3, text.text[tokens.upperBound - 1].shape == .lower, text.text.isHyphen(tokens.upperBound - 2),
      text.isCapital(tokens.upperBound - 3), tokens.count == 4
    {
      return Confidence.good
    }
    if last.entry.isLastName, !last.entry.isCommon, !first.isInTitleCase, !first.entry.isCommon, !first.entry.hasSenses,
      first.classes.isEmpty
    {
      return Confidence.fair
    }
    return nil
  }

  /// A family name alone that someone's words are ascribed to.
  private func lone(_ index: Int, in text: LookedUpText) -> Candidate? {
    let word = text.words[index]
    guard !word.isInTitleCase, word.classes.isDisjoint(with: WordClasses.tails.union([.noName])),
      word.classes.isDisjoint(with: [.title, .role]) || word.entry.isFirstName, !word.entry.isCommon,
      !word.entry.hasSenses
    else {
      return nil
    }
    guard text.text[index].shape == .capitalized || text.text[index].shape == .mixed, text.text[index].count > 2 else {
      return nil
    }
    if text.text.isHyphen(index + 1) || text.text.isHyphen(index - 1) { return nil }
    let tokens = index..<(index + 1)
    if hasEvidence(tokens, in: text), word.entry.isLastName || word.entry.isFirstName {
      return candidate(tokens, Confidence.likely, text)
    }
    if word.entry.isFirstName, !word.beginsSentence { return candidate(tokens, Confidence.fair, text) }
    if hasEvidence(tokens, in: text), !word.beginsSentence || speaks(after: tokens, in: text) {
      return candidate(tokens, Confidence.weak, text)
    }
    return nil
  }

  /// A role before the name, or a word of saying beside it.
  private func hasEvidence(_ tokens: Range<Int>, in text: LookedUpText) -> Bool {
    if speaks(after: tokens, in: text) { return true }
    let before = tokens.lowerBound - 1
    guard text.isJoined(at: tokens.lowerBound), let previous = text.text.token(at: before), previous.shape == .lower
    else { return false }
    return text.has([.role, .said], at: before)
  }

  /// "… said", "…, 45,", "…, who"
  private func speaks(after tokens: Range<Int>, in text: LookedUpText) -> Bool {
    var next = tokens.upperBound
    guard text.isJoined(at: next) else { return false }
    if text.has(.said, at: next), text.text[next].shape == .lower { return true }
    guard text.text.byte(next) == 0x2C else { return false }
    next += 1
    if text.text.token(next, is: "who") || text.text.token(next, is: "whose") { return true }
    guard let age = text.text.token(at: next), age.isNumber, age.count == 2 else { return false }
    return text.text.byte(next + 1) == 0x2C
  }

  // MARK: - Reach

  /// The token after the name that begins at `start`: capitals, initials, particles, hyphens, and a suffix.
  private func end(from start: Int, in text: LookedUpText) -> Int {
    var end = start
    while end < text.count, end - start < Self.longestName, end == start || text.isJoined(at: end) {
      let word = text.words[end]
      let token = text.text[end]
      if end > start, isSuffix(end, in: text) {
        return text.text.byte(end + 1) == 0x2E && text.text[end].count == 2 ? end + 2 : end + 1
      }
      if text.isCapital(end), !token.isPossessive,
        token.isInitial || word.classes.isDisjoint(with: [.function, .month]),
        !token.isAcronym || token.count < 7, !(end > start && word.beginsSentence)
      {
        if end > start, isBorder(end, after: end - 1, in: text) || isPostNominal(end, in: text) { break }
        end += 1
      } else if end > start, text.text.isHyphen(end),
        text.isCapital(end + 1) || text.has(.particle, at: end - 1)
          || text.text[end + 1].count <= 4 && text.text[end + 1].isWord
      {
        end += 2
      } else if end > start, let next = afterParticles(end, in: text) {
        end = next
      } else {
        break
      }
    }
    return min(end, text.count)
  }

  /// Letters after a name: "Anna Berg OBE".
  private func isPostNominal(_ index: Int, in text: LookedUpText) -> Bool {
    let token = text.text[index]
    return token.shape == .allCaps && token.count > 1 && !token.isAcronym && text.text[index - 1].shape == .capitalized
      && text.text[index - 1].count > 2
  }

  private func isSuffix(_ index: Int, in text: LookedUpText) -> Bool {
    text.has(.nameSuffix, at: index) && text.isCapital(index)
  }

  /// A title inside a run of capitals begins another name: "Bush President Putin".
  private func isBorder(_ index: Int, after previous: Int, in text: LookedUpText) -> Bool {
    text.has(.title, at: index) && !text.words[index].entry.isLastName && !text.words[index].entry.isFirstName
  }

  /// The token after the capital that follows one to three particles in small letters: "van der Berg", "al-Maliki".
  private func afterParticles(_ index: Int, in text: LookedUpText) -> Int? {
    var next = index
    while next < index + 3, text.has(.particle, at: next), text.text[next].shape == .lower { next += 1 }
    guard next > index, next < text.count else { return nil }
    if text.text.isHyphen(next) { next += 1 }
    guard text.isCapital(next), text.isJoined(at: next), !text.has([.function, .month], at: next) else { return nil }
    return next + 1
  }

  // MARK: - Other readings

  /// Whether the whole, or a word of two, is known as something else: "South Africa", "Amazon River".
  private func isElse(_ tokens: Range<Int>, in text: LookedUpText) -> Bool {
    if tokens.contains(where: {
      !text.classes(at: $0).isDisjoint(with: [.direction, .lawTail, .orgSuffix]) && !text.words[$0].entry.isFirstName
        && !text.words[$0].entry.isLastName
    }) {
      return true
    }
    if isKnownThing(tokens, in: text) { return true }
    for index in tokens {
      let entry = text.words[index].entry
      if entry.isFirstName && index == tokens.lowerBound || entry.isLastName && index > tokens.lowerBound { continue }
      var isElse = false
      text.gazetteer.forEachSense(of: entry) { sense in
        switch sense.label {
        case .norp, .language: isElse = isElse || sense.strength != .context
        case .gpe, .loc, .org, .product, .event: isElse = isElse || sense.strength == .sure
        default: break
        }
      }
      if isElse { return true }
    }
    return false
  }

  /// Whether the gazetteer has the first two words or more as a place or an organization: "Hong Kong", "Hong Kong Island".
  private func isKnownThing(_ tokens: Range<Int>, in text: LookedUpText) -> Bool {
    var hash = text.text[tokens.lowerBound].hash
    var entry = text.words[tokens.lowerBound].entry
    for index in tokens.dropFirst() {
      guard entry.isPrefix else { return false }
      hash = Gazetteer.extended(hash, by: text.text[index].hash)
      entry = text.gazetteer.entry(hash)
      var isThing = false
      text.gazetteer.forEachSense(of: entry) { sense in
        if sense.label != .person, sense.strength == .sure { isThing = true }
      }
      if isThing { return true }
    }
    return false
  }

  private func candidate(_ tokens: Range<Int>, _ score: Double, _ text: LookedUpText) -> Candidate {
    Candidate(tokens: tokens, range: text.text.range(of: tokens), label: .person, why: .rule, score: score)
  }
}
