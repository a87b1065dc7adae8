internal import CNettle

/// The key of a document in a database: the first 63 bits of the SHA-256 of its id.
///
/// So it is the same in every database and after any history of runs, and what is in the tables does not depend on the
/// order in which documents came. That two of a million documents share one happens once in 18 million such databases;
/// the second is refused then.
struct DocumentKey: Hashable, Comparable {
  let value: Int

  init(of id: String) {
    var context = sha256_ctx()
    nettle_sha256_init(&context)
    var id = id
    id.withUTF8 { nettle_sha256_update(&context, $0.count, $0.baseAddress) }
    value = withUnsafeTemporaryAllocation(byteCount: 8, alignment: 8) { digest in
      nettle_sha256_digest(&context, 8, digest.baseAddress?.assumingMemoryBound(to: UInt8.self))
      return Int(UInt64(bigEndian: digest.load(as: UInt64.self)) >> 1)
    }
  }

  static func < (left: DocumentKey, right: DocumentKey) -> Bool { left.value < right.value }
}
