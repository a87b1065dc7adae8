/// The best one-to-one alignment of chains with chains, by Luo's φ4: twice the common mentions over all of both.
///
/// Chains that have no mention in common, over any number of steps, can't be aligned: each group of those that can is
/// solved for itself.
struct ChainAlignment {
  /// The sum of the similarities of aligned chains.
  let similarity: Double

  init(_ gold: [[Int]], _ found: [[Int]]) {
    var groups = Groups(count: gold.count + found.count)
    var placeOfMention: [Int: Int] = [:]
    for (place, chain) in found.enumerated() {
      for mention in chain { placeOfMention[mention] = place }
    }
    var common = [[Int: Int]](repeating: [:], count: gold.count)
    for (place, chain) in gold.enumerated() {
      for other in chain.compactMap({ placeOfMention[$0] }) {
        common[place][other, default: 0] += 1
        groups.join(place, gold.count + other)
      }
    }
    similarity = groups.members.reduce(0) { sum, members in
      let rows = members.filter { $0 < gold.count }
      let columns = members.filter { $0 >= gold.count }.map { $0 - gold.count }
      let table = rows.map { row in
        columns.map { 2 * Double(common[row][$0] ?? 0) / Double(gold[row].count + found[$0].count) }
      }
      return sum + Assignment(table).sum
    }
  }
}
