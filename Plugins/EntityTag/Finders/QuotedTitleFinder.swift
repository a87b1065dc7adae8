internal import DocumentModel

/// Finds titles of works in quotation marks: the novel "The Long Ferry".
struct QuotedTitleFinder: CandidateFinder {
  private static let longestTitle = 16

  func candidates(in text: LookedUpText) -> [Candidate] {
    var found: [Candidate] = []
    var index = 0
    while index < text.count {
      // Either quotation mark by its first byte.
      guard text.text[index].first == 0x22 || text.text[index].first == 0xE2,
        let title = title(openedAt: index, in: text)
      else {
        index += 1
        continue
      }
      if isTitle(title, in: text), hasCue(before: index, in: text) {
        found.append(
          Candidate(
            tokens: title, range: text.text.range(of: title), label: .workOfArt, why: .rule,
            score: Confidence.sure)
        )
      }
      index = title.upperBound
    }
    return found
  }

  /// The tokens between the quotation mark at `index` and its partner, the stop or comma before this left out.
  private func title(openedAt index: Int, in text: LookedUpText) -> Range<Int>? {
    let isStraight = text.text.byte(index) == 0x22
    guard isStraight || text.text.token(index, isMark: 0x201C) else { return nil }
    var end = index + 1
    while end < text.count, end - index <= Self.longestTitle, !text.text[end].followsBlankLine {
      if isStraight ? text.text.byte(end) == 0x22 : text.text.token(end, isMark: 0x201D) {
        var last = end
        if text.text.byte(last - 1) == 0x2C || text.text.byte(last - 1) == 0x2E { last -= 1 }
        return last > index + 1 ? (index + 1)..<last : nil
      }
      end += 1
    }
    return nil
  }

  /// Two words or more, all with capitals but those of grammar.
  private func isTitle(_ tokens: Range<Int>, in text: LookedUpText) -> Bool {
    var capitals = 0
    for index in tokens where text.text[index].isWord {
      if text.isCapital(index) {
        capitals += 1
      } else if !text.has([.function, .particle], at: index), !text.text[index].isPossessive {
        return false
      }
    }
    return capitals >= 2
  }

  /// "book", "titled" and the like among the four words before.
  private func hasCue(before index: Int, in text: LookedUpText) -> Bool {
    for previous in stride(from: index - 1, through: max(0, index - 4), by: -1) {
      if text.text.byte(previous) == 0x2E || text.text[previous + 1].followsBlankLine { return false }
      if text.has(.workCue, at: previous) || text.text.token(previous, is: "theme") { return true }
    }
    return false
  }
}
