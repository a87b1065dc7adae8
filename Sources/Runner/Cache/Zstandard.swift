internal import CZstd

/// Bytes compressed by Zstandard (RFC 8878), each with a checksum.
enum Zstandard {
  /// Level 1: cached documents are written far more often than read, and a third of the size is gained by any level.
  private static let level: CInt = 1

  /// `bytes` as one frame; `nil` where there is no memory for it.
  static func compress(_ bytes: [UInt8]) -> [UInt8]? {
    guard let context = ZSTD_createCCtx() else { return nil }
    defer { ZSTD_freeCCtx(context) }
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level)
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
    var failed = false
    let frame = [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(bytes.count)) { buffer, count in
      let result = bytes.withUnsafeBytes {
        ZSTD_compress2(context, buffer.baseAddress, buffer.count, $0.baseAddress, $0.count)
      }
      failed = ZSTD_isError(result) != 0
      count = failed ? 0 : result
    }
    return failed ? nil : frame
  }

  /// The bytes of one frame; `nil` where it is none, was damaged, or holds more than `limit` bytes.
  static func decompress(_ frame: [UInt8], limit: Int) -> [UInt8]? {
    let size = frame.withUnsafeBytes { ZSTD_getFrameContentSize($0.baseAddress, $0.count) }
    // The two largest numbers stand for "unknown" and "no frame".
    guard size <= UInt64(limit) else { return nil }
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
      let result = frame.withUnsafeBytes { ZSTD_decompress(buffer.baseAddress, buffer.count, $0.baseAddress, $0.count) }
      failed = ZSTD_isError(result) != 0 || result != Int(size)
      count = failed ? 0 : result
    }
    return failed ? nil : bytes
  }
}
