/// Finds what a verb of saying governs: the words after it that tell what is said.
///
/// A clause with "that" or without, a question ("asked whether"), an infinitive ("vowed to stay") or a phrase ("announced a
/// deal"), as the verb allows. When, where and to whom it was said may stand before.
struct Complement {
  let text: TokenizedText
  let cues: CueFinder
  /// Whether each token stands in quotation marks.
  let isQuoted: [Bool]

  /// How many tokens after the verb what is said begins at the latest.
  static let reach = 14

  /// What the verb at `cue` governs, before `end`.
  func content(of cue: Int, upTo end: Int) -> Range<Int>? {
    let verb = text.tokens[cue]
    if cue + 2 < end, hasParticle(cue) { return phrase(from: cue + 2, of: cue, upTo: end) }
    let start = endOfAsides(after: cue, upTo: end)
    if verb.has(.saying) {
      if let start, let content = unquoted(from: start, of: cue, upTo: end) { return content }
      if verb.has([.plainCue, .addressingCue, .infinitiveCue]) || !verb.has(.ambiguous),
        let that = that(after: cue, upTo: end)
      {
        return clause(from: that + 1, upTo: end)
      }
    }
    // "which she describes as her home"
    if verb.has(.objectCue), let start, start + 2 < end, text.token(start, is: "as") {
      return clause(from: start, upTo: end)
    }
    // "ships call at a “safe” harbour"
    if cue + 1 < end, text.tokens[cue + 1].has(.preposition),
      ["at", "with", "from", "to"].contains(where: { text.token(cue + 1, is: $0) })
    {
      return nil
    }
    guard let quoted = (cue + 1..<min(end, cue + 12)).first(where: { isQuoted[$0] }) else { return nil }
    guard !text.tokens[cue + 1..<quoted].contains(where: { $0.has([.comma, .colon, .stop]) }) else { return nil }
    return phrase(from: cue + 1, of: cue, upTo: end, atLeast: quoted)
  }

  private func unquoted(from start: Int, of cue: Int, upTo end: Int) -> Range<Int>? {
    let verb = text.tokens[cue]
    let first = text.tokens[start]
    if text.token(start, is: "that"), start + 2 < end { return clause(from: start + 1, upTo: end) }
    // "blamed for denying them entry"
    if verb.has(.participle), cue > 0, text.tokens[cue - 1].has(.preposition), !text.token(cue - 1, is: "by") {
      return nil
    }
    if verb.has(.infinitiveCue), let content = infinitive(from: start, of: cue, upTo: end) { return content }
    if isQuestion(start) { return clause(from: start, upTo: end) }
    if verb.has(.plainCue), beginsClause(start, upTo: end, isOther: hasOtherObjects(cue)),
      !verb.has(.findingCue) || isFound(start, by: cue, upTo: end)
    {
      return verb.has(.participle) ? phrase(from: start, of: cue, upTo: end) : clause(from: start, upTo: end)
    }
    // "a plan that he said would fail"
    if verb.has(.plainCue), first.has(.auxiliary), cue > 0, !isFreeRelative(cue) {
      return clause(from: start, upTo: end)
    }
    guard verb.has(.objectCue), first.isWord, !first.has([.preposition, .conjunction, .auxiliary, .subordinator]) else {
      return nil
    }
    return phrase(from: start, of: cue, upTo: end)
  }

  /// Whether the verb at `cue` has objects as often that nobody says: "writing letters", "boasts a sheltered harbour".
  private func hasOtherObjects(_ cue: Int) -> Bool {
    if text.tokens[cue].has(.participle) { return !Self.saying.contains { text.token(cue, is: $0) } }
    return Self.taking.contains { text.token(cue, is: $0) }
  }

  /// Verbs that take objects as often as what is said, and participles that do not.
  private static let taking: [StaticString] = [
    "wrote", "writes", "write", "boasts", "boasted", "boast", "added", "adds", "add", "conceded", "concedes", "concede",
  ]
  private static let saying: [StaticString] = [
    "saying", "claiming", "insisting", "arguing", "noting", "stating", "warning", "alleging", "contending", "asserting",
  ]

  /// Whether "what" leads up to the subject of the verb at `cue`: "What she added was a second ferry."
  private func isFreeRelative(_ cue: Int) -> Bool {
    let start = text.sentence(of: cue).lowerBound
    guard text.token(start, is: "what"), let subject = cues.subject(before: cue, from: start) else { return false }
    return subject.lowerBound == start + 1
  }

  /// Whether what is found at `start` is a clause for sure, or it is a study that finds: people find new markets, and their
  /// way.
  private func isFound(_ start: Int, by cue: Int, upTo end: Int) -> Bool {
    if text.tokens[start..<min(end, start + 7)].contains(where: { $0.has(.auxiliary) }) { return true }
    guard let subject = cues.subject(before: cue, from: text.sentence(of: cue).lowerBound) else { return false }
    return subject.contains { text.tokens[$0].has(.paper) || text.token($0, is: "researchers") }
  }

  /// "to stay" or "them to stay".
  private func infinitive(from start: Int, of cue: Int, upTo end: Int) -> Range<Int>? {
    if text.token(start, is: "to") {
      // "proposed to her"
      if start + 1 < end, text.tokens[start + 1].has([.object, .determiner, .capital]) { return nil }
      return clause(from: start > cue + 1 && isObject(cue + 1) ? cue + 1 : start, upTo: end)
    }
    guard isObject(cue + 1) else { return nil }
    for index in cue + 2..<min(end, cue + Self.reach) {
      if text.token(index, is: "to"), !text.tokens[index - 1].has(.occasion) {
        return clause(from: cue + 1, upTo: end)
      }
      let token = text.tokens[index]
      if !token.isWord || isQuoted[index] || token.has([.subordinator, .auxiliary, .time]) { return nil }
      if token.has(.pronoun), !token.has(.determiner) { return nil }
    }
    return nil
  }

