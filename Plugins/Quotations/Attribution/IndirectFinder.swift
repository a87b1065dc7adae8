internal import DocumentModel

/// Finds what is given by sense: "said that …", "…, he said", "according to …".
struct IndirectFinder {
  private let text: TokenizedText
  private let cues: CueFinder
  /// Whether each token stands in quotation marks.
  private let isQuoted: [Bool]
  private let complement: Complement
  /// Whether each token is part of a finding.
  private var isTaken: [Bool]
  /// Who says something word for word in a sentence, the last of them, by the index of the sentence.
  private let quotedSources: [Int32: Range<Int>]
  private(set) var findings: [Finding] = []

  /// - Parameters:
  ///   - quoted: what stands in quotation marks and is neither a title nor among `taken`.
  ///   - taken: what has been found already.
  init(_ text: TokenizedText, _ cues: CueFinder, quoted: [QuotedSpan], besides taken: [Finding]) {
    self.text = text
    self.cues = cues
    var isQuoted = [Bool](repeating: false, count: text.tokens.count)
    for span in quoted { for index in span.tokens { isQuoted[index] = true } }
    var isTaken = [Bool](repeating: false, count: text.tokens.count)
    var quotedSources: [Int32: Range<Int>] = [:]
    for finding in taken {
      if let source = finding.attribution.source { quotedSources[text.tokens[source.lowerBound].sentence] = source }
      for index in finding.tokens {
        isTaken[index] = true
        isQuoted[index] = true
      }
      if let cue = finding.attribution.cue { for index in cue { isTaken[index] = true } }
    }
    self.isQuoted = isQuoted
    self.isTaken = isTaken
    self.quotedSources = quotedSources
    complement = Complement(text: text, cues: cues, isQuoted: isQuoted)
    for sentence in text.sentenceStarts.indices.dropLast() {
      read(text.sentenceStarts[sentence]..<text.sentenceStarts[sentence + 1])
    }
  }

  private mutating func read(_ sentence: Range<Int>) {
    var start = sentence.lowerBound
    if let finding = last(in: sentence) { start = add(finding) }
    for index in sentence where !isQuoted[index] {
      if isTaken[index] {
        start = index + 1
        continue
      }
      guard index >= start, let finding = finding(at: index, in: start..<sentence.upperBound) else { continue }
      start = add(finding)
    }
  }

  /// Keeps a finding and gives where the search goes on.
  private mutating func add(_ finding: Finding) -> Int {
    var finding = finding
    if finding.tokens.contains(where: { isQuoted[$0] }) { finding.kind = .mixed }
    findings.append(finding)
    for index in finding.tokens { isTaken[index] = true }
    return max(finding.tokens.upperBound, finding.attribution.cue?.upperBound ?? 0)
  }

  /// The whole of a sentence that ends in whoever says it: "…, officials said on Monday."
  private func last(in sentence: Range<Int>) -> Finding? {
    guard let comma = sentence.dropLast().last(where: { text.tokens[$0].has(.comma) }), comma > sentence.lowerBound + 3,
      let cue = (comma + 1..<sentence.upperBound).first(where: { text.tokens[$0].has([.cue, .plainCue]) }),
      cue > comma + 1, !sentence.contains(where: { isTaken[$0] || isQuoted[$0] }),
      cues.isFinite(cue, .saying), let subject = cues.subject(before: cue, from: comma + 1),
      subject.lowerBound == comma + 1, !complement.hasParticle(cue),
      endsSoon(endOfAddress(cue), upTo: sentence.upperBound)
    else { return nil }
    return finding(sentence.lowerBound..<comma, subject, cue)
  }

