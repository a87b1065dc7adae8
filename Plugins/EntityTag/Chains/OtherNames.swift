internal import DocumentModel

/// Finds pairs of names that a text says are of one thing: "Jane Rulk, better known as Rulka", "Burma (formerly Arrakan)".
struct OtherNames {
  private let text: LookedUpText
  /// The most words from "known" to the name: "known by her stage name".
  private static let longestPhrase = 5
  /// The most tokens between both names: dates of birth and the like.
  private static let farthest = 24

  init(in text: LookedUpText) { self.text = text }

  /// The indices of both names of each pair.
  ///
  /// - Parameter entities: in order, without overlaps.
  func pairs(among entities: [Candidate]) -> [(name: Int, other: Int)] {
    var pairs: [(Int, Int)] = []
    var last: Int?
    /// The name that the last one is a translation of.
    var translated: Int?
    for (index, entity) in entities.enumerated() where entity.label.isName && !isBeforeTranslation(entity) {
      let first = last
      last = index
      let original = translated
      translated = nil
      guard let first, isOneKind(entities[first], entity) else { continue }
      if isTranslation(entity.tokens.lowerBound, after: entities[first].tokens, inBracket: original != nil) {
        translated = original ?? first
        pairs.append((original ?? first, index))
      } else if isOtherName(entity.tokens.lowerBound, of: entities[first].tokens) {
        pairs.append((first, index))
      }
    }
    return pairs
  }

  /// Whether both can name one thing. Of an unsure label of the model's the text knows better.
  private func isOneKind(_ first: Candidate, _ second: Candidate) -> Bool {
    guard let kind = first.label.kind else { return first.label == second.label && first.label != .norp }
    return kind == second.label.kind
      || second.label.kind != nil && second.why == .model && second.score < Confidence.fair && kind != .person
  }

  /// Whether the entity is the "Latin" of "(Latin: …)".
  private func isBeforeTranslation(_ entity: Candidate) -> Bool {
    entity.tokens.count == 1 && (entity.label == .norp || entity.label == .language)
      && text.text.byte(entity.tokens.upperBound) == 0x3A
  }

  /// Whether a name is what another language has for the one before it: "Rulk (Latin: Rulkus; German: Rulken)".
  private func isTranslation(_ start: Int, after name: Range<Int>, inBracket: Bool) -> Bool {
    guard text.text.byte(start - 1) == 0x3A, start - name.upperBound <= Self.farthest, isLanguage(start - 2) else {
      return false
    }
    let next = text.text.byte(name.upperBound)
    guard next == 0x28 || inBracket && (next == 0x3B || next == 0x2C) else { return false }
    return !(name.upperBound..<start).contains { text.text.byte($0) == 0x29 || text.text[$0].followsBlankLine }
  }

  private func isLanguage(_ index: Int) -> Bool {
    guard let token = text.text.token(at: index), token.isWord else { return false }
    var isLanguage = false
    text.gazetteer.forEachSense(of: text.words[index].entry) { sense in
      if sense.label == .language || sense.label == .norp { isLanguage = true }
    }
    return isLanguage
  }

  /// Whether the name that begins at `start` is said to be another one of the name before it.
  private func isOtherName(_ start: Int, of name: Range<Int>) -> Bool {
    guard let known = beginOfPhrase(before: start), known >= name.upperBound, start - name.upperBound <= Self.farthest
    else { return false }
    // What the phrase belongs to has to be the name, which "Rulk's new house, known as …" is not.
    let next = text.text.byte(name.upperBound)
    guard next == 0x2C || next == 0x28 || next == 0x29 && text.text.byte(name.upperBound + 1) == 0x2C else {
      return false
    }
    guard !(name.upperBound..<start).contains(where: { text.words[$0].beginsSentence || !text.isJoined(at: $0) }) else {
      return false
    }
    let before = text.text.byte(known - 1)
    return before == 0x2C || before == 0x28
  }

  /// Where "also known as", "also called" or "formerly" before a name begins.
  private func beginOfPhrase(before start: Int) -> Int? {
    if text.text.token(start - 1, is: "formerly") { return start - 1 }
    for word in Self.callings where text.text.token(start - 1, is: word) {
      return text.text[start - 1].followsSpace && text.text.token(at: start - 2)?.shape == .lower
        ? start - 2 : start - 1
    }
    for index in stride(from: start - 1, through: max(0, start - Self.longestPhrase), by: -1) {
      guard text.text[index].isWord, !text.isCapital(index) else { return nil }
      guard text.text.token(index, is: "known") || text.text.token(index, is: "identified") else { continue }
      guard
        text.text.token(index + 1, is: "as") || text.text.token(index + 1, is: "by")
          || text.text.token(index + 2, is: "as")
      else { return nil }
      // "also known as", "self-identified as"
      let first = text.text.isHyphen(index - 1) ? index - 1 : index
      return text.text.token(at: first - 1)?.shape == .lower ? first - 1 : first
    }
    return nil
  }

  /// What stands right before another name.
  private static let callings: [StaticString] = ["called", "nicknamed", "dubbed", "alias", "aka"]
}
