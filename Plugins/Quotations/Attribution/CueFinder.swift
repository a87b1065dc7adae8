/// Finds verbs of saying and their subjects around what is said.
struct CueFinder {
  let text: TokenizedText
  let phrases: SourcePhrase

  init(_ text: TokenizedText) {
    self.text = text
    phrases = SourcePhrase(text: text)
  }

  /// What stands before verbs and participles and is no subject: "please note", "a more detailed plan".
  private static let noSubjects: [StaticString] = ["please", "more", "most", "very"]
  private static let becoming: [StaticString] = [
    "became", "becomes", "become", "remained", "remains", "seemed", "seems",
  ]
  private static let continuing: [StaticString] = ["continued", "continues", "continuing"]
  private static let going: [StaticString] = ["went", "goes", "go", "going", "gone"]

  /// Whether the word at `index` is a verb of saying of one of `kinds` with a subject of its own.
  func isFinite(_ index: Int, _ kinds: Token.Traits = [.cue, .quotingCue]) -> Bool {
    let token = text.tokens[index]
    guard token.has(kinds), !token.has(.participle) else { return false }
    guard index > 0, text.tokens[index - 1].sentence == token.sentence else { return true }
    let before = text.tokens[index - 1]
    // "to say", "was told", and the "Claim" of a name.
    if token.has(.capital) || isPassive(index) || text.token(index - 1, is: "to") { return false }
    // "let me say", "heard him say"
    if before.has(.object), !before.has([.pronoun, .determiner]) { return false }
    if before.count < 7, Self.noSubjects.contains(where: { text.token(index - 1, is: $0) }) { return false }
    guard token.has(.ambiguous) else { return !before.has(.determiner) || before.has(.pronoun) }
    if index + 1 < text.tokens.count, text.tokens[index + 1].has(.auxiliary) { return false }
    if isNoun(index) { return false }
    guard !isPossessive(index - 1), !before.has(.determiner) || before.has(.pronoun) else { return false }
    return before.mark != nil
      || before.has([.capital, .pronoun, .comma, .adverb, .role, .auxiliary, .paper, .closeBracket])
  }

  /// Whether "a" or "an" leads up to the word at `index`, which is no form with "s" or "ed": "a new Norrsund Line report".
  private func isNoun(_ index: Int) -> Bool {
    guard !text.token(index, endsIn: "s"), !text.token(index, endsIn: "d") else { return false }
    let start = max(text.sentence(of: index).lowerBound, index - 6)
    for before in (start..<index).reversed() {
      if text.token(before, is: "a") || text.token(before, is: "an") { return true }
      let token = text.tokens[before]
      if !token.isWord || token.has([.preposition, .conjunction, .auxiliary, .pronoun, .verb, .relative]) {
        return false
      }
    }
    return false
  }

  /// Whether a form of "be" stands before the verb at `index`: "was told", "were twice denied"; or whoever is told is missing:
  /// "was hauled in and told that".
  private func isPassive(_ index: Int) -> Bool {
    var last = index - 1
    while last > 0, text.tokens[last].has(.adverb), text.tokens[last - 1].sentence == text.tokens[index].sentence {
      last -= 1
    }
    if text.tokens[last].has(.be) || Self.becoming.contains(where: { text.token(last, is: $0) }) { return true }
    return text.token(index, is: "told") && index + 1 < text.tokens.count && text.token(index + 1, is: "that")
  }

  /// The verb with "to" that leads up to the one at `cue`: "went on to say", "continued to insist".
  func verbGoverning(_ cue: Int, from start: Int) -> Int? {
    guard cue - 2 > start, text.token(cue - 1, is: "to"), text.tokens[cue].has(.cue) else { return nil }
    if Self.continuing.contains(where: { text.token(cue - 2, is: $0) }) { return cue - 2 }
    guard cue - 3 > start, text.token(cue - 2, is: "on"),
      Self.going.contains(where: { text.token(cue - 3, is: $0) })
    else { return nil }
    return cue - 3
  }

  /// Whether the word at `index` is one such as "didn't".
  func endsInNot(_ index: Int) -> Bool {
    text.tokens[index].count > 4 && (text.token(index, endsIn: "n't") || text.token(index, endsIn: "n’t"))
  }

