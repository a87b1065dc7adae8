internal import DocumentModel

/// Finds elections named by year and country: "1997 Irish general election".
struct ElectionFinder: CandidateFinder {
  func candidates(in text: LookedUpText) -> [Candidate] {
    var found: [Candidate] = []
    for index in 0..<text.count where text.text.token(index, is: "election") || text.text.token(index, is: "elections")
    {
      guard let start = start(before: index, in: text) else { continue }
      let tokens = start..<(index + 1)
      found.append(
        Candidate(
          tokens: tokens, range: text.text.range(of: tokens), label: .event, why: .rule, score: Confidence.sure))
    }
    return found
  }

  /// The year before one to five capitals before at most two words such as "general".
  private func start(before election: Int, in text: LookedUpText) -> Int? {
    var index = election - 1
    while index > election - 3, Self.kinds.contains(where: { text.text.token(index, is: $0) }) { index -= 1 }
    let last = index
    while index > last - 5, text.isCapital(index), text.isJoined(at: index + 1) { index -= 1 }
    guard index < last, index < election - 2 || last < election - 1, let year = text.text.token(at: index),
      year.isNumber, year.count == 4, text.isJoined(at: index + 1)
    else { return nil }
    return index
  }

  private static let kinds: [StaticString] = [
    "general", "presidential", "parliamentary", "legislative", "federal", "local", "mayoral", "gubernatorial",
    "provincial", "state", "municipal", "midterm", "leadership",
  ]
}
