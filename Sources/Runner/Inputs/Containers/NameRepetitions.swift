/// Tells names that come again from those before them, at a dozen bytes for each name.
struct NameRepetitions {
  private var hashes: Set<Int> = []
  /// The last number of each name that has come again, by its hash.
  private var numbers: [Int: Int] = [:]

  /// Whether `name` has come.
  func has(_ name: String) -> Bool { hashes.contains(name.byteHash) }

  /// What makes `name` another than all before it: nothing for the first, ` (2)` for the second.
  mutating func mark(of name: String) -> String {
    let hash = name.byteHash
    guard !hashes.insert(hash).inserted else { return "" }
    var number = numbers[hash] ?? 1
    var mark: String
    repeat {
      number += 1
      mark = " (\(number))"
    } while !hashes.insert((name + mark).byteHash).inserted
    numbers[hash] = number
    return mark
  }
}