  private func finding(at cue: Int, in tokens: Range<Int>) -> Finding? {
    if text.token(cue, is: "according") { return according(cue, in: tokens) }
    let token = text.tokens[cue]
    guard token.has([.saying, .quotingCue]) else { return nil }
    let end = tokens.upperBound
    // What is read and is no quotation is a title.
    if cue + 1 < end, text.tokens[cue + 1].mark != nil, !isQuoted[cue + 1] { return nil }
    if token.has(.participle) {
      let end = endOfIntroduction(cue, upTo: end)
      guard let content = complement.content(of: cue, upTo: end) else { return nil }
      let source = continuous(cue, from: tokens.lowerBound) ?? subject(ofParticiple: cue, from: tokens.lowerBound)
      return Finding(
        tokens: content, kind: .indirect,
        attribution: Attribution(source: source, cue: words(of: cue, before: content, upTo: end)))
    }
    if let verb = cues.verbGoverning(cue, from: tokens.lowerBound) {
      guard let source = cues.subject(before: verb, from: tokens.lowerBound),
        let content = complement.content(of: cue, upTo: end)
      else { return nil }
      return Finding(
        tokens: content, kind: .indirect,
        attribution: Attribution(source: source, cue: verb..<words(of: cue, before: content, upTo: end).upperBound))
    }
    if let content = asked(cue, in: tokens) {
      return Finding(tokens: content, kind: .indirect, attribution: Attribution(cue: cue..<cue + 1))
    }
    guard cues.isFinite(cue, [.saying, .quotingCue]) else { return nil }
    if let finding = inverted(cue, in: tokens) { return finding }
    let subject = cues.subject(before: cue, from: tokens.lowerBound) ?? sharedSubject(cue)
    // What a reader may find or ask is said by nobody.
    if let subject, text.token(subject.lowerBound, is: "you"), subject.count == 1 { return nil }
    if let subject, token.has(.showingCue),
      !cues.phrases.namesSpeaker(subject) || text.tokens[subject.upperBound - 1].has(.paper)
    {
      return nil
    }
    if let subject, let content = contentAfterAs(subject, cue, in: tokens) { return finding(content, subject, cue) }
    if let subject, !isInverted(cue, upTo: end) {
      let end = endOfClause(of: subject, cue, upTo: end)
      if let content = complement.content(of: cue, upTo: end) {
        let words = words(of: cue, before: content, upTo: end)
        // "does not claim to know" says nothing of what is known.
        if words.lowerBound < cue, text.token(content.lowerBound, is: "to") { return nil }
        let isFree =
          text.tokens[subject.lowerBound].has([.capital, .pronoun, .determiner, .role])
          && ["which", "what"].contains { subject.lowerBound > 0 && text.token(subject.lowerBound - 1, is: $0) }
        return Finding(
          tokens: isFree ? subject.lowerBound - 1..<content.upperBound : content, kind: .indirect,
          attribution: Attribution(source: subject, cue: words))
      }
    }
    return token.has([.cue, .plainCue]) ? trailing(cue, subject, in: tokens) : nil
  }

  private func finding(_ content: Range<Int>, _ source: Range<Int>, _ cue: Int) -> Finding? {
    var content = content
    let told = cues.withoutConnectives(content)
    // "Instead, she said, the line …" goes from one end to the other.
    if told.lowerBound < min(source.lowerBound, cue) || content.upperBound <= cue { content = told }
    guard content.count >= 3 else { return nil }
    return Finding(
      tokens: content, kind: .indirect, attribution: Attribution(source: source, cue: cue..<cue + 1))
  }

  /// The verb with the preposition that its object follows, "called for", and with what denies it: "did not say".
  private func words(of cue: Int, before content: Range<Int>, upTo end: Int) -> Range<Int> {
    let hasParticle = content.lowerBound == cue + 2 && complement.hasParticle(cue)
    let words = hasParticle ? cue..<cue + 2 : cues.cueRange(cue, upTo: end)
    var first = cue
    var isDenied = false
    while first > 0, text.tokens[first - 1].has([.adverb, .auxiliary]), !text.tokens[first - 1].has(.contraction) {
      first -= 1
      isDenied = isDenied || text.token(first, is: "not") || text.token(first, is: "never") || cues.endsInNot(first)
    }
    return isDenied ? first..<words.upperBound : words
  }

  /// Whoever "adding" is said of: not a word of what is quoted before it, but who says that.
  private func subject(ofParticiple cue: Int, from start: Int) -> Range<Int>? {
    let source = cues.attribution(before: start..<cue + 1)?.source
    if let source, !isQuoted[source.lowerBound] { return source }
    return quotedSources[text.tokens[cue].sentence]
  }

  /// The subject of "is telling voters that".
  private func continuous(_ participle: Int, from start: Int) -> Range<Int>? {
    var last = participle - 1
    while last > start, text.tokens[last].has(.adverb) { last -= 1 }
    return last > start && text.tokens[last].has(.be) ? cues.subject(before: last, from: start) : nil
  }

