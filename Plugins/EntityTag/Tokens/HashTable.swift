/// Small numbers by hashes that are well mixed already, so that none is hashed again: open addressing, linear probing.
struct HashTable {
  private var keys: [UInt64]
  private var values: [Int32]
  private var count = 0

  init(minimumCapacity: Int = 64) {
    var size = 16
    while size < minimumCapacity * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    values = [Int32](repeating: 0, count: size)
  }

  /// The number under a hash. 0 stands for a free place, so it is taken for 1.
  subscript(hash: UInt64) -> Int? {
    get {
      let key = max(hash, 1)
      let place = place(of: key)
      return keys[place] == key ? Int(values[place]) : nil
    }
    set {
      guard let newValue else { return }
      let key = max(hash, 1)
      if count * 2 >= keys.count { grow() }
      let place = place(of: key)
      if keys[place] == 0 { count += 1 }
      keys[place] = key
      values[place] = Int32(truncatingIfNeeded: newValue)
    }
  }

  /// Where the key is, or the free place where it would go.
  @inline(__always)
  private func place(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[place] != 0, keys[place] != key { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    var larger = HashTable(minimumCapacity: keys.count)
    for place in keys.indices where keys[place] != 0 { larger[keys[place]] = Int(values[place]) }
    self = larger
  }
}
