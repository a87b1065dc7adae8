/// Finds the words that name who speaks, to the left or to the right of a verb of saying.
///
/// Without a parser these are rules of thumb about where noun phrases begin and end: at commas, clauses, adverbs and
/// expressions of time and occasion.
struct SourcePhrase {
  let text: TokenizedText

  /// How many tokens around a verb are looked at, so that a sentence without end costs no more than others.
  static let reach = 80

  /// The subject that ends before the verb at `cue` and begins at `start` or later.
  func subject(before cue: Int, from start: Int) -> Range<Int>? {
    let start = max(start, cue - Self.reach)
    var end = cue
    while end > start, text.tokens[end - 1].has([.adverb, .auxiliary, .time]), !text.tokens[end - 1].has(.pronoun) {
      end -= 1
    }
    // "is alleged to have said"
    guard end > start, !text.tokens[end - 1].has(.conjunction), !text.token(end - 1, is: "to") else { return nil }
    if text.tokens[end - 1].has([.pronoun, .relative]) { return end - 1..<end }
    // "as mentioned before"
    if text.tokens[end - 1].has(.subordinator), !text.tokens[end - 1].has([.determiner, .adverb]) { return nil }
    if text.tokens[end - 1].has(.comma) { return apposition(start..<end - 1) }
    // "Keller, known as “the Keeper,” said"
    if isName(endingAt: end - 1, from: start) { return apposition(start..<end).map { $0.lowerBound..<end } }
    let first = firstToken(ofPhraseEndingAt: end - 1, from: start)
    return trimmed(first..<end)
  }

  /// Whether a mark at `last` ends a comma and a few words in marks that an apposition calls somebody.
  private func isName(endingAt last: Int, from start: Int) -> Bool {
    guard text.tokens[last].mark != nil, last - 2 > start, text.tokens[last - 1].has(.comma) else { return false }
    let opening = (max(start, last - 5)..<last - 1).last { text.tokens[$0].mark != nil }
    return opening.map { text.tokens[start..<$0].contains { $0.has(.comma) } } ?? false
  }

  /// A phrase with commas in it: "Maria Keller, the director of the port". What leads up to it is left out.
  private func apposition(_ tokens: Range<Int>) -> Range<Int>? {
    var start = tokens.lowerBound
    while start < tokens.upperBound, let end = endOfIntroduction(at: start, before: tokens.upperBound) { start = end }
    // A second parenthesis: "he said, smiling," has no subject at its comma.
    return trimmed(start..<endOfAppositions(start..<tokens.upperBound))
  }

  /// Where a phrase ends before what tells how it was said: "Keller, in remarks to the press", "Keller, however".
  private func endOfAppositions(_ tokens: Range<Int>) -> Int {
    guard let comma = text.tokens[tokens].lastIndex(where: { $0.has(.comma) }), comma + 1 < tokens.upperBound,
      comma > tokens.lowerBound
    else { return tokens.upperBound }
    let next = text.tokens[comma + 1]
    let isAside =
      next.has([.adverb, .participle, .subordinator]) && !next.has(.relative)
      || next.has(.preposition) && !text.token(comma + 1, is: "of")
    return isAside ? comma : tokens.upperBound
  }

  /// Whether the phrase ends in somebody who can speak: a name, a pronoun, a role or a paper.
  func namesSpeaker(_ tokens: Range<Int>) -> Bool {
    text.tokens[tokens.upperBound - 1].has([.capital, .pronoun, .relative, .role, .paper])
  }

  /// Whether a phrase is no way of doing something: "according to the old system", "according to the “old” system".
  func canSpeak(_ tokens: Range<Int>) -> Bool {
    if tokens.count == 1, text.tokens[tokens.lowerBound].has(.determiner) { return false }
    let end = tokens.dropFirst().first { text.tokens[$0].has([.comma, .preposition, .relative]) } ?? tokens.upperBound
    return ![
      "system", "theory", "plan", "plans", "rule", "rules", "schedule", "model", "method", "principle", "principles",
      "standards", "criteria", "need", "needs", "size", "age",
    ].contains { text.token(end - 1, is: $0) }
  }

  /// Where what stands between commas before the verb at `end` begins: "…, her aide, Tom Keller, said", which may be said of
  /// what comes before.
  func appositionAlone(before end: Int, from start: Int) -> Range<Int>? {
    guard end - 1 > start, text.tokens[end - 1].has(.comma) else { return nil }
    var found: Range<Int>?
    for index in (max(start, end - 20)..<end - 1).reversed() {
      let token = text.tokens[index]
      if token.has(.comma) {
        if text.tokens[index + 1].has([.capital, .determiner, .role]) { found = index + 1..<end - 1 }
        continue
      }
      let isNoun = token.has([.capital, .ambiguous])
      if !token.isWord && !token.has(.stop)
        || token.has([.auxiliary, .verb, .saying, .relative, .conjunction]) && !isNoun
      {
        break
      }
    }
    return found.flatMap { phrase in
      phrase.contains { text.tokens[$0].has(.comma) } && namesSpeaker(phrase) ? phrase : nil
    }
  }

