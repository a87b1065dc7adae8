internal import DocumentModel

/// Guesses at capitals inside sentences that nothing else explains: a place after "in", an organization in capitals.
struct LoneNameFinder: CandidateFinder {
  func candidates(in text: LookedUpText) -> [Candidate] {
    var found: [Candidate] = []
    var index = 0
    while index < text.count {
      guard isUnexplained(index, in: text) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < text.count, text.isJoined(at: end), isUnexplained(end, in: text) { end += 1 }
      if let label = label(of: index..<end, in: text) {
        let tokens = index..<end
        found.append(
          Candidate(
            tokens: tokens, range: text.text.range(of: tokens), label: label, why: .rule, score: Confidence.weak))
      }
      index = end
    }
    return found
  }

  private func isUnexplained(_ index: Int, in text: LookedUpText) -> Bool {
    let word = text.words[index]
    guard text.isNameWord(index), !word.beginsSentence, !word.isInTitleCase, !text.text[index].isPossessive else {
      return false
    }
    return !text.text[index].isInitial && !text.text.isHyphen(index - 1) && !text.text.isHyphen(index + 1)
      && word.classes.isDisjoint(with: [.title, .noName])
  }

  private func label(of tokens: Range<Int>, in text: LookedUpText) -> Label? {
    if tokens.count == 1, text.text[tokens.lowerBound].shape == .allCaps {
      let entry = text.words[tokens.lowerBound].entry
      return (3...6).contains(text.text[tokens.lowerBound].count) && !entry.isCommon && !entry.hasSenses
        && !text.text[tokens.lowerBound].hasDigit ? .org : nil
    }
    guard tokens.allSatisfy({ !text.words[$0].entry.isCommon && text.words[$0].classes.isDisjoint(with: .tails) })
    else { return nil }
    let isPlain = tokens.allSatisfy { text.text[$0].shape == .capitalized && text.text[$0].count > 2 }
    guard isPlain, tokens.count <= 3 else { return nil }
    if tokens.count <= 2, NameContext(tokens, in: text).speaksStronglyForPlace { return .gpe }
    return tokens.count > 1 && tokens.allSatisfy { !text.words[$0].entry.hasSenses && text.words[$0].classes.isEmpty }
      ? .person : nil
  }
}
