internal import CNettle

/// The SHA-256 of bytes (FIPS 180-4).
enum SHA256 {
  /// The digest's 32 bytes.
  static func digest(of bytes: Span<UInt8>) -> [UInt8] {
    var context = sha256_ctx()
    nettle_sha256_init(&context)
    bytes.withUnsafeBufferPointer { nettle_sha256_update(&context, $0.count, $0.baseAddress) }
    return [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_SIZE)) { digest, count in
      nettle_sha256_digest(&context, digest.count, digest.baseAddress)
      count = digest.count
    }
  }

  /// The digest in 64 lower-case hexadecimal digits.
  static func hexDigest(of bytes: Span<UInt8>) -> String {
    let digest = digest(of: bytes)
    return String(unsafeUninitializedCapacity: 2 * digest.count) { text in
      for (index, byte) in digest.enumerated() {
        text[2 * index] = hexadecimalDigit(byte >> 4)
        text[2 * index + 1] = hexadecimalDigit(byte & 15)
      }
      return 2 * digest.count
    }
  }

  private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
