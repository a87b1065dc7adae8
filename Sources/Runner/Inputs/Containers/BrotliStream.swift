internal import CBrotli
internal import Glibc

/// The bytes that others hold in Brotli's format (RFC 7932). What `read` throws as `malformed` is the reason alone.
final class BrotliStream: ByteStream {
  private let coded: [UInt8]
  private var position = 0
  private let state: OpaquePointer
  private var isAtEnd = false

  init(_ coded: [UInt8]) throws(ReadError) {
    guard let state = BrotliDecoderCreateInstance(nil, nil, nil) else {
      throw .unreadable(reason: systemReason(ENOMEM))
    }
    self.coded = coded
    self.state = state
  }

  deinit { BrotliDecoderDestroyInstance(state) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
    guard !isAtEnd else { return 0 }
    var room = buffer.count
    let result = coded.withUnsafeBufferPointer { coded in
      var left = coded.count - position
      var input = coded.baseAddress.map { $0 + position }
      var output = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
      let result = BrotliDecoderDecompressStream(state, &left, &input, &room, &output, nil)
      position = coded.count - left
      return result
    }
    let count = buffer.count - room
    switch result {
    case BROTLI_DECODER_RESULT_SUCCESS: isAtEnd = true
    case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT where count == 0: throw .malformed("truncated brotli input")
    case BROTLI_DECODER_RESULT_ERROR: throw .malformed("damaged brotli input")
    default: break
    }
    return count
  }
}
