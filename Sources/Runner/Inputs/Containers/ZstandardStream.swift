internal import CZstd
internal import Glibc

/// The bytes that others hold in frames of Zstandard (RFC 8878), checked against their checksums. What `read` throws as
/// `malformed` is the reason alone.
final class ZstandardStream: ByteStream {
  static let magic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]

  private let coded: [UInt8]
  private var position = 0
  private let context: OpaquePointer
  private var isInFrame = true

  init(_ coded: [UInt8]) throws(ReadError) {
    guard let context = ZSTD_createDCtx() else { throw .unreadable(reason: systemReason(ENOMEM)) }
    self.coded = coded
    self.context = context
  }

  deinit { ZSTD_freeDCtx(context) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
    while true {
      if !isInFrame {
        guard coded[position...].starts(with: Self.magic) else { return 0 }
        isInFrame = true
      }
      var output = ZSTD_outBuffer(dst: buffer.baseAddress, size: buffer.count, pos: 0)
      let result = coded.withUnsafeBytes { coded in
        var input = ZSTD_inBuffer(src: coded.baseAddress, size: coded.count, pos: position)
        let result = ZSTD_decompressStream(context, &output, &input)
        position = input.pos
        return result
      }
      if ZSTD_isError(result) != 0 {
        throw .malformed("damaged zstd input: \(String(cString: ZSTD_getErrorName(result)))")
      }
      isInFrame = result != 0
      if output.pos > 0 { return output.pos }
      if isInFrame, position == coded.count { throw .malformed("truncated zstd input") }
    }
  }
}
