internal import DocumentModel

/// Finds newspapers, magazines and journals that are called so: "the journal Rulk Letters", "the newspaper Velden".
struct PublicationFinder: CandidateFinder {
  func candidates(in text: LookedUpText) -> [Candidate] {
    var found: [Candidate] = []
    for start in 1..<max(text.count, 1) where text.text[start].startsUpper {
      guard text.text[start - 1].count > 6, isPublication(start - 1, in: text), text.isJoined(at: start),
        text.isNameWord(start),
        !text.words[start].isInTitleCase,
        text.classes(at: start).isDisjoint(with: [.title, .role])
      else { continue }
      let end = CapitalRun(in: text).end(from: start, atMost: 6)
      // Whom the newspaper told something is no newspaper.
      guard end > start, !text.words[start].entry.isFirstName, text.text.token(at: end)?.isPossessive != true else {
        continue
      }
      let tokens = start..<end
      found.append(
        Candidate(
          tokens: tokens, range: text.text.range(of: tokens), label: .org, why: .rule, score: Confidence.good))
    }
    return found
  }

  private func isPublication(_ index: Int, in text: LookedUpText) -> Bool {
    text.text[index].shape == .lower && text.text.token(index, isOneOf: Self.kinds)
  }

  private static let kinds: [StaticString] = ["journal", "newspaper", "magazine", "tabloid", "broadsheet"]
}