  /// Where what leads up to a subject ends: "But", "On Monday,", "The following day,", "When it was over,".
  func endOfIntroduction(at start: Int, before end: Int) -> Int? {
    let token = text.tokens[start]
    if token.has([.conjunction, .comma, .dash, .colon]) || token.has(.adverb) { return start + 1 }
    if !token.isWord { return start + 1 }
    if token.has(.determiner), !token.has(.pronoun),
      let comma = text.tokens[start..<min(end, start + 5)].firstIndex(where: { $0.has(.comma) }),
      text.tokens[comma - 1].has(.time)
    {
      return comma + 1
    }
    guard token.has([.preposition, .subordinator, .time, .participle]) || isParticiple(start) else { return nil }
    return text.tokens[start..<end].firstIndex { $0.has(.comma) }.map { $0 + 1 }
  }

  /// The words at `tokens`, all of them, without commas and adverbs at their borders.
  func whole(_ tokens: Range<Int>) -> Range<Int>? {
    var end = tokens.upperBound
    while end > tokens.lowerBound, text.tokens[end - 1].has([.adverb, .auxiliary]) { end -= 1 }
    return trimmed(tokens.lowerBound..<end)
  }

  private func isParticiple(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard !token.has(.capital) || text.sentence(of: index).lowerBound == index else { return false }
    let bytes = text.text.utf8.span
    let end = Int(token.end)
    guard end - Int(token.start) > 4 else { return false }
    let last = (bytes[end - 3], bytes[end - 2], bytes[end - 1])
    return last == (0x69, 0x6E, 0x67) || last.1 == 0x65 && last.2 == 0x64  // -ing, -ed
  }

  private func firstToken(ofPhraseEndingAt last: Int, from start: Int) -> Int {
    var first = last
    if text.tokens[last].has(.closeBracket) {
      first = text.tokens[start..<last].lastIndex { $0.has(.openBracket) } ?? last
    }
    while first > start {
      let before = text.tokens[first - 1]
      if before.mark != nil || before.has([.comma, .colon, .dash, .openBracket]) { break }
      if before.has([.subordinator, .relative, .auxiliary]), !before.has(.preposition) { break }
      if before.has(.pronoun), !before.has(.determiner) { break }
      if before.has(.closeBracket) {
        guard let bracket = text.tokens[start..<first - 1].lastIndex(where: { $0.has(.openBracket) }) else { break }
        first = bracket
        continue
      }
      if before.has([.cue, .quotingCue]), !before.has([.ambiguous, .capital]) { break }
      if before.has(.conjunction), !joinsNames(first - 1, from: start) { break }
      if before.has(.adverb), !isAmount(first), first - 2 < start || !text.tokens[first - 2].has(.determiner) { break }
      first -= 1
    }
    return first
  }

  /// Whether "and" joins what is before it with what is after it to one phrase.
  private func joinsNames(_ index: Int, from start: Int) -> Bool {
    guard index > start, index + 1 < text.tokens.count else { return false }
    let before = text.tokens[index - 1]
    let after = text.tokens[index + 1]
    return before.has([.capital, .role, .paper]) && after.has([.capital, .role, .paper, .determiner])
  }

  /// The phrase without what can't be at its borders: commas, adverbs, "On Tuesday".
  private func trimmed(_ tokens: Range<Int>) -> Range<Int>? {
    var start = tokens.lowerBound
    var end = tokens.upperBound
    while start < end {
      let token = text.tokens[start]
      let isWhen = token.has(.time) && start + 1 < end
      // "nearly half", "about a third"
      if token.has(.adverb) || text.token(start, is: "about"), start + 1 < end, isAmount(start + 1) { break }
      // "Responding to the claims Keller said"
      let isLeading = token.has(.preposition) || isOpeningGerund(start) && start + 1 < end
      guard !token.isWord || token.has([.conjunction, .adverb]) || isWhen || isLeading else { break }
      if isLeading {
        // "In Ohio Keller said" can't be told from "In the end Keller said"; the name at the end is the subject.
        start = lastName(in: start + 1..<end) ?? start + 1
        break
      }
      start += 1
    }
    while end > start, !text.tokens[end - 1].isWord, !text.tokens[end - 1].has([.closeBracket, .stop]) { end -= 1 }
    return start < end ? start..<end : nil
  }

  /// Whether a sentence begins with the "Responding" or "Asked" at `index`.
  private func isOpeningGerund(_ index: Int) -> Bool {
    text.sentence(of: index).lowerBound == index && !text.tokens[index].has(.determiner) && isParticiple(index)
  }