  /// Whether the word at `index` ends in an apostrophe and an "s".
  func isPossessive(_ index: Int) -> Bool {
    text.tokens[index].isWord && (text.token(index, endsIn: "'s") || text.token(index, endsIn: "’s"))
  }

  /// The attribution that stands in `tokens`, right after something said: "he said", "said the minister".
  func attribution(after tokens: Range<Int>) -> Attribution? {
    var start = tokens.lowerBound
    let end = min(tokens.upperBound, start + SourcePhrase.reach)
    while start < end, !text.tokens[start].isWord || text.tokens[start].has([.conjunction, .adverb]) {
      guard text.tokens[start].mark == nil, !text.tokens[start].has(.stop) else { return nil }
      start += 1
    }
    guard start < end else { return nil }
    if let according = accordingTo(at: start, upTo: end) { return according }
    // "a dit"
    if text.tokens[start].has(.auxiliary), start + 1 < end, isFinite(start + 1) { start += 1 }
    if isFinite(start), !text.tokens[start].has(.pronoun) {
      guard let source = phrases.subject(after: start + 1, upTo: end) else { return nil }
      return Attribution(source: source, cue: start..<start + 1)
    }
    if text.token(start, is: "as"), start + 1 < end { start += 1 }
    guard !text.tokens[start].has([.preposition, .auxiliary, .subordinator, .relative]) else { return nil }
    guard let cue = verb(after: start, upTo: end) else { return nil }
    return phrases.whole(start..<cue).map { Attribution(source: $0, cue: cueRange(cue, upTo: end)) }
  }

  /// "according to" and who follows.
  func accordingTo(at index: Int, upTo end: Int) -> Attribution? {
    guard index + 2 < end, text.token(index, is: "according"), text.token(index + 1, is: "to"),
      let source = phrases.subject(after: index + 2, upTo: end)
    else { return nil }
    return Attribution(source: source, cue: index..<index + 2)
  }

  /// The verb of saying whose subject begins at `start`.
  private func verb(after start: Int, upTo end: Int) -> Int? {
    var isInRelative = false
    var last: Int?
    for index in start..<end {
      let token = text.tokens[index]
      if token.mark != nil || token.has([.colon, .dash]) { break }
      if token.has(.relative), index > start { isInRelative = true }
      if token.has(.comma) {
        if last != nil { return last }
        isInRelative = false
      }
      if token.has(.subordinator), !token.has([.relative, .preposition]), index > start { break }
      guard index > start, isFinite(index) else { continue }
      if !isInRelative { return index }
      last = index
    }
    return last
  }

  /// The attribution that leads up to something said at the end of `tokens`: "he said,", "told reporters:", "saying".
  func attribution(before tokens: Range<Int>) -> Attribution? {
    let start = tokens.lowerBound
    var end = tokens.upperBound
    guard end > start else { return nil }
    let last = text.tokens[end - 1]
    let isSure = last.has([.comma, .colon])
    if isSure { end -= 1 }
    let isColon = last.has(.colon)
    var index = end - 1
    var steps = 0
    while index >= start, steps < (isColon ? 40 : isSure ? 14 : 8) {
      let token = text.tokens[index]
      if token.mark != nil || token.has(.colon) { break }
      if !isColon, token.has(.comma), steps > 0 { break }
      if !isSure, steps > 0, token.has([.subordinator, .auxiliary]) || token.has(.pronoun) && !isObject(index) {
        break
      }
      if token.has(.participle), token.has([.cue, .quotingCue]) {
        return Attribution(source: subject(ofParticiple: index, from: start), cue: cueRange(index, upTo: end))
      }
      if isFinite(index),
        isSure || steps == 0 || token.has(.addressingCue) || isShortWay(index + 1..<end)
      {
        if let source = subject(before: index, from: start) {
          return Attribution(source: source, cue: cueRange(index, upTo: end))
        }
        if !isColon { return nil }
      }
      index -= 1
      steps += 1
    }
    return isColon ? label(start..<end) : nil
  }

  private func isObject(_ index: Int) -> Bool { text.token(index, is: "you") || text.token(index, is: "it") }

