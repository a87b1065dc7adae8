internal import DocumentModel

/// Numbers for the mentions of both sides: one number for two that are the same mention.
struct MentionPairs {
  private(set) var golds: [Int]
  private(set) var founds: [Int]
  /// The words of each number: those of the gold where both sides have it.
  private(set) var words: [String]

  /// - Parameter byOverlap: whether mentions that overlap are the same, as far as none is used twice; else their ranges
  ///   have to be equal.
  init(gold: [Finding], found: [Finding], byOverlap: Bool) {
    let matching = Matching(gold: gold, found: found)
    golds = Array(gold.indices)
    founds = Array(found.indices).map { gold.count + $0 }
    words = (gold + found).map(\.words.comparable)
    for pair in matching.pairs where byOverlap || matching.isSamePlace(pair) { founds[pair.found] = pair.gold }
  }

  /// The chains of one side as lists of numbers, in the order of their first mentions.
  static func chains(_ chains: [Int], _ numbers: [Int]) -> [[Int]] {
    var places: [Int: Int] = [:]
    var result: [[Int]] = []
    for (chain, number) in zip(chains, numbers) {
      if let place = places[chain] {
        result[place].append(number)
      } else {
        places[chain] = result.count
        result.append([number])
      }
    }
    return result
  }
}
