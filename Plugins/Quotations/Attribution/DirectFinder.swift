internal import DocumentModel

/// Finds what is said word for word among what stands in quotation marks.
///
/// A pair of marks is a quotation where a verb of saying belongs to it, or where it is a whole sentence or more. Titles,
/// single words and what someone calls something in passing are none.
struct DirectFinder {
  private let text: TokenizedText
  private let cues: CueFinder
  private let spans: [QuotedSpan]
  private let names: KnownNames
  private(set) var findings: [Finding] = []
  /// Pairs that are no quotation of their own; the clause around them may make them one.
  private(set) var rest: [QuotedSpan] = []

  /// - Parameter spans: the outermost pairs in the order of the text.
  init(_ text: TokenizedText, _ cues: CueFinder, _ spans: [QuotedSpan], names: KnownNames) {
    self.text = text
    self.cues = cues
    self.spans = spans
    self.names = names
    for index in spans.indices { read(index) }
  }

  private mutating func read(_ index: Int) {
    let span = spans[index]
    let shape = Shape(span, in: text)
    let sentence = text.sentence(of: span.tokens.lowerBound)
    let start = max(sentence.lowerBound, index > 0 ? spans[index - 1].tokens.upperBound : 0)
    let before = min(start, span.tokens.lowerBound)..<span.tokens.lowerBound
    if shape.isTitleLike, isTitle(span, shape, before) { return }
    if let attribution = ownAttribution(index, shape, before) {
      let isSaid = attribution.cue.map { text.tokens[$0.lowerBound].has([.cue, .preposition]) } ?? true
      guard shape.wordCount > 1 || isSaid else { return }
      return add(span, attribution, from: shape.beginsSmall ? startOfClause(before, attribution) : nil)
    }
    if let attribution = shared(before) { return add(span, attribution) }
    guard shape.isSentence else { return rest.append(span) }
    let paragraph = text.paragraph(of: span.tokens.lowerBound)
    if before.isEmpty, let last = findings.last, text.paragraph(of: last.tokens.upperBound - 1) == paragraph {
      return add(span, last.attribution, isInherited: true)
    }
    // Amid a sentence that attributes nothing to anybody stand titles and what signs say.
    guard shape.wordCount >= 3, before.count <= 1 else { return rest.append(span) }
    add(span, inherited(span) ?? Attribution(), isInherited: true)
  }

  /// The attribution that stands right before or after a pair of marks.
  private func ownAttribution(_ index: Int, _ shape: Shape, _ before: Range<Int>) -> Attribution? {
    let span = spans[index]
    var leading = before.isEmpty ? nil : cues.attribution(before: before)
    if leading == nil, shape.isSentence, let last = before.last, text.tokens[last].has(.colon) {
      leading = cues.sentenceSubject(before).map { Attribution(source: $0) }
    }
    // "Opinion: 'Nuclear option' makes sense" is nobody's word.
    let after = span.tokens.upperBound..<endOfAfter(index, shape)
    if let label = leading, label.cue == nil, !shape.isSentence, after.count > 1 { leading = nil }
    let isAtMark = before.last.map { text.tokens[$0].has([.comma, .colon]) } ?? false
    let isLed = leading != nil && (isAtMark || shape.isSentence)
    // What ends in a full stop has nothing after it; a comma or a question wants something.
    let isOver = shape.endsInStop && !shape.isOpenEnded && !after.isEmpty && text.tokens[after.lowerBound].has(.capital)
    let isFree = before.isEmpty || isAtMark || shape.isSentence
    if isFree, !isOver, before.isEmpty || !isLed || shape.endsInComma, let trailing = cues.attribution(after: after) {
      return trailing
    }
    return isLed || before.last.map { text.tokens[$0].has(.cue) } == true ? leading : nil
  }

  /// The attribution of the quotation before, where only it or "and" stands between: "…," he said, "…".
  private func shared(_ before: Range<Int>) -> Attribution? {
    guard let last = findings.last, let end = before.last, last.tokens.upperBound == before.lowerBound,
      text.tokens[last.tokens.upperBound - 1].sentence == text.tokens[end].sentence
    else { return nil }
    if before.count == 1, text.tokens[end].has([.conjunction, .comma]) { return last.attribution }
    guard text.tokens[end].has(.comma), let cue = last.attribution.cue, before.contains(cue.lowerBound) else {
      return nil
    }
    return last.attribution
  }

  /// Whether capitalized words in marks are the name of something.
  private func isTitle(_ span: QuotedSpan, _ shape: Shape, _ before: Range<Int>) -> Bool {
    if names.holdsWork(text.range(of: span.tokens)) { return true }
    guard shape.wordCount > 1, let last = before.last else { return false }
    if before.suffix(4).contains(where: { text.tokens[$0].has(.work) }) { return true }
    // A sign reads what it says; people read works.
    if text.token(last, is: "read") || text.token(last, is: "reads") {
      return names.holdsSpeaker(text.range(of: before))
    }
    return !text.tokens[last].has([.cue, .comma, .colon])
  }

