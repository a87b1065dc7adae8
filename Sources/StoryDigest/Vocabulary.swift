/// The words and names of all articles, each with a number; those that tell what an article is about are marked.
struct Vocabulary {
  private var numbers: [String: Int32] = [:]
  private var terms: [String] = []
  private var isKey: [Bool] = []

  /// The number of `term`.
  mutating func number(of term: String) -> Int32 {
    if let number = numbers[term] { return number }
    let number = Int32(terms.count)
    numbers[term] = number
    terms.append(term)
    isKey.append(false)
    return number
  }

  /// Notes that `term` is part of a keyphrase or a name somewhere.
  mutating func mark(_ term: String) { isKey[Int(number(of: term))] = true }

  /// The number of `term`, where it is part of a keyphrase or a name somewhere.
  func key(_ term: String) -> Int32? { numbers[term].flatMap { isKey[Int($0)] ? $0 : nil } }

  /// Whether there is a term that is part of a keyphrase or a name.
  var hasMarks: Bool { isKey.contains(true) }

  func isMarked(_ number: Int32) -> Bool { isKey[Int(number)] }

  var count: Int { terms.count }

  /// Whether each number is a name's of several words, which have a space before them as nothing else has.
  var areNames: [Bool] { terms.map { $0.utf8.first == 0x20 } }

  /// The place of each number's term in alphabetical order, which does not depend on what was read first.
  ///
  /// - Complexity: O(n log n).
  var alphabeticalRanks: [Int32] {
    var ranks = [Int32](repeating: 0, count: terms.count)
    let order = terms.indices.sorted { terms[$0].unicodeScalars.lexicographicallyPrecedes(terms[$1].unicodeScalars) }
    for (rank, number) in order.enumerated() { ranks[number] = Int32(rank) }
    return ranks
  }
}