  /// Whether words between a verb of saying and what is said only tell when, where and to whom.
  private func isShortWay(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy { index in
      let token = text.tokens[index]
      return token.has([.time, .adverb, .occasion, .preposition, .determiner, .capital, .number])
    }
  }

  /// Whoever a line with a colon names, where it is short: "Keller:".
  private func label(_ tokens: Range<Int>) -> Attribution? {
    guard tokens.count <= 8, let first = tokens.first, let last = tokens.last, text.tokens[first].has(.capital),
      text.tokens[last].has(.capital),
      tokens.allSatisfy({ index in
        let token = text.tokens[index]
        return (token.isWord || token.has(.stop)) && !token.has([.auxiliary, .cue, .quotingCue, .pronoun, .time])
      })
    else { return nil }
    return Attribution(source: tokens, cue: nil)
  }

  /// The subject of the verb at `cue`; of a second verb ("He laughed and said") that of the first.
  func subject(before cue: Int, from start: Int) -> Range<Int>? {
    if let subject = phrases.subject(before: cue, from: start) { return subject }
    var last = cue - 1
    while last > start, text.tokens[last].has([.adverb, .auxiliary]) { last -= 1 }
    guard last > start + 1, text.token(last, is: "and") || text.token(last, is: "but") else { return nil }
    return sentenceSubject(start..<last)
  }

  /// The subject of the sentence whose end "saying" begins.
  private func subject(ofParticiple index: Int, from start: Int) -> Range<Int>? {
    let sentence = text.sentence(of: index)
    for earlier in (max(start, index - SourcePhrase.reach)..<index).reversed()
    where text.tokens[earlier].mark == nil && isFinite(earlier) {
      if let source = phrases.subject(before: earlier, from: start) { return source }
    }
    return sentenceSubject(sentence.lowerBound..<index)
  }

  /// The phrase that a sentence begins with, up to what looks like its verb.
  func sentenceSubject(_ tokens: Range<Int>) -> Range<Int>? {
    var start = tokens.lowerBound
    let end = min(tokens.upperBound, start + SourcePhrase.reach)
    while start < end, let next = phrases.endOfIntroduction(at: start, before: end) { start = next }
    guard start < end else { return nil }
    if text.tokens[start].has(.pronoun), !text.tokens[start].has(.determiner) { return start..<start + 1 }
    guard text.tokens[start].has([.capital, .determiner]), !text.tokens[start].has([.preposition, .subordinator]) else {
      return nil
    }
    var at = start
    var hasNoun = false
    while at < end {
      let token = text.tokens[at]
      let isPart =
        token.has([.capital, .determiner, .role, .paper, .honorific, .number, .stop]) || text.token(at, is: "of")
      if !isPart, hasNoun || token.has([.auxiliary, .cue, .quotingCue, .adverb, .comma]) { break }
      if !token.isWord, !token.has(.stop) { break }
      if at > start || !token.has(.determiner) { hasNoun = true }
      at += 1
    }
    return at > start ? start..<at : nil
  }

  /// Without what only ties a sentence to the one before: "But", "Still,".
  func withoutConnectives(_ tokens: Range<Int>) -> Range<Int> {
    var start = tokens.lowerBound
    if start + 3 < tokens.upperBound, text.token(start, is: "for"), text.tokens[start + 2].has(.comma),
      text.token(start + 1, is: "example") || text.token(start + 1, is: "instance")
    {
      start += 3
    }
    while start + 1 < tokens.upperBound, text.tokens[start].mark == nil {
      let token = text.tokens[start]
      let isTie = ["and", "but", "or", "so"].contains { text.token(start, is: $0) }
      guard isTie || token.has(.adverb) && text.tokens[start + 1].has(.comma) && !token.has(.time) else { break }
      start += 1
      if text.tokens[start].has(.comma) { start += 1 }
    }
    return start..<tokens.upperBound
  }

  /// A verb with "reporters" after it where they are told.
  func cueRange(_ cue: Int, upTo end: Int) -> Range<Int> {
    guard text.tokens[cue].has(.addressingCue), cue + 1 < end,
      text.token(cue + 1, is: "reporters") || text.token(cue + 1, is: "journalists")
    else { return cue..<cue + 1 }
    return cue..<cue + 2
  }
}
