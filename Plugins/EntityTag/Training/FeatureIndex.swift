/// Numbers features as they come, and counts them.
struct FeatureIndex {
  private var numbers: [UInt64: Int32] = [:]
  private(set) var hashes: [UInt64] = []
  private(set) var counts: [Int32] = []

  mutating func number(of hash: UInt64) -> Int32 {
    if let number = numbers[hash] {
      counts[Int(number)] += 1
      return number
    }
    let number = Int32(truncatingIfNeeded: hashes.count)
    numbers[hash] = number
    hashes.append(hash)
    counts.append(1)
    return number
  }

  /// Leaves out what came less than `least` times by `counts`, and gives the new number of each old one, -1 where it is
  /// left out.
  mutating func prune(by counts: [Int32], least: Int32) -> [Int32] {
    var kept: [UInt64] = []
    let places = hashes.indices.map { index -> Int32 in
      guard counts[index] >= least else { return -1 }
      kept.append(hashes[index])
      return Int32(truncatingIfNeeded: kept.count - 1)
    }
    hashes = kept
    numbers = [:]
    self.counts = []
    return places
  }
}
