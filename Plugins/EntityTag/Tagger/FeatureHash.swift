/// The hash of a feature: what kind it is, and the values that it joins.
///
/// Models hold these hashes, so they are fixed with the model's version.
@inline(__always)
func featureHash(_ kind: UInt64, _ first: UInt64, _ second: UInt64 = 0, _ third: UInt64 = 0) -> UInt64 {
  // Multiplying by odd constants and folding, after Murmur's finalizer
  // (https://github.com/aappleby/smhasher/wiki/MurmurHash3).
  var hash = (first &+ kind &* 0x9E37_79B9_7F4A_7C15) &* 0xFF51_AFD7_ED55_8CCD
  hash ^= hash >> 32 ^ second &* 0xC4CE_B9FE_1A85_EC53
  hash = (hash ^ third &* 0xA24B_AED4_963E_E407) &* 0x9FB2_1C65_1E98_DF25
  return hash ^ hash >> 32
}

/// Room for the features of one token, without an allocation.
struct FeatureList {
  static let capacity = 64
  private(set) var hashes = InlineArray<64, UInt64>(repeating: 0)
  /// What a model's table has at the features' first places.
  var rows = InlineArray<64, UInt64>(repeating: 0)
  private(set) var count = 0

  @inline(__always)
  mutating func add(_ hash: UInt64) {
    guard count < Self.capacity else { return }
    hashes[count] = hash
    count += 1
  }

  mutating func removeAll() { count = 0 }
}
