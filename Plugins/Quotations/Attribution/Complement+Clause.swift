/// Where a clause that tells what is said ends.
extension Complement {
  /// The clause that begins at `start`: to the end of the sentence, or to where the reporting goes on.
  func clause(from start: Int, upTo end: Int, atLeast minimum: Int = 0) -> Range<Int>? {
    var at = start
    while at < end {
      if at > minimum, at > start {
        if !isQuoted[at], endsClause(at, upTo: end) { break }
        if closesWithComma(at, upTo: end), endsAtComma(at, upTo: end) {
          at += 1
          break
        }
      }
      at += 1
    }
    let tokens = trimmed(start..<at)
    let least = text.tokens[start].has(.preposition) ? 2 : 3  // "to comment"
    return tokens.count >= least || tokens.contains { isQuoted[$0] } ? tokens : nil
  }

  private func endsClause(_ index: Int, upTo end: Int) -> Bool {
    let token = text.tokens[index]
    // "6:30" goes on.
    if token.has(.colon) {
      return index + 1 >= end || isQuoted[index + 1] || text.text.utf8.span[Int(token.start)] == UInt8(ascii: ";")
    }
    guard index + 2 < end else { return false }
    if token.has(.conjunction) {
      return isAnotherReport(index + 1, upTo: end) || isGesture(index + 1, upTo: end)
        || text.token(index, is: "nor") && text.tokens[index + 1].has(.auxiliary)
    }
    return token.has(.comma) && endsAtComma(index, upTo: end)
  }

  /// Whether a quotation that has a comma before its mark closes at `index`: "“…,” he said".
  private func closesWithComma(_ index: Int, upTo end: Int) -> Bool {
    isQuoted[index] && text.tokens[index].mark != nil && index + 2 < end && !isQuoted[index + 1]
      && text.tokens[index - 1].has(.comma)
  }

  private func endsAtComma(_ index: Int, upTo end: Int) -> Bool {
    let next = text.tokens[index + 1]
    if text.tokens[index].mark != nil, isAnotherReport(index + 1, upTo: end) { return true }
    if next.has(.participle), next.has(.saying) || text.token(index + 1, is: "according") { return true }
    if next.has(.saying), !next.has(.ambiguous) { return true }
    guard next.has(.conjunction) || text.token(index + 1, is: "while") else { return false }
    return isAnotherReport(index + 2, upTo: end) || isGesture(index + 2, upTo: end)
      || text.token(index + 1, is: "but") && text.tokens[index + 2].has(.pronoun)
  }

  /// Whether whoever speaks does something else at `start`: "she laughed".
  private func isGesture(_ start: Int, upTo end: Int) -> Bool {
    start + 1 < end && text.tokens[start + 1].has(.gesture) && !isQuoted[start + 1]
      && ["he", "she", "they"].contains { text.token(start, is: $0) }
  }

  /// Whether the next thing said is reported at `start`: "said …" or "Keller said …".
  private func isAnotherReport(_ start: Int, upTo end: Int) -> Bool {
    let first = text.tokens[start]
    if first.has([.saying, .quotingCue]), !first.has([.ambiguous, .participle]), isInflected(start) { return true }
    guard first.has([.pronoun, .capital, .determiner, .number]) else { return false }
    for index in start + 1..<max(start + 1, min(end, start + 6)) {
      let token = text.tokens[index]
      if token.has(.saying), !token.has(.participle) { return cues.isFinite(index, .saying) }
      if token.has([.comma, .colon, .dash, .subordinator, .auxiliary, .verb]) || token.mark != nil { return false }
    }
    return false
  }

  /// Whether a verb is no base form, as far as can be told from its spelling.
  private func isInflected(_ index: Int) -> Bool {
    text.token(index, endsIn: "s") || text.token(index, endsIn: "d") || text.token(index, is: "wrote")
  }

  /// Without the marks and conjunctions at its borders, closing quotation marks aside.
  func trimmed(_ tokens: Range<Int>) -> Range<Int> {
    var start = tokens.lowerBound
    var end = tokens.upperBound
    while start < end, !text.tokens[start].isWord, !isQuoted[start] { start += 1 }
    while end > start, !text.tokens[end - 1].isWord, !isQuoted[end - 1], !text.tokens[end - 1].has(.closeBracket) {
      end -= 1
    }
    return start..<end
  }
}
