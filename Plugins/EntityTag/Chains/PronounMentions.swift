internal import DocumentModel

/// Finds the pronouns that can mean one person only: the paragraph has named nobody else before.
struct PronounMentions {
  private let text: LookedUpText
  private let people: [(tokens: Range<Int>, chain: Int)]

  /// - Parameter people: mentions of people in order, with their chains.
  init(_ people: [(tokens: Range<Int>, chain: Int)], in text: LookedUpText) {
    self.text = text
    self.people = people
  }

  /// The pronouns with their chains, in order.
  func found() -> [(candidate: Candidate, chain: Int)] {
    var found: [(Candidate, Int)] = []
    var next = 0
    /// The only person of the paragraph so far; -1 where there are several.
    var person: Int?
    /// The pronouns of one gender that have meant this person: "he" after "she" means somebody else.
    var gender: Int?
    for index in 0..<text.count {
      if text.text[index].followsBlankLine {
        person = nil
        gender = nil
      }
      while next < people.count, people[next].tokens.lowerBound <= index {
        if person == nil || person == people[next].chain { person = people[next].chain } else { person = -1 }
        next += 1
      }
      guard let chain = person, chain >= 0, let pronoun = Self.gender(of: index, in: text) else { continue }
      guard gender == nil || gender == pronoun else {
        person = -1
        continue
      }
      gender = pronoun
      let tokens = index..<(index + 1)
      found.append(
        (
          Candidate(
            tokens: tokens, range: text.text.range(of: tokens), label: .person, why: .rule, score: Confidence.likely),
          chain
        ))
    }
    return found
  }

  private static func gender(of index: Int, in text: LookedUpText) -> Int? {
    guard text.text[index].isWord, text.text[index].count <= 7 else { return nil }
    if masculine.contains(where: { text.text.token(index, is: $0) }) { return 0 }
    return feminine.contains(where: { text.text.token(index, is: $0) }) ? 1 : nil
  }

  private static let masculine: [StaticString] = ["he", "him", "his", "himself"]
  private static let feminine: [StaticString] = ["she", "her", "hers", "herself"]
}