  private func isObject(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.isWord && !token.has([.preposition, .adverb, .time, .auxiliary, .conjunction])
  }

  /// Whether the verb at `cue` has the preposition after it that its object follows: "called for".
  func hasParticle(_ cue: Int) -> Bool {
    guard cue + 1 < text.tokens.count else { return false }
    if text.tokens[cue].has(.directionCue) { return text.token(cue + 1, is: "to") }
    // "spoke on condition of anonymity"
    if cue + 3 < text.tokens.count, text.token(cue + 2, is: "condition") || text.token(cue + 3, is: "condition") {
      return false
    }
    return text.tokens[cue].has(.particleCue)
      && ["for", "on", "about", "of", "against"].contains { text.token(cue + 1, is: $0) }
  }

  func isQuestion(_ index: Int) -> Bool {
    ["whether", "if", "how", "why", "what", "who", "where"].contains { text.token(index, is: $0) }
  }

  /// The "that" in the words after the verb, however they go: "made a point of telling everyone there that".
  private func that(after cue: Int, upTo end: Int) -> Int? {
    var at = cue + 1
    while at + 2 < end, at < cue + 1 + Self.reach {
      if isQuoted[at] { return nil }
      if text.token(at, is: "that") { return text.token(at - 1, is: "so") ? nil : at }
      let token = text.tokens[at]
      if token.has(.comma) {
        guard let next = endOfInsertion(at, upTo: end) else { return nil }
        at = next
        continue
      }
      if token.has([.colon, .dash]) || cues.isFinite(at, .cue) { return nil }
      at += 1
    }
    return nil
  }

  /// Whether what begins at `index` can be a clause that says something.
  ///
  /// - Parameter isOther: whether the verb has other objects as often, so that a verb has to be told for sure.
  private func beginsClause(_ index: Int, upTo end: Int, isOther: Bool) -> Bool {
    let token = text.tokens[index]
    guard index + 2 < end else { return false }
    if token.has(.object), !token.has([.pronoun, .determiner]) { return false }
    if token.has(.pronoun), !token.has(.relative) { return text.tokens[index + 1].isWord }
    if text.token(index, is: "there") || token.has(.contraction) { return true }
    if token.has(.subordinator) {
      return ["if", "when", "while", "although", "because", "unless", "once", "since", "what"]
        .contains { text.token(index, is: $0) }
    }
    guard !token.has([.time, .occasion, .conjunction, .auxiliary]) else { return false }
    if token.has(.preposition) { return text.token(index, is: "despite") || text.token(index, is: "about") }
    return hasVerb(index + 1..<min(end, index + 24), isSure: isOther)
  }

  /// Whether a form of a verb is among `tokens`, as far as can be told from its spelling.
  private func hasVerb(_ tokens: Range<Int>, isSure: Bool) -> Bool {
    // The verb of "a penalty which decided the match" is none of a clause that begins before it.
    let end =
      tokens.first {
        text.token($0, is: "which") || text.token($0, is: "that") || text.tokens[$0].has([.dash, .colon])
          || isSure && text.tokens[$0].has(.comma)
      }
      ?? tokens.upperBound
    return (tokens.lowerBound..<end).contains {
      text.tokens[$0].has([.auxiliary, .verb]) || !isSure && looksLikeVerb($0)
    }
  }

  /// Whether the word at `index` ends in "ed" or "s".
  func looksLikeVerb(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.isWord, !token.has(.capital), token.count > 3 else { return false }
    return text.token(index, endsIn: "ed") || text.token(index, endsIn: "s") && !cues.isPossessive(index)
  }

  /// Whether the word at `index` ends in "ed", in small letters.
  func endsInED(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.isWord && !token.has(.capital) && token.count > 3 && text.token(index, endsIn: "ed")
  }

  /// A phrase that the verb at `cue` has as its object: a clause's end, or where the next verb of the same subject stands,
  /// or where it was said.
  private func phrase(from start: Int, of cue: Int, upTo end: Int, atLeast minimum: Int = 0) -> Range<Int>? {
    let isParticiple = text.tokens[cue].has(.participle)
    let last = (start + 1..<max(start + 1, end)).first { index in
      guard index > minimum, !isQuoted[index], index + 1 < end else { return false }
      if text.token(index, is: "and") || text.token(index, is: "but") {
        return isParticiple ? isParticipleForm(index + 1) : isFiniteForm(index + 1)
      }
      return text.tokens[index].has(.preposition) && isOccasion(index, upTo: end)
    }
    return clause(from: start, upTo: last ?? end, atLeast: minimum)
  }

  private func isParticipleForm(_ index: Int) -> Bool {
    text.tokens[index].isWord && text.tokens[index].count > 5 && text.token(index, endsIn: "ing")
  }

  private func isFiniteForm(_ index: Int) -> Bool {
    let token = text.tokens[index]
    if token.has([.auxiliary, .gesture]) && !token.has(.contraction) { return true }
    return token.isWord && token.count > 3 && text.token(index, endsIn: "ed")
  }

  /// "in an interview": no time, which may belong to what is said.
  private func isOccasion(_ index: Int, upTo end: Int) -> Bool {
    guard text.token(index, is: "in") || text.token(index, is: "during") || text.token(index, is: "at") else {
      return false
    }
    for next in text.tokens[index + 1..<min(end, index + 4)] {
      if next.has(.occasion) { return true }
      if !next.has([.determiner]), next.has([.preposition, .comma, .stop]) { return false }
    }
    return false
  }
}
