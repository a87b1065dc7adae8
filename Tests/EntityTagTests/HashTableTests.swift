import StageTesting
import Testing

@testable import EntityTagPlugin

@Suite struct HashTableTests {
  @Test func isADictionary() {
    var random = SplitMix64(seed: 11)
    var table = HashTable(minimumCapacity: 1)
    var dictionary: [UInt64: Int] = [:]
    for _ in 0..<5000 {
      // Few and close keys, so that they meet and share places.
      let key = UInt64.random(in: 1...3000, using: &random) << UInt64.random(in: 0...40, using: &random)
      #expect(table[key] == dictionary[key])
      let value = Int.random(in: -1...100_000, using: &random)
      table[key] = value
      dictionary[key] = value
    }
    for (key, value) in dictionary { #expect(table[key] == value) }
  }
}
