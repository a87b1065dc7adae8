internal import Glibc

/// Numbers for distinct byte strings, in the order in which they come.
///
/// An open hash table over one array of bytes: a string that is there already costs no memory.
struct Interner {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]
  private var slots = [Slot](repeating: Slot(), count: 512)

  /// A place of the table.
  private struct Slot {
    var key: UInt64 = 0
    var id: Int32 = -1
  }

  var count: Int { ends.count - 1 }

  /// The number of `string`, or `nil` where it never came.
  func find(_ string: Span<UInt8>) -> Int? {
    string.withUnsafeBufferPointer { string in
      let id = slots[slot(of: string, Self.key(of: string))].id
      return id >= 0 ? Int(id) : nil
    }
  }

  /// The number of `string`, and whether it is new.
  mutating func number(of string: Span<UInt8>) -> (id: Int, isNew: Bool) {
    // The words of all documents pass here: an unsafe pointer spares a check for each byte.
    string.withUnsafeBufferPointer { number(of: $0) }
  }

  private mutating func number(of string: UnsafeBufferPointer<UInt8>) -> (id: Int, isNew: Bool) {
    let key = Self.key(of: string)
    let slot = slot(of: string, key)
    if slots[slot].id >= 0 { return (Int(slots[slot].id), false) }
    let id = count
    slots[slot] = Slot(key: key, id: Int32(truncatingIfNeeded: id))
    bytes.append(contentsOf: string)
    ends.append(bytes.count)
    if 2 * count > slots.count { grow() }
    return (id, true)
  }

  /// Where `string` is, or the free place where it belongs.
  private func slot(of string: UnsafeBufferPointer<UInt8>, _ key: UInt64) -> Int {
    var slot = place(of: key)
    while slots[slot].id >= 0 {
      if slots[slot].key == key, string.count <= Self.wholeInKey || holds(string, at: Int(slots[slot].id)) { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  /// Where the search for a key begins.
  private func place(of key: UInt64) -> Int { Int(truncatingIfNeeded: Self.mixed(key)) & (slots.count - 1) }

  private func holds(_ string: UnsafeBufferPointer<UInt8>, at id: Int) -> Bool {
    guard ends[id + 1] - ends[id] == string.count, let start = string.baseAddress else { return string.isEmpty }
    return bytes.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { memcmp($0 + ends[id], start, string.count) == 0 } ?? false
    }
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: 2 * old.count)
    for taken in old where taken.id >= 0 {
      var slot = place(of: taken.key)
      while slots[slot].id >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = taken
    }
  }

  /// The longest string that its key holds as it is, so that nothing else has to be looked at to tell it from others.
  private static let wholeInKey = 7

  /// A short string's bytes and length, or a longer one's hash below a length that no short one has.
  ///
  /// Hashed are eight bytes at a time into a product whose halves are added up: the mixing step of wyhash
  /// (https://github.com/wangyi-fudan/wyhash).
  private static func key(of string: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(string)
    var hash = UInt64(truncatingIfNeeded: raw.count)
    var at = 0
    while at + 8 <= raw.count {
      hash = mixed(hash ^ raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      at += 8
    }
    var rest: UInt64 = 0
    for index in at..<raw.count { rest = rest << 8 | UInt64(raw[index]) }
    if raw.count <= wholeInKey { return rest | UInt64(raw.count) << 56 }
    return mixed(hash ^ rest) | 0xFF << 56
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }
}
