/// Numbers for distinct byte strings, in the order in which they come.
///
/// An open hash table over one array of bytes: a string that is there already costs no memory.
struct Interner {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  private var slots = [Int32](repeating: -1, count: 512)

  var count: Int { ends.count }

  /// The number of `string`, or `nil` where it never came.
  func find(_ string: Span<UInt8>) -> Int? {
    let hash = Self.hash(string)
    let id = Int(slots[slot(of: string, hash)])
    return id >= 0 ? id : nil
  }

  /// The number of `string`, and whether it is new.
  mutating func number(of string: Span<UInt8>) -> (id: Int, isNew: Bool) {
    let hash = Self.hash(string)
    let slot = slot(of: string, hash)
    if slots[slot] >= 0 { return (Int(slots[slot]), false) }
    let id = ends.count
    slots[slot] = Int32(truncatingIfNeeded: id)
    string.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    ends.append(bytes.count)
    hashes.append(hash)
    if 2 * ends.count > slots.count { grow() }
    return (id, true)
  }

  /// Where `string` is, or the free place where it belongs.
  private func slot(of string: Span<UInt8>, _ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let id = Int(slots[slot])
      if hashes[id] == hash, holds(string, at: id) { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
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
