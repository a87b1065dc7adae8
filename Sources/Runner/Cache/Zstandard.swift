internal import CZstd
internal import Synchronization

/// Bytes compressed by Zstandard (RFC 8878), each with a checksum.
enum Zstandard {
  /// A fast one: cached documents are written far more often than read.
  private static let level: CInt = -3

  /// Contexts that no thread uses just now; to make one takes as long as to compress an article.
  private static let idle = Mutex<[Context]>([])

  /// What compression needs, used by one thread at a time, whoever has taken it from `idle`.
  private final class Context: @unchecked Sendable {
    let handle: OpaquePointer

    init?() {
      guard let handle = ZSTD_createCCtx() else { return nil }
      ZSTD_CCtx_setParameter(handle, ZSTD_c_compressionLevel, level)
      ZSTD_CCtx_setParameter(handle, ZSTD_c_checksumFlag, 1)
      self.handle = handle
    }

    deinit { ZSTD_freeCCtx(handle) }
  }

  /// `bytes` as one frame; `nil` where there is no memory for it.
  static func compress(_ bytes: [UInt8]) -> [UInt8]? {
    guard let context = idle.withLock({ $0.popLast() }) ?? Context() else { return nil }
    defer { idle.withLock { $0.append(context) } }
    var failed = false
    let frame = [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(bytes.count)) { buffer, count in
      let result = bytes.withUnsafeBytes {
        ZSTD_compress2(context.handle, buffer.baseAddress, buffer.count, $0.baseAddress, $0.count)
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
