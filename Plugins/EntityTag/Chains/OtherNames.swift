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
    for (index, entity) in entities.enumerated() where entity.label.isName {
      defer { last = index }
      guard let name = last, isOneKind(entities[name].label, entity.label),
        isOtherName(entity.tokens.lowerBound, of: entities[name].tokens)
      else { continue }
      pairs.append((name, index))
    }
    return pairs
  }

  private func isOneKind(_ first: Label, _ second: Label) -> Bool {
    first.kind.map { $0 == second.kind } ?? (first == second && first != .norp)
  }

  /// Whether the name that begins at `start` is said to be another one of the name before it.
  private func isOtherName(_ start: Int, of name: Range<Int>) -> Bool {
    guard let known = beginOfPhrase(before: start), known >= name.upperBound, start - name.upperBound <= Self.farthest
    else { return false }
    // What the phrase belongs to has to be the name, which "Rulk's new house, known as …" is not.
    let next = text.text.byte(name.upperBound)
    guard next == 0x2C || next == 0x28 else { return false }
    guard !(name.upperBound..<start).contains(where: { text.words[$0].beginsSentence || !text.isJoined(at: $0) }) else {
      return false
    }
    let before = text.text.byte(known - 1)
    return before == 0x2C || before == 0x28
  }

  /// Where "also known as" or "formerly" before a name begins.
  private func beginOfPhrase(before start: Int) -> Int? {
    if text.text.token(start - 1, is: "formerly") { return start - 1 }
    for index in stride(from: start - 1, through: max(0, start - Self.longestPhrase), by: -1) {
      guard text.text[index].isWord, !text.isCapital(index) else { return nil }
      guard text.text.token(index, is: "known") else { continue }
      guard
        text.text.token(index + 1, is: "as") || text.text.token(index + 1, is: "by")
          || text.text.token(index + 2, is: "as")
      else { return nil }
      return text.text.token(at: index - 1)?.shape == .lower ? index - 1 : index
    }
    return nil
  }
}