  /// What follows "As Keller noted,", which begins a sentence.
  private func contentAfterAs(_ subject: Range<Int>, _ cue: Int, in tokens: Range<Int>) -> Range<Int>? {
    guard subject.lowerBound > tokens.lowerBound, text.token(subject.lowerBound - 1, is: "as"),
      subject.lowerBound - tokens.lowerBound <= 2, cue + 4 < tokens.upperBound,
      let comma = text.tokens[cue + 1..<min(tokens.upperBound, cue + 8)].firstIndex(where: { $0.has(.comma) }),
      comma == cue + 1 || text.tokens[cue + 1].has([.preposition, .time])
    else { return nil }
    return complement.clause(from: comma + 1, upTo: tokens.upperBound, atLeast: tokens.upperBound)
  }

  /// Where the clause of the verb at `cue` ends at the latest: at a comma where it only leads up to another or is put into
  /// one, "While he vowed to stay, …", "Keller, who vowed to stay, …".
  private func endOfClause(of subject: Range<Int>, _ cue: Int, upTo end: Int) -> Int {
    let isRelative = text.tokens[subject.lowerBound].has(.relative)
    guard subject.lowerBound > 0 else { return end }
    let before = text.tokens[subject.lowerBound - 1]
    let sentence = text.sentence(of: cue)
    let leadsUp =
      before.has(.subordinator) && !before.has(.relative) && !text.token(subject.lowerBound - 1, is: "that")
      && subject.lowerBound - sentence.lowerBound <= 4
    guard leadsUp || isRelative else { return end }
    return (cue + 2..<max(cue + 2, end)).first { index in
      guard text.tokens[index].has(.comma), !isQuoted[index], index + 1 < end else { return false }
      return leadsUp || text.tokens[index + 1].has([.auxiliary, .verb, .saying]) || complement.looksLikeVerb(index + 1)
    } ?? end
  }

  /// Where what a participle governs ends at the latest, where the participle leads up to a clause: "In describing …,".
  private func endOfIntroduction(_ participle: Int, upTo end: Int) -> Int {
    let first = text.sentence(of: participle).lowerBound
    guard participle - first <= 2, text.tokens[first].has([.preposition, .subordinator]) || participle == first else {
      return end
    }
    return (participle + 1..<max(participle + 1, end)).first { index in
      text.tokens[index].has(.comma) && !isQuoted[index] && index + 1 < end
        && text.tokens[index + 1].has([.capital, .pronoun, .determiner])
    } ?? end
  }

  /// The source of the finding before, where only a conjunction stands between it and the verb: "… but said that …", or
  /// where it was put in between: "Keller, citing the report, said …".
  private func sharedSubject(_ cue: Int) -> Range<Int>? {
    guard cue > 0, let last = findings.last,
      last.tokens.upperBound == cue - 1
        || last.tokens.upperBound == cue && text.tokens[cue - 1].mark != nil && text.tokens[cue - 2].has(.comma)
        || last.tokens.upperBound == cue - 2 && text.tokens[cue - 2].has(.comma)
          && text.tokens[cue - 1].has(.conjunction),
      text.tokens[last.tokens.lowerBound].sentence == text.tokens[cue].sentence, let source = last.attribution.source
    else { return nil }
    if text.tokens[cue - 1].has(.conjunction) { return source }
    guard text.tokens[cue - 1].has(.comma) || text.tokens[cue - 1].mark != nil,
      let lastCue = last.attribution.cue?.lowerBound
    else { return nil }
    if text.tokens[lastCue].has(.participle) { return source }
    let sentence = text.sentence(of: cue)
    guard text.tokens[source.lowerBound].has(.relative), source.lowerBound > 1,
      text.tokens[source.lowerBound - 1].has(.comma)
    else { return cues.sentenceSubject(sentence.lowerBound..<cue) }
    return cues.phrases.subject(before: source.lowerBound - 1, from: sentence.lowerBound)
  }

  /// Whether the subject follows the verb: "The line, said Keller, is old." "The line is old, said Keller."
  private func isInverted(_ cue: Int, upTo end: Int) -> Bool {
    guard cue > 0, cue + 1 < end, text.tokens[cue - 1].has(.comma),
      text.tokens[cue + 1].has([.capital, .determiner, .role]),
      let subject = cues.phrases.subject(after: cue + 1, upTo: end),
      // "said the line deserved better"
      !subject.prefix(while: { !text.tokens[$0].has([.comma, .relative]) }).contains(where: {
        text.tokens[$0].has(.verb) || complement.endsInED($0)
      })
    else { return false }
    if subject.upperBound < end, text.tokens[subject.upperBound].has(.comma), text.tokens[cue + 1].has(.capital) {
      return true
    }
    return endsSoon(subject.upperBound, upTo: end)
  }

