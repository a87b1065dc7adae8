/// Numbers for distinct byte strings, in the order in which they come.
///
/// An open hash table over one array of bytes: a string that is there already costs no memory.
struct Interner {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  private var slots = [Int32](repeating: -1, count: 512)

  var count: Int { ends.count }

  /// The bytes of string `id`.
  subscript(id: Int) -> ArraySlice<UInt8> { bytes[(id == 0 ? 0 : ends[id - 1])..<ends[id]] }

  /// The number of `string`, and whether it is new.
  mutating func number(of string: Span<UInt8>) -> (id: Int, isNew: Bool) {
    let hash = Self.hash(string)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let id = Int(slots[slot])
      if hashes[id] == hash, holds(string, at: id) { return (id, false) }
      slot = (slot + 1) & (slots.count - 1)
    }
    let id = ends.count
    slots[slot] = Int32(truncatingIfNeeded: id)
    string.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    ends.append(bytes.count)
    hashes.append(hash)
    if 2 * ends.count > slots.count { grow() }
    return (id, true)
  }

  private func holds(_ string: Span<UInt8>, at id: Int) -> Bool {
    let start = id == 0 ? 0 : ends[id - 1]
    guard ends[id] - start == string.count else { return false }
    for index in string.indices where bytes[start + index] != string[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: 2 * slots.count)
    for (id, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: id)
    }
  }

  /// FNV-1a with its bits mixed down, since the table looks at the low ones.
  private static func hash(_ string: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in string.indices { hash = (hash ^ UInt64(string[index])) &* 0x100_0000_01B3 }
    return hash ^ hash >> 32
  }
}
