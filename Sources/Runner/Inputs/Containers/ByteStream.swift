internal import Glibc

/// Bytes that come piece by piece: of a file, a pipe, a member of an archive.
protocol ByteStream: AnyObject {
  /// Reads up to `buffer.count` bytes.
  ///
  /// - Returns: how many; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int
}

extension ByteStream {
  /// Reads into `bytes` from `start` to their end.
  ///
  /// - Returns: how many; 0 at the end.
  func read(into bytes: inout [UInt8], from start: Int = 0) throws(ReadError) -> Int {
    // withUnsafeMutableBytes(_:) throws any error.
    var result: Result<Int, ReadError> = .success(0)
    bytes.withUnsafeMutableBytes { buffer in
      let room = UnsafeMutableRawBufferPointer(rebasing: buffer[start...])
      do throws(ReadError) { result = .success(try read(into: room)) } catch { result = .failure(error) }
    }
    return try result.get()
  }

  /// All bytes that are left: of `input`, where they are one's.
  ///
  /// - Throws: `tooLarge` where there are more than `limit`, `leftOut` after the first of what is no document.
  func allBytes(of input: Input? = nil, limit: Int) throws(ReadError) -> [UInt8] {
    var bytes: [UInt8] = []
    var untold = input.flatMap { $0.isUntold ? $0 : nil }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try read(into: &piece)
      if let input = untold, count == 0 || bytes.count >= MediaType.toldWithin {
        _ = try input.kind(by: bytes.span)
        untold = nil
      }
      if count == 0 { return bytes }
      guard count <= limit - bytes.count else { throw .tooLarge(limit: limit) }
      bytes += piece[..<count]
    }
  }
}

/// The bytes of a file or pipe, closed when no one needs it any more.
final class FileStream: ByteStream {
  private let file: OpenFile
  private let stop: StopFlag
  /// What has been looked at and not been read.
  private var head: ArraySlice<UInt8> = []

  /// The bytes that the file has; `nil` for what has no size, as pipes.
  var size: Int? { file.size }

  /// - Parameter stop: what ends the wait for a pipe's next bytes.
  init(_ file: OpenFile, stop: StopFlag) {
    self.file = file
    self.stop = stop
  }

  deinit { file.close() }

  /// What the stream begins with, before anything is read: at most `count` bytes.
  func peek(_ count: Int) throws(ReadError) -> [UInt8] {
    var found = head
    head = []
    var piece = [UInt8](repeating: 0, count: count)
    while found.count < count, case let read = try read(into: &piece, from: found.count), read > 0 {
      found += piece[found.count..<found.count + read]
    }
    head = found
    return Array(found)
  }

  /// The descriptor, for others to read from, before what has been looked at; `nil` where there is no way back, as in pipes.
  func rewind() -> CInt? {
    guard lseek(file.descriptor, -off_t(head.count), SEEK_CUR) >= 0 else { return nil }
    head = []
    return file.descriptor
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
    guard head.isEmpty else {
      let piece = head.prefix(buffer.count)
      buffer.copyBytes(from: piece)
      head = head.dropFirst(piece.count)
      return piece.count
    }
    if file.size == nil { try waitForBytes() }
    while true {
      let count = Glibc.read(file.descriptor, buffer.baseAddress, buffer.count)
      guard count < 0 else { return count }
      guard errno == EINTR else { throw .unreadable(reason: systemReason(errno)) }
    }
  }

  /// Waits in short turns: a read would go on waiting after a signal, which may have come to another thread.
  private func waitForBytes() throws(ReadError) {
    var request = pollfd(fd: file.descriptor, events: Int16(POLLIN), revents: 0)
    while stop.signal == nil {
      if poll(&request, 1, 200) != 0, errno != EINTR || request.revents != 0 { return }
    }
    throw .unreadable(reason: "the run was interrupted")
  }
}