  /// What nobody in the sentence asks: "Asked whether the line would close, Keller shrugged."
  private func asked(_ cue: Int, in tokens: Range<Int>) -> Range<Int>? {
    guard text.token(cue, is: "asked") else { return nil }
    let first = text.sentence(of: cue).lowerBound
    guard cue == first || cue == first + 1 && text.token(first, is: "when"),
      complement.isQuestion(cue + 1),
      let comma = text.tokens[cue..<tokens.upperBound].firstIndex(where: { $0.has(.comma) })
    else { return nil }
    return complement.clause(from: cue + 1, upTo: comma)
  }

  /// What stands before "said Keller" without a comma: "The line will close said Maria Keller."
  private func inverted(_ cue: Int, in tokens: Range<Int>) -> Finding? {
    guard text.tokens[cue].has(.plainCue), cue + 1 < tokens.upperBound, cue - tokens.lowerBound >= 4,
      !text.tokens[cue + 1].has([.pronoun, .determiner]), text.tokens[cue - 1].isWord,
      !text.tokens[cue - 1].has([.pronoun, .relative, .role, .adverb, .conjunction]),
      // "in May said Keller", but not "Berg said Keller"
      !text.tokens[cue - 1].has([.auxiliary, .capital]) || text.tokens[cue - 2].has(.preposition),
      let source = cues.phrases.subject(after: cue + 1, upTo: tokens.upperBound),
      cues.phrases.namesSpeaker(source), endsSoon(source.upperBound, upTo: tokens.upperBound)
    else { return nil }
    let content = tokens.lowerBound..<cue
    guard !content.contains(where: { isQuoted[$0] || text.tokens[$0].has(.relative) }),
      text.tokens[content.dropFirst()].contains(where: { $0.has(.auxiliary) })
    else { return nil }
    return finding(content, source, cue)
  }

  /// "…, he said" or "…, said the minister", with nothing after it but when and where.
  private func trailing(_ cue: Int, _ subject: Range<Int>?, in tokens: Range<Int>) -> Finding? {
    var first = cue
    var source: Range<Int>?
    if let alone = cues.phrases.appositionAlone(before: cue, from: tokens.lowerBound + 2) {
      first = alone.lowerBound
      source = alone
    } else if let subject, isBorder(subject.lowerBound - 1, after: tokens.lowerBound) {
      first = subject.lowerBound
      source = subject
    } else if isBorder(cue - 1, after: tokens.lowerBound), text.tokens[cue].has(.cue) {
      source = cues.phrases.subject(after: cue + 1, upTo: tokens.upperBound)
      if let phrase = source, !canSay(cue, phrase) { source = nil }
    }
    if source == nil, let name = nameAtEnd(before: cue, from: tokens.lowerBound) {
      (first, source) = (name.lowerBound, name)
    }
    guard cue > tokens.lowerBound, source?.lowerBound == first || !text.tokens[cue - 1].has(.auxiliary) else {
      return nil
    }
    guard let source, first - tokens.lowerBound >= 2 else { return nil }
    let rest = max(endOfAddress(cue), source.upperBound)
    let content = tokens.lowerBound..<first
    if endsSoon(rest, upTo: tokens.upperBound), content.count >= 4 {
      return finding(complement.trimmed(content), source, cue)
    }
    // In the middle: "The plan, he said, would fail."
    guard rest + 3 < tokens.upperBound, text.tokens[rest].has(.comma) else { return nil }
    return finding(complement.trimmed(tokens), source, cue)
  }

  /// The name, with what its bearer is, that stands without a comma at the end of what he or she says: "… in the chamber
  /// Speaker Tom Berg has ruled."
  private func nameAtEnd(before cue: Int, from start: Int) -> Range<Int>? {
    var end = cue
    while end > start, text.tokens[end - 1].has(.auxiliary) { end -= 1 }
    var first = end
    while first > start + 4, text.tokens[first - 1].has(.capital), text.tokens[first - 1].isWord { first -= 1 }
    guard end - first >= 2, first > start + 4, text.tokens[first - 1].isWord, end - first < 7,
      !text.tokens[first - 1].has([
        .preposition, .determiner, .conjunction, .relative, .subordinator, .auxiliary, .verb, .saying, .role, .pronoun,
      ]), text.tokens[start..<first].contains(where: { $0.has(.auxiliary) })
    else { return nil }
    return first..<end
  }