  private func isAmount(_ index: Int) -> Bool {
    text.tokens[index].has(.number)
      || ["half", "a", "two-thirds", "all", "one", "two", "three", "four", "every"].contains {
        text.token(index, is: $0)
      }
  }

  private func lastName(in tokens: Range<Int>) -> Int? {
    var start = tokens.upperBound
    while start > tokens.lowerBound, text.tokens[start - 1].has(.capital), !text.tokens[start - 1].has(.time) {
      start -= 1
    }
    return start < tokens.upperBound ? start : nil
  }

  /// The subject that follows the verb that ends before `start`, up to `end` at most: "said Maria Keller, who …".
  func subject(after start: Int, upTo end: Int) -> Range<Int>? {
    guard start < end else { return nil }
    let end = min(end, start + Self.reach)
    let first = text.tokens[start]
    guard first.isWord, !first.has([.subordinator, .conjunction, .auxiliary, .time, .participle]) else { return nil }
    if first.has(.pronoun), !first.has(.determiner) { return start..<start + 1 }
    guard !first.has([.preposition, .adverb]) else { return nil }
    var reach = Reach()
    var at = start
    while at < end, goes(on: at, from: start, upTo: end, &reach) { at += 1 }
    return trimmed(start..<at)
  }

  /// What a phrase has come to while it is read to the right.
  private struct Reach {
    var isInRelative = false
    var isInApposition = false
    var brackets = 0
  }

  private func goes(on at: Int, from start: Int, upTo end: Int, _ reach: inout Reach) -> Bool {
    let token = text.tokens[at]
    if token.has(.openBracket) { reach.brackets += 1 }
    if token.has(.closeBracket) {
      reach.brackets -= 1
      return reach.brackets >= 0
    }
    if reach.brackets > 0 { return true }
    if token.mark != nil || token.has([.colon, .dash]) { return false }
    if token.has(.stop) { return at + 1 < end }
    if token.has(.comma) { return goesOn(afterComma: at, upTo: end, &reach) }
    if token.has(.relative) {
      reach.isInRelative = true
      return true
    }
    if reach.isInRelative { return true }
    if token.has(.conjunction) {
      guard at + 1 < end else { return false }
      let next = text.tokens[at + 1]
      return next.isWord && !next.has([.pronoun, .auxiliary, .participle, .cue, .preposition]) || next.has(.determiner)
    }
    if token.has(.preposition) {
      if isOccasion(at, upTo: end) { return false }
      if text.token(at, is: "of") || text.token(at, is: "for") || text.token(at, is: "from") { return true }
      return reach.isInApposition
        || at > start && (!text.tokens[at - 1].has(.capital) || text.tokens[at - 1].has(.role))
    }
    if token.has([.subordinator, .auxiliary]) { return false }
    // "according to Keller the line …"
    if token.has(.determiner), at > start, text.tokens[at - 1].has(.capital), !reach.isInApposition { return false }
    if token.has([.time, .adverb]), !token.has(.capital) || token.has(.time) { return false }
    if token.has([.pronoun]), !token.has([.determiner]) { return false }
    if token.has(.participle) { return false }
    return true
  }

  private func goesOn(afterComma comma: Int, upTo end: Int, _ reach: inout Reach) -> Bool {
    guard comma + 1 < end else { return false }
    let next = text.tokens[comma + 1]
    guard next.isWord else { return false }
    if next.has(.relative) { return !text.token(comma + 1, is: "where") }
    if next.has([.participle, .conjunction, .auxiliary, .time, .cue]), !next.has(.capital) { return false }
    if next.has([.pronoun, .subordinator]), !next.has(.determiner) { return false }
    if next.has(.preposition) { return text.token(comma + 1, is: "of") }
    if next.has(.adverb) {
      guard comma + 2 < end, text.tokens[comma + 2].isWord,
        !text.tokens[comma + 2].has([.auxiliary, .pronoun, .preposition, .cue, .conjunction])
      else { return false }
    }
    if !next.has([.capital, .determiner, .role, .number]), isParticiple(comma + 1) { return false }
    reach.isInApposition = true
    reach.isInRelative = false
    return true
  }

  /// Whether the preposition at `index` begins an expression of time or occasion: "on Tuesday", "in an interview with".
  func isOccasion(_ index: Int, upTo end: Int) -> Bool {
    guard text.tokens[index].has(.preposition) else { return false }
    if text.token(index, is: "of") || text.token(index, is: "for") || text.token(index, is: "from") { return false }
    guard index + 1 < end else { return false }
    for next in text.tokens[index + 1..<min(end, index + 5)] {
      if next.has([.occasion, .time]) { return true }
      if next.has([.preposition, .comma, .stop]) || next.mark != nil { return false }
    }
    return text.tokens[index + 1].has(.number) && text.tokens[index + 1].count == 4
  }
}
