internal import DocumentModel

/// Finds types of weapons, vehicles and devices by their numbers: "F-16", "S-400", "Boeing 737".
struct ProductFinder: CandidateFinder {
  func candidates(in text: LookedUpText) -> [Candidate] {
    var found: [Candidate] = []
    for index in 0..<text.count where text.text[index].isNumber {
      guard let start = start(before: index, in: text) else { continue }
      var end = index + 1
      // "F-16s", "Su-27SM".
      if let next = text.text.token(at: end), next.isWord, !next.followsSpace, !next.isPossessive, next.count < 4 {
        end += 1
      }
      let tokens = start..<end
      found.append(
        Candidate(
          tokens: tokens, range: text.text.range(of: tokens), label: .product, why: .rule, score: Confidence.good))
    }
    return found
  }

  private func start(before number: Int, in text: LookedUpText) -> Int? {
    if text.text.isHyphen(number - 1), let word = text.text.token(at: number - 2), word.isWord, word.startsUpper,
      word.count <= 3, word.followsSpace || number == 2 || text.text[number - 2].count == 1,
      text.text[number].count <= 3,
      !Self.others.contains(where: { text.text.token(number - 2, is: $0) }), !text.text.isHyphen(number - 3)
    {
      return number - 2
    }
    let isType = text.text[number].count == 3 && text.isJoined(at: number)
    if isType, Self.makers.contains(where: { text.text.token(number - 1, is: $0) }) { return number - 1 }
    if text.text.token(number - 1, is: "iphone") || text.text.token(number - 1, is: "xbox") { return number - 1 }
    return nil
  }

  /// Letters with a hyphen and a number that are groups, roads or routes.
  private static let others: [StaticString] = ["g", "u", "i", "p", "vol", "no", "mid", "top", "pre"]
  private static let makers: [StaticString] = ["boeing", "airbus", "antonov", "tupolev", "ilyushin", "fokker"]
}