  /// Whether `phrase` can be who says something by the verb at `cue`, before it: anybody may have "said", but what
  /// something "offered" is as often a thing.
  private func canSay(_ cue: Int, _ phrase: Range<Int>) -> Bool {
    ["said", "says", "told", "asked"].contains { text.token(cue, is: $0) }
      || text.tokens[phrase.prefix(8)].contains { $0.has([.capital, .pronoun, .role, .paper]) }
  }

  /// Where what follows a verb and whoever is told begins: after "said", "told CNN".
  private func endOfAddress(_ cue: Int) -> Int {
    text.tokens[cue].has(.addressingCue)
      ? complement.endOfAddress(cue + 1, upTo: text.sentence(of: cue).upperBound) : cue + 1
  }

  private func isBorder(_ index: Int, after start: Int) -> Bool {
    guard index > start else { return false }
    if text.tokens[index].mark != nil { return text.tokens[index - 1].has([.comma, .stop]) }
    return text.tokens[index].has([.comma, .dash])
  }

  /// Whether only a few words of time and occasion stand between `start` and the end of the sentence or the next comma.
  private func endsSoon(_ start: Int, upTo end: Int) -> Bool {
    var at = start
    while at < end {
      let token = text.tokens[at]
      if token.has(.stop), at + 1 == end { return true }
      if isQuoted[at] || at - start > 12 { return false }
      if at == start, token.has(.comma) || text.token(at, is: "to") { return false }
      if at == start, !token.has([.time, .adverb, .preposition, .occasion]) { return false }
      at += 1
    }
    return true
  }

  /// Whether a phrase with commas runs up to the end or to a verb.
  private func endsInVerb(_ source: Range<Int>, upTo end: Int) -> Bool {
    guard source.upperBound + 1 < end else { return true }
    let comma = text.tokens[source.upperBound]
    return comma.has(.auxiliary) || comma.has(.comma) && text.tokens[source.upperBound + 1].has([.auxiliary, .saying])
  }

  /// The comma that ends what is put in after a source: "According to the agency, quoting the ministry, …".
  private func endOfParticiple(after comma: Int, upTo end: Int) -> Int {
    guard comma + 1 < end, text.tokens[comma].has(.comma), text.tokens[comma + 1].has(.participle) else { return comma }
    return text.tokens[comma + 1..<end].firstIndex { $0.has(.comma) } ?? comma
  }

  /// "According to the report, …" or "…, according to the report".
  private func according(_ index: Int, in tokens: Range<Int>) -> Finding? {
    guard var attribution = cues.accordingTo(at: index, upTo: tokens.upperBound), var source = attribution.source else {
      return nil
    }
    // "which, according to the agency, others have criticized"
    let isPutIn =
      index - 2 > tokens.lowerBound && text.tokens[index - 1].has(.comma)
      && text.tokens[index - 2].has([.relative, .subordinator])
    if index - tokens.lowerBound < 4 || text.tokens[index - 1].has(.subordinator) || isPutIn {
      // An apposition ends in a comma; what ends in anything else, or in a verb, is the clause.
      let isClosed = source.upperBound < tokens.upperBound && text.tokens[source.upperBound].has(.comma)
      if !isClosed || isPutIn || endsInVerb(source, upTo: tokens.upperBound) {
        let first = source.first { text.tokens[$0].has(.comma) }
        source = source.lowerBound..<(first ?? source.upperBound)
        attribution.source = source
      }
      guard source.upperBound < tokens.upperBound,
        let content = complement.clause(
          from: endOfParticiple(after: source.upperBound, upTo: tokens.upperBound), upTo: tokens.upperBound,
          atLeast: tokens.upperBound)
      else { return nil }
      return Finding(tokens: content, kind: .indirect, attribution: attribution)
    }
    let content = cues.withoutConnectives(complement.trimmed(tokens.lowerBound..<index))
    guard content.count >= 3, !text.tokens[index - 1].isWord || cues.phrases.canSpeak(source) else { return nil }
    return Finding(tokens: content, kind: .indirect, attribution: attribution)
  }
}
