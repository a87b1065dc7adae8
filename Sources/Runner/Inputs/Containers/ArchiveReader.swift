internal import CArchive
internal import Glibc

/// libarchive at work on one file: its members one after the other, or the bytes of a file that is merely compressed.
final class ArchiveReader: ByteStream {
  private let archive: OpaquePointer
  private let file: OpenFile
  /// libarchive decodes names by the thread's locale, and refuses what is beyond ASCII in the one that programs start in.
  private let locale: locale_t?
  private let maximumExpansion: Int
  private let harmlessBytes: Int
  private var bytesRead = 0
  /// Whether anything has been read.
  private var hasBegun = false
  /// Whether nothing more can be read.
  private(set) var hasFailed = false

  /// What to read the file as.
  enum Content {
    /// The members of an archive.
    case members
    /// Bytes, unpacked where they are compressed.
    case bytes
  }

  /// A member's head.
  struct Entry {
    /// The path with the bytes as they are in the archive.
    let path: [UInt8]
    let isFolder: Bool
    let isFile: Bool
    let isEncrypted: Bool
  }

  init(_ file: Input, _ content: Content, _ settings: FeedSettings) throws(ReadError) {
    guard let archive = archive_read_new() else { throw .unreadable(reason: systemReason(ENOMEM)) }
    do throws(ReadError) { self.file = try file.open() } catch {
      archive_read_free(archive)
      throw error
    }
    self.archive = archive
    locale = newlocale(CInt(1) << LC_CTYPE, "C.UTF-8", nil)
    maximumExpansion = settings.maximumExpansion
    harmlessBytes = settings.harmlessBytes
    archive_read_support_filter_gzip(archive)
    archive_read_support_filter_bzip2(archive)
    archive_read_support_filter_xz(archive)
    archive_read_support_filter_zstd(archive)
    archive_read_support_format_empty(archive)
    switch content {
    case .members:
      archive_read_support_format_tar(archive)
      archive_read_support_format_zip(archive)
    case .bytes: archive_read_support_format_raw(archive)
    }
    try checked(archive_read_open_fd(archive, self.file.descriptor, 1 << 17))
    if content == .bytes { _ = try next() }
  }

  deinit {
    archive_read_free(archive)
    if let locale { freelocale(locale) }
    file.close()
  }

  /// The next member's head, whose bytes can be read then; `nil` at the end.
  func next() throws(ReadError) -> Entry? {
    try skip()
    var entry: OpaquePointer?
    let previous = locale.map { uselocale($0) }
    defer { if let previous { uselocale(previous) } }
    let status = archive_read_next_header(archive, &entry)
    hasBytes = status != ARCHIVE_EOF
    guard status != ARCHIVE_EOF, let entry else { return nil }
    try checked(status)
    hasBegun = true
    let path = archive_entry_pathname(entry).map { UnsafeRawBufferPointer(start: $0, count: strlen($0)).map { $0 } }
    let type = archive_entry_filetype(entry)
    return Entry(
      path: path ?? Array("?".utf8), isFolder: type == S_IFDIR,
      isFile: type == S_IFREG && archive_entry_hardlink(entry) == nil,
      isEncrypted: archive_entry_is_encrypted(entry) != 0)
  }

  /// Whether there may be bytes of the member at hand.
  private var hasBytes = false

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
    guard hasBytes else { return 0 }
    let count = archive_read_data(archive, buffer.baseAddress, buffer.count)
    guard count >= 0 else { throw failure }
    bytesRead += count
    if count == 0 { hasBytes = false }
    try checkExpansion()
    return count
  }

  /// Reads over the rest of the member at hand, by our own loop: what is skipped has to be unpacked, too.
  private func skip() throws(ReadError) {
    guard hasBytes else { return }
    var room = [UInt8](repeating: 0, count: 1 << 16)
    var result: Result<Int, ReadError> = .success(1)
    while case .success(let count) = result, count > 0 {
      room.withUnsafeMutableBytes { buffer in
        do throws(ReadError) { result = .success(try read(into: buffer)) } catch { result = .failure(error) }
      }
    }
    _ = try result.get()
  }

  /// What many times the file's size is unpacked to is hardly text.
  private func checkExpansion() throws(ReadError) {
    let unpacked = max(bytesRead, Int(archive_filter_bytes(archive, 0)))
    guard unpacked > harmlessBytes else { return }
    let size = max(1, file.size ?? Int(archive_filter_bytes(archive, -1)))
    guard unpacked / size >= maximumExpansion else { return }
    hasFailed = true
    throw .malformed(
      "unpacks to more than \(maximumExpansion) times its size, as files do that are made to fill up machines: if it is "
        + "none, raise --max-expansion")
  }

  private func checked(_ status: CInt) throws(ReadError) {
    guard status < ARCHIVE_WARN else { return }
    throw failure
  }

  /// libarchive's words for what has gone wrong.
  private var failure: ReadError {
    hasFailed = true
    let reason = archive_error_string(archive).map { String(cString: $0) } ?? "it is damaged"
    return .malformed(
      hasBegun
        ? "can't be unpacked any further: \(reason); what came before is read, so mend or replace the file"
        : "can't be unpacked: \(reason); mend or replace the file")
  }
}
