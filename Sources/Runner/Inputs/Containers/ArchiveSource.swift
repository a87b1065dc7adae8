internal import CArchive

/// A stream that libarchive reads from.
final class ArchiveSource {
  private let stream: any ByteStream
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)
  /// What kept the stream from being read.
  private(set) var failure: ReadError?

  init(_ stream: any ByteStream) { self.stream = stream }

  deinit { buffer.deallocate() }

  /// Opens `archive` on the stream; it has to be freed before this object.
  func open(_ archive: OpaquePointer) -> CInt {
    let context = Unmanaged.passUnretained(self).toOpaque()
    return archive_read_open(
      archive, context, nil,
      { _, context, piece in
        guard let context else { return la_ssize_t(ARCHIVE_FATAL) }
        let source = Unmanaged<ArchiveSource>.fromOpaque(context).takeUnretainedValue()
        piece?.pointee = UnsafeRawPointer(source.buffer.baseAddress)
        return source.read()
      }, nil)
  }

  private func read() -> la_ssize_t {
    do throws(ReadError) {
      return try stream.read(into: buffer)
    } catch {
      failure = error
      return la_ssize_t(ARCHIVE_FATAL)
    }
  }
}
