/// Where the parts of a compiled gazetteer lie.
///
/// All integers are little-endian, all parts follow each other without gaps:
///
/// - header, 32 bytes: "GALLEYGZ", then 32-bit version, bucket bits, and the counts of keys, senses, canonical names and
///   bytes of these;
/// - buckets, 32 bits each, one more than 2^bits: the index of the first key whose hash begins with these bits;
/// - keys, 32 bits each: the hash's bits below the bucket's. With 15 bucket bits 47 of 64 are compared: among 100,000 keys
///   a word that is none of them is taken for one with a chance of 10^-9;
/// - values, 32 bits each: a `GazetteerEntry`;
/// - senses, 12 bytes each: a `GazetteerSense`;
/// - the ends of the canonical names in their bytes, 32 bits each, one more than names, and these bytes.
struct GazetteerLayout: Hashable, Sendable {
  static let version: UInt32 = 1
  static let headerSize = 32
  static let senseSize = 12

  let bucketBits: Int
  let keyCount: Int
  let senseCount: Int
  let nameCount: Int

  let keys: Int
  let values: Int
  let senses: Int
  let nameEnds: Int
  let nameBytes: Int

  /// Reads the header; `nil` where these are not the bytes of a gazetteer of this version, whole and of the right size.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= Self.headerSize, bytes.starts(with: "GALLEYGZ".utf8),
      bytes.word(at: 8) == Self.version
    else { return nil }
    bucketBits = Int(bytes.word(at: 12))
    keyCount = Int(bytes.word(at: 16))
    senseCount = Int(bytes.word(at: 20))
    nameCount = Int(bytes.word(at: 24))
    let nameSize = Int(bytes.word(at: 28))
    guard (1...24).contains(bucketBits) else { return nil }

    // Sums of products of 32-bit numbers: far from overflow.
    keys = Self.headerSize + ((1 << bucketBits) + 1) * 4
    values = keys + keyCount * 4
    senses = values + keyCount * 4
    nameEnds = senses + senseCount * Self.senseSize
    nameBytes = nameEnds + (nameCount + 1) * 4
    guard nameBytes + nameSize == bytes.count else { return nil }
  }
}

extension UnsafeRawBufferPointer {
  /// The 32-bit little-endian number at `offset`, which the caller has found to lie inside.
  @inline(__always)
  func word(at offset: Int) -> UInt32 { UInt32(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self)) }
}
