/// Bytes that are at hand, as a stream.
final class MemoryStream: ByteStream {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let piece = bytes[position..<min(position + buffer.count, bytes.count)]
    buffer.copyBytes(from: piece)
    position = piece.endIndex
    return piece.count
  }
}