  /// - Parameter start: where the clause begins whose end is quoted, if one is.
  private mutating func add(
    _ span: QuotedSpan, _ attribution: Attribution, isInherited: Bool = false, from start: Int? = nil
  ) {
    findings.append(
      Finding(
        tokens: (start ?? span.tokens.lowerBound)..<span.tokens.upperBound, kind: start == nil ? .direct : .mixed,
        attribution: attribution, isInherited: isInherited))
  }

  /// Where a clause begins whose end alone stands in marks: "The line “was closed in May,” Berg said." "The line, Berg said,
  /// “was closed in May.”"
  private func startOfClause(_ before: Range<Int>, _ attribution: Attribution) -> Int? {
    guard let source = attribution.source, let cue = attribution.cue else { return nil }
    let first = min(source.lowerBound, cue.lowerBound)
    guard first >= before.lowerBound else { return nil }
    let isBefore = first < before.upperBound
    let words = before.lowerBound..<(isBefore ? first : before.upperBound)
    guard let last = words.last, !isBefore || text.tokens[last].has(.comma), words.count >= 2 else { return nil }
    let start = cues.withoutConnectives(words)
    return start.count >= 2 && text.tokens[start.lowerBound].isWord ? start.lowerBound : nil
  }

  /// The end of what may attribute the span before it: its sentence's, or the next mark. After a question or an
  /// exclamation the sentence may seem to be over.
  private func endOfAfter(_ index: Int, _ shape: Shape) -> Int {
    let end = spans[index].tokens.upperBound
    var sentence = text.sentence(of: end - 1).upperBound
    if sentence == end, shape.isOpenEnded, end < text.tokens.count,
      text.paragraph(of: end) == text.paragraph(of: end - 1)
    {
      sentence = text.sentence(of: end).upperBound
    }
    guard index + 1 < spans.count else { return max(end, sentence) }
    return max(end, min(sentence, spans[index + 1].tokens.lowerBound))
  }

  /// Whose words a quotation gives that no words nearby attribute: whoever the sentence before it names first, the
  /// line before with its colon, or the last speaker.
  private func inherited(_ span: QuotedSpan) -> Attribution? {
    let paragraph = text.paragraph(of: span.tokens.lowerBound)
    let start = text.paragraphStarts[paragraph]
    let sentence = text.sentence(of: span.tokens.lowerBound)
    if sentence.lowerBound > start {
      let previous = text.sentence(of: sentence.lowerBound - 1)
      guard let source = cues.sentenceSubject(previous),
        text.tokens[source.lowerBound].has(.pronoun) || names.holdsSpeaker(text.range(of: source))
      else { return nil }
      return Attribution(source: source)
    }
    guard start > 0 else { return nil }
    if text.tokens[start - 1].has(.colon), let leading = cues.attribution(before: text.sentence(of: start - 1)) {
      return leading
    }
    guard let last = findings.last, text.paragraph(of: last.tokens.upperBound - 1) + 2 >= paragraph else { return nil }
    return last.attribution
  }
}

extension DirectFinder {
  /// What can be seen of a pair of marks and the words between them.
  struct Shape {
    /// The words, as many as decide anything.
    var wordCount = 0
    /// Begins with a capital or a number and ends as a sentence does.
    var isSentence = false
    /// Ends in `,`, `?`, `!`, an ellipsis or a dash, after which an attribution may follow; so does what British style
    /// ends with a comma after the mark.
    var isOpenEnded = false
    var endsInComma = false
    /// Begins with a small letter.
    var beginsSmall = false
    var endsInStop = false
    /// Up to twelve words, all with capitals but those of grammar.
    var isTitleLike = true

    init(_ span: QuotedSpan, in text: TokenizedText) {
      let inner = span.tokens.lowerBound + 1..<(span.isUnclosed ? span.tokens.upperBound : span.tokens.upperBound - 1)
      guard let first = inner.first else { return }
      for index in inner where text.tokens[index].isWord {
        wordCount += 1
        if !text.tokens[index].has([.capital, .preposition, .determiner, .conjunction, .number]) {
          isTitleLike = false
        }
        if wordCount > 12 {
          isTitleLike = false
          break
        }
      }
      let last = text.tokens[inner.upperBound - 1]
      let next = span.tokens.upperBound < text.tokens.count ? text.tokens[span.tokens.upperBound] : nil
      let isLast = next.map { $0.sentence != last.sentence } ?? true
      endsInComma = last.has(.comma) || next?.has(.comma) == true && !isLast
      endsInStop = last.has(.stop)
      let lastByte = text.text.utf8.span[Int(last.start)]
      isOpenEnded = endsInComma || last.has(.dash) || endsInStop && lastByte != UInt8(ascii: ".")
      beginsSmall = text.tokens[first].isWord && !text.tokens[first].has([.capital, .number])
      let begins = text.tokens[first].has([.capital, .number]) || !text.tokens[first].isWord
      isSentence = begins && (endsInComma || endsInStop || last.has(.dash) || isLast && wordCount > 4)
      if endsInStop || endsInComma { isTitleLike = isTitleLike && wordCount <= 6 }
    }
  }
}
