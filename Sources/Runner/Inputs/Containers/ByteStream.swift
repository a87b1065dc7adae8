internal import Glibc

/// Bytes that come piece by piece: of a file, a pipe, a member of an archive.
protocol ByteStream: AnyObject {
  /// Reads up to `buffer.count` bytes.
  ///
  /// - Returns: how many; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int
}

/// The bytes of a file or pipe, closed when no one needs it any more.
final class FileStream: ByteStream {
  private let file: OpenFile
  private let stop: StopFlag

  /// - Parameter stop: what ends the wait for a pipe's next bytes.
  init(_ file: OpenFile, stop: StopFlag) {
    self.file = file
    self.stop = stop
  }

  deinit { file.close() }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
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
