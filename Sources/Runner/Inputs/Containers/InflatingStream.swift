internal import CZlib
internal import Glibc

/// The bytes that a stream holds in a form of deflate, checked against its checksums.
///
/// gzip is not left to libarchive, which passes over the checksums. What `read` throws as `malformed` is the reason alone.
final class InflatingStream: ByteStream {
  /// What stands around the deflated bytes, by what zlib calls it.
  enum Format: CInt {
    /// RFC 1952, any number of members.
    case gzip = 31
    /// RFC 1950.
    case zlib = 15
    /// RFC 1951, nothing.
    case raw = -15
  }

  private let stream: any ByteStream
  private let format: Format
  /// zlib keeps its address.
  private let state: UnsafeMutablePointer<z_stream>
  private var input = [UInt8](repeating: 0, count: 1 << 17)
  private var unread = 0..<0
  /// How many compressed bytes have been read.
  private(set) var bytesRead = 0
  private var isInMember = true
  /// Whether zlib has kept bytes back for want of room.
  private var hasMore = false
  /// What went wrong behind bytes that were still good.
  private var failure: ReadError?

  init(_ stream: any ByteStream, _ format: Format) throws(ReadError) {
    self.stream = stream
    self.format = format
    state = .allocate(capacity: 1)
    state.initialize(to: z_stream())
    guard czlib_inflateInit2(state, format.rawValue) == Z_OK else {
      throw .unreadable(reason: systemReason(ENOMEM))
    }
  }

  deinit {
    inflateEnd(state)
    state.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
    if let failure { throw failure }
    while true {
      if !isInMember, try !beginsMember() { return 0 }
      if unread.isEmpty, !hasMore, try !fill() { throw .malformed("truncated \(format) input") }
      let (count, status) = inflate(into: buffer)
      switch status {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END:
        isInMember = false
        inflateReset(state)
      default:
        let reason = state.pointee.msg.map { String(cString: $0) } ?? "it makes no sense"
        let error = ReadError.malformed("damaged \(format) input: \(reason)")
        guard count > 0 else { throw error }
        failure = error
      }
      if count > 0 { return count }
    }
  }

  /// One call of inflate(3): how many bytes it gave, and what it says.
  private func inflate(into buffer: UnsafeMutableRawBufferPointer) -> (count: Int, status: CInt) {
    input.withUnsafeMutableBufferPointer { input in
      state.pointee.next_in = input.baseAddress.map { $0 + unread.lowerBound }
      state.pointee.avail_in = UInt32(unread.count)
      state.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
      let room = UInt32(clamping: buffer.count)
      state.pointee.avail_out = room
      let status = CZlib.inflate(state, Z_NO_FLUSH)
      unread = unread.upperBound - Int(state.pointee.avail_in)..<unread.upperBound
      hasMore = state.pointee.avail_out == 0
      return (Int(room - state.pointee.avail_out), status)
    }
  }

  /// Whether there is another member. Zeros may fill up the last block of a tape, and what is no gzip is passed over at the
  /// end, as gzip(1) has it.
  private func beginsMember() throws(ReadError) -> Bool {
    guard format == .gzip else { return false }
    while true {
      if unread.isEmpty, try !fill() { return false }
      guard let first = unread.first(where: { input[$0] != 0 }) else {
        unread = 0..<0
        continue
      }
      guard input[first] == 0x1F, first + 1 == unread.upperBound || input[first + 1] == 0x8B else {
        try passOverRest()
        return false
      }
      unread = first..<unread.upperBound
      isInMember = true
      return true
    }
  }

  /// Reads to the end.
  ///
  /// - Throws: `malformed` where there is another member further on: then the one in between is damaged.
  private func passOverRest() throws(ReadError) {
    repeat {
      guard !input[unread].contains([0x1F, 0x8B, 8]) else { throw .malformed("what follows a member is no gzip") }
    } while try fill()
  }

  /// Reads more; `false` at the end.
  private func fill() throws(ReadError) -> Bool {
    unread = 0..<(try stream.read(into: &input))
    bytesRead += unread.count
    return !unread.isEmpty
  }
}
