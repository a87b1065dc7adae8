internal import DocumentModel

/// Finds what is given by sense: "said that …", "…, he said", "according to …".
struct IndirectFinder {
  private let text: TokenizedText
  private let cues: CueFinder
  /// Whether each token stands in quotation marks.
  private let isQuoted: [Bool]
  /// Whether each token is part of a finding.
  private var isTaken: [Bool]
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
    for finding in taken {
      for index in finding.tokens {
        isTaken[index] = true
        isQuoted[index] = true
      }
      if let cue = finding.attribution.cue { for index in cue { isTaken[index] = true } }
    }
    self.isQuoted = isQuoted
    self.isTaken = isTaken
    for sentence in text.sentenceStarts.indices.dropLast() {
      read(text.sentenceStarts[sentence]..<text.sentenceStarts[sentence + 1])
    }
  }

  private mutating func read(_ sentence: Range<Int>) {
    var start = sentence.lowerBound
    for index in sentence where !isQuoted[index] {
      let token = text.tokens[index]
      if isTaken[index] {
        start = index + 1
        continue
      }
      guard index >= start else { continue }
      if text.token(index, is: "according"), let finding = according(index, in: start..<sentence.upperBound) {
        start = add(finding)
        continue
      }
      guard token.has([.cue, .quotingCue]), let finding = finding(at: index, in: start..<sentence.upperBound) else {
        continue
      }
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

  private func finding(at cue: Int, in tokens: Range<Int>) -> Finding? {
    let token = text.tokens[cue]
    let end = tokens.upperBound
    // What is read and is no quotation is a title.
    if cue + 1 < end, text.tokens[cue + 1].mark != nil, !isQuoted[cue + 1] { return nil }
    if token.has(.participle) {
      guard let content = content(after: cue, upTo: end, isParticiple: true) else { return nil }
      let source = cues.attribution(before: tokens.lowerBound..<cue + 1)?.source
      return Finding(
        tokens: content, kind: .indirect, attribution: Attribution(source: source, cue: cues.cueRange(cue, upTo: end)))
    }
    guard cues.isFinite(cue, quoting: true) else { return nil }
    let subject = cues.subject(before: cue, from: tokens.lowerBound) ?? sharedSubject(cue)
    if let subject, !isInverted(cue, upTo: end), let content = content(after: cue, upTo: end, isParticiple: false) {
      return Finding(
        tokens: content, kind: .indirect, attribution: Attribution(source: subject, cue: cues.cueRange(cue, upTo: end)))
    }
    return token.has(.cue) ? trailing(cue, subject, in: tokens) : nil
  }

  /// The source of the finding before, where only a conjunction stands between it and the verb: "… but said that …".
  private func sharedSubject(_ cue: Int) -> Range<Int>? {
    guard cue > 0, text.tokens[cue - 1].has(.conjunction), let last = findings.last,
      last.tokens.upperBound == cue - 1, text.tokens[last.tokens.lowerBound].sentence == text.tokens[cue].sentence
    else { return nil }
    return last.attribution.source
  }

  /// Whether the subject follows the verb, between commas: "The line, said Keller, is old."
  private func isInverted(_ cue: Int, upTo end: Int) -> Bool {
    guard cue > 0, cue + 1 < end, text.tokens[cue - 1].has(.comma), text.tokens[cue + 1].has(.capital),
      let subject = cues.phrases.subject(after: cue + 1, upTo: end), subject.upperBound < end
    else { return false }
    return text.tokens[subject.upperBound].has(.comma)
  }

  /// "…, he said" or "…, said the minister", with nothing after it but when and where.
  private func trailing(_ cue: Int, _ subject: Range<Int>?, in tokens: Range<Int>) -> Finding? {
    var first = cue
    var source: Range<Int>?
    if let subject, isBorder(subject.lowerBound - 1, after: tokens.lowerBound) {
      first = subject.lowerBound
      source = subject
    } else if isBorder(cue - 1, after: tokens.lowerBound) {
      source = cues.phrases.subject(after: cue + 1, upTo: tokens.upperBound)
    }
    guard cue > tokens.lowerBound, !text.tokens[cue - 1].has(.auxiliary) else { return nil }
    guard let source, first - tokens.lowerBound >= 3 else { return nil }
    let rest = max(cue + 1, source.upperBound)
    let content = tokens.lowerBound..<first
    if endsSoon(rest, upTo: tokens.upperBound), content.count >= 4 {
      return Finding(
        tokens: trimmed(content), kind: .indirect, attribution: Attribution(source: source, cue: cue..<cue + 1))
    }
    // In the middle: "The plan, he said, would fail."
    guard rest + 3 < tokens.upperBound, text.tokens[rest].has(.comma) else { return nil }
    return Finding(
      tokens: trimmed(tokens), kind: .indirect, attribution: Attribution(source: source, cue: cue..<cue + 1))
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
      if at == start, token.has(.comma) { return false }
      if at == start, !token.has([.time, .adverb, .preposition, .occasion]) { return false }
      at += 1
    }
    return true
  }

  /// What follows a verb of saying: a clause with "that", for some verbs one without, or words in quotation marks.
  private func content(after cue: Int, upTo end: Int, isParticiple: Bool) -> Range<Int>? {
    let token = text.tokens[cue]
    var at = cue + 1
    var steps = 0
    while at < end, steps < 14 {
      let next = text.tokens[at]
      if text.token(at, is: "that"), at + 2 < end {
        guard token.has(.cue) else { break }
        return clause(from: at + 1, upTo: end)
      }
      if next.has(.comma), let that = endOfAside(at, upTo: end) {
        at = that
        continue
      }
      if next.has([.colon, .dash, .comma]) { break }
      let isAddressed = token.has(.addressingCue) && steps > 0 && endsAddress(at)
      let isObject = text.tokens[at - 1].has(.preposition)  // "in a statement"
      if token.has(.plainCue) || isAddressed, !isObject, beginsClause(at, upTo: end) {
        return clause(from: at, upTo: end)
      }
      if isQuoted[at] { break }
      at += 1
      steps += 1
    }
    guard let quoted = (cue + 1..<min(end, cue + 12)).first(where: { isQuoted[$0] }) else { return nil }
    guard !text.tokens[cue + 1..<quoted].contains(where: { $0.has([.comma, .colon, .stop]) }) else { return nil }
    return clause(from: cue + 1, upTo: end, atLeast: quoted)
  }

  /// The "that" after words between commas: "said, in his own way, that".
  private func endOfAside(_ comma: Int, upTo end: Int) -> Int? {
    let next = text.tokens[comma + 1..<min(end, max(comma + 1, comma + 12))].firstIndex { $0.has(.comma) }
    guard let next, next + 1 < end, text.token(next + 1, is: "that") else { return nil }
    return next + 1
  }

  /// Whether who is told ends before `index`, where a clause may begin.
  private func endsAddress(_ index: Int) -> Bool {
    let token = text.tokens[index]
    if token.has(.pronoun), !token.has(.determiner) { return true }
    return !text.tokens[index - 1].has([.capital, .determiner, .preposition])
  }

  /// Whether what begins at `index` can be a clause that says something.
  private func beginsClause(_ index: Int, upTo end: Int) -> Bool {
    let token = text.tokens[index]
    guard index + 2 < end else { return false }
    if token.has(.pronoun), !token.has(.relative) { return text.tokens[index + 1].isWord }
    if text.token(index, is: "there") { return true }
    guard token.has([.determiner, .capital, .number, .role]), !token.has([.time, .occasion]) else { return false }
    // A clause has a verb: some auxiliary or an ending that verbs have.
    return text.tokens[index..<min(end, index + 16)].contains { $0.has(.auxiliary) }
      || hasVerbEnding(index + 1..<min(end, index + 10))
  }

  private func hasVerbEnding(_ tokens: Range<Int>) -> Bool {
    let bytes = text.text.utf8.span
    return tokens.contains { index in
      let token = text.tokens[index]
      let end = Int(token.end)
      guard token.isWord, !token.has(.capital), end - Int(token.start) > 3 else { return false }
      return bytes[end - 1] == UInt8(ascii: "d") && bytes[end - 2] == UInt8(ascii: "e")
        || bytes[end - 1] == UInt8(ascii: "s")
    }
  }

  /// The clause that begins at `start`: to the end of the sentence, or to where the reporting goes on.
  private func clause(from start: Int, upTo end: Int, atLeast least: Int = 0) -> Range<Int>? {
    var at = start
    while at < end {
      if at > least, !isQuoted[at], at > start, endsClause(at, upTo: end) { break }
      at += 1
    }
    let tokens = trimmed(start..<at)
    return tokens.count >= 3 || tokens.contains { isQuoted[$0] } ? tokens : nil
  }

  private func endsClause(_ index: Int, upTo end: Int) -> Bool {
    let token = text.tokens[index]
    // "6:30" goes on.
    if token.has(.colon) { return index + 1 >= end || !text.tokens[index + 1].has(.attached) }
    guard index + 1 < end else { return false }
    if text.token(index, is: "but") || text.token(index, is: "and") {
      return text.tokens[index + 1].has(.cue) && !text.tokens[index + 1].has(.ambiguous)
    }
    guard token.has(.comma) else { return false }
    let next = text.tokens[index + 1]
    if next.has(.participle) || text.token(index + 1, is: "according") { return true }
    if next.has([.cue]), !next.has(.ambiguous) { return true }
    guard text.token(index + 1, is: "but") || text.token(index + 1, is: "and") else { return false }
    return index + 3 < end
      && (text.tokens[index + 2].has([.cue, .quotingCue]) && !text.tokens[index + 2].has(.ambiguous)
        || cues.isFinite(index + 3, quoting: false))
  }

  /// Without the marks and conjunctions at its borders, closing quotation marks aside.
  private func trimmed(_ tokens: Range<Int>) -> Range<Int> {
    var start = tokens.lowerBound
    var end = tokens.upperBound
    while start < end, !text.tokens[start].isWord, !isQuoted[start] { start += 1 }
    while end > start, !text.tokens[end - 1].isWord, !isQuoted[end - 1], !text.tokens[end - 1].has(.closeBracket) {
      end -= 1
    }
    return start..<end
  }

  /// Whether a phrase with commas runs up to the end or to a verb.
  private func endsInVerb(_ source: Range<Int>, upTo end: Int) -> Bool {
    guard source.upperBound + 1 < end else { return true }
    let comma = text.tokens[source.upperBound]
    return comma.has(.auxiliary) || comma.has(.comma) && text.tokens[source.upperBound + 1].has([.auxiliary, .cue])
  }

  /// "According to the report, …" or "…, according to the report".
  private func according(_ index: Int, in tokens: Range<Int>) -> Finding? {
    guard var attribution = cues.accordingTo(at: index, upTo: tokens.upperBound), var source = attribution.source else {
      return nil
    }
    if index - tokens.lowerBound < 4 || text.tokens[index - 1].has(.subordinator) {
      // An apposition ends in a comma; what ends in anything else, or in a verb, is the clause.
      let isClosed = source.upperBound < tokens.upperBound && text.tokens[source.upperBound].has(.comma)
      if !isClosed || endsInVerb(source, upTo: tokens.upperBound) {
        let first = source.first { text.tokens[$0].has(.comma) }
        source = source.lowerBound..<(first ?? source.upperBound)
        attribution.source = source
      }
      guard source.upperBound < tokens.upperBound,
        let content = clause(
          from: source.upperBound, upTo: tokens.upperBound, atLeast: tokens.upperBound)
      else { return nil }
      return Finding(tokens: content, kind: .indirect, attribution: attribution)
    }
    let content = trimmed(tokens.lowerBound..<index)
    guard content.count >= 3 else { return nil }
    return Finding(tokens: content, kind: .indirect, attribution: attribution)
  }
}
