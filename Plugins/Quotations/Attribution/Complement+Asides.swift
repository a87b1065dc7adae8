/// What stands between a verb of saying and what is said: when, where and to whom.
extension Complement {
  /// Where what is said may begin, after words that tell when, where and to whom, or `nil` where nothing follows.
  func endOfAsides(after cue: Int, upTo end: Int) -> Int? {
    var at = cue + 1
    if text.tokens[cue].has(.addressingCue) || text.token(cue, is: "asked") || text.token(cue, is: "asks") {
      at = endOfAddress(at, upTo: end)
    }
    while at < end {
      guard let next = endOfAside(at, upTo: end) else { break }
      at = next
    }
    guard at < end, text.tokens[at].isWord, !isQuoted[at] else { return nil }
    return at
  }

  /// The end of the aside that begins at `at`, or `nil` where none does: "on Monday", "in a statement", "again".
  private func endOfAside(_ at: Int, upTo end: Int) -> Int? {
    let token = text.tokens[at]
    if isQuoted[at] { return nil }
    if token.has(.comma) { return endOfInsertion(at, upTo: end) }
    if token.has(.time), !token.has(.determiner) { return at + 1 }
    if token.has(.adverb), !token.has(.object) {
      guard at + 1 < end else { return nil }
      let next = text.tokens[at + 1]
      return next.has([.pronoun, .time, .preposition, .subordinator, .adverb]) || next.has(.determiner) ? at + 1 : nil
    }
    guard token.has(.preposition), cues.phrases.isOccasion(at, upTo: end) else { return nil }
    return endOfOccasion(at, upTo: end)
  }

  /// The end of "in a statement on the plan", "at a rally in Ohio": up to where a new phrase begins.
  private func endOfOccasion(_ start: Int, upTo end: Int) -> Int {
    var at = start + 1
    var hasNoun = false
    while at < end {
      let token = text.tokens[at]
      if !token.isWord, !token.has(.attached) || token.has([.comma, .colon, .dash]) || token.mark != nil { break }
      if isQuoted[at] || token.has([.subordinator, .auxiliary, .relative]), !token.has([.time, .occasion]) { break }
      if token.has(.pronoun), !token.has(.determiner) { break }
      if token.has(.preposition) {
        hasNoun = false
      } else if token.has(.determiner) {
        if hasNoun { break }
      } else if token.has([.occasion, .time]) {
        hasNoun = true
      } else if hasNoun, !token.has([.capital, .number]) || !text.tokens[at - 1].has(.capital) {
        break
      }
      if token.has(.capital), !token.has(.time) { hasNoun = true }
      at += 1
    }
    return at
  }

  /// The end of who is told: "reporters", "the crowd", "CNN".
  func endOfAddress(_ start: Int, upTo end: Int) -> Int {
    guard start < end, text.tokens[start].isWord, !text.token(start, is: "that"), !isQuestion(start),
      !text.tokens[start].has([.preposition, .time, .adverb])
    else { return start }
    if text.tokens[start].has(.object), !text.tokens[start].has(.determiner) { return start + 1 }
    for at in start + 1..<max(start + 1, min(end, start + Self.reach)) where beginsAfterAddress(at) { return at }
    return start
  }

  /// Whether who is told ends before `at`.
  private func beginsAfterAddress(_ at: Int) -> Bool {
    let token = text.tokens[at]
    let before = text.tokens[at - 1]
    if isQuoted[at] { return true }
    // The stop of "Gov." stands amid a sentence.
    if !token.isWord { return !token.has(.stop) || at + 1 == text.sentence(of: at).upperBound }
    if token.has(.pronoun), !token.has(.determiner) { return true }
    if text.token(at, is: "that") || text.token(at, is: "there") || isQuestion(at) { return true }
    if token.has(.preposition) { return cues.phrases.isOccasion(at, upTo: text.tokens.count) }
    if token.has(.time) { return true }
    if before.has([.preposition, .determiner, .conjunction, .honorific, .role]) { return false }
    if token.has(.determiner) { return true }
    return token.has(.capital) && !before.has(.capital) && before.isWord
  }

  /// The "that" after words between commas: "said, in his own way, that".
  func endOfInsertion(_ comma: Int, upTo end: Int) -> Int? {
    let next = text.tokens[comma + 1..<min(end, max(comma + 1, comma + 12))].firstIndex { $0.has(.comma) }
    guard let next, next + 1 < end, text.token(next + 1, is: "that") else { return nil }
    return next + 1
  }
}
