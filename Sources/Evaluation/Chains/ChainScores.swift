/// The measures of coreference for one document.
///
/// MUC: Vilain et al. 1995. B³: Bagga and Baldwin 1998, as the CoNLL scorer counts mentions that only one side has.
/// CEAF-e: Luo 2005, with the similarity φ4. LEA: Moosavi and Strube 2016. The definitions are those of the reference
/// scorer (Pradhan et al. 2014, https://aclanthology.org/P14-2006), chains of one mention included.
struct ChainScores {
  /// Chains as numbers of mentions; the same number is the same mention. No mention is in two chains of one side.
  let gold: [[Int]]
  let found: [[Int]]
  /// The words of each mention, in a form in which equal strings are equal.
  let words: [String]

  /// The parts of the CoNLL average, by their names in reports.
  static let conllParts = ["muc", "b3", "ceaf-e"]

  var muc: Tally {
    func count(_ chains: [[Int]], _ others: [Int: Int]) -> (Double, Double) {
      var (links, all) = (0, 0)
      for chain in chains {
        let kept = Set(chain.compactMap { others[$0] }).count
        let alone = chain.count { others[$0] == nil }
        links += chain.count - kept - alone
        all += chain.count - 1
      }
      return (Double(links), Double(all))
    }
    return tally(count)
  }

  var bCubed: Tally {
    tally { chains, others in
      var sum = 0.0
      for chain in chains {
        let shares = Self.shares(of: chain, others)
        sum += Double(shares.reduce(0) { $0 + $1 * $1 }) / Double(chain.count)
      }
      return (sum, Double(chains.reduce(0) { $0 + $1.count }))
    }
  }

  var ceafE: Tally {
    let similarity = ChainAlignment(gold, found).similarity
    return Tally(
      right: similarity, found: Double(found.count), recalled: similarity, gold: Double(gold.count))
  }

  var lea: Tally {
    let sizes = (gold: gold.map(\.count), found: found.map(\.count))
    func count(_ chains: [[Int]], _ others: [Int: Int], _ otherSizes: [Int]) -> (Double, Double) {
      var sum = 0.0
      for chain in chains {
        if chain.count == 1 {
          if let other = others[chain[0]], otherSizes[other] == 1 { sum += 1 }
          continue
        }
        let common = Self.shares(of: chain, others).reduce(0) { $0 + Self.links($1) }
        sum += Double(chain.count) * Double(common) / Double(Self.links(chain.count))
      }
      return (sum, Double(chains.reduce(0) { $0 + $1.count }))
    }
    let recalled = count(gold, places(found), sizes.found)
    let right = count(found, places(gold), sizes.gold)
    return Tally(right: right.0, found: right.1, recalled: recalled.0, gold: recalled.1)
  }

  /// Pairs of mentions of one thing.
  var links: Tally { links { Self.links($0.count) } }

  /// Pairs of mentions of one thing whose words differ: what needs more than comparing strings.
  var nonTrivialLinks: Tally {
    links { mentions in
      let counts = Dictionary(mentions.map { (words[$0], 1) }, uniquingKeysWith: +)
      return Self.links(mentions.count) - counts.values.reduce(0) { $0 + Self.links($1) }
    }
  }

  private func links(_ count: ([Int]) -> Int) -> Tally {
    let places = places(found)
    let common = gold.reduce(0) { sum, chain in
      sum + Dictionary(grouping: chain.filter { places[$0] != nil }) { places[$0] }.values.reduce(0) { $0 + count($1) }
    }
    return Tally(
      matched: common, found: found.reduce(0) { $0 + count($1) }, gold: gold.reduce(0) { $0 + count($1) })
  }

  /// The tally of a measure whose precision is its recall with the sides changed.
  private func tally(_ count: ([[Int]], [Int: Int]) -> (Double, Double)) -> Tally {
    let recalled = count(gold, places(found))
    let right = count(found, places(gold))
    return Tally(right: right.0, found: right.1, recalled: recalled.0, gold: recalled.1)
  }

  /// The number of the chain that each mention is in.
  private func places(_ chains: [[Int]]) -> [Int: Int] {
    var places: [Int: Int] = [:]
    for (place, chain) in chains.enumerated() {
      for mention in chain { places[mention] = place }
    }
    return places
  }

  /// How many mentions of `chain` each chain of the other side has.
  private static func shares(of chain: [Int], _ others: [Int: Int]) -> [Int] {
    Array(Dictionary(chain.compactMap { others[$0] }.map { ($0, 1) }, uniquingKeysWith: +).values)
  }

  private static func links(_ count: Int) -> Int { count * (count - 1) / 2 }
}
