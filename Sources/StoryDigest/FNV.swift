/// FNV-1a of 64 bits (http://www.isthe.com/chongo/tech/comp/fnv): the same on every machine and in every run.
struct FNV {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  static func hash(of bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = FNV()
    hash.add(bytes)
    return hash.value
  }
}
