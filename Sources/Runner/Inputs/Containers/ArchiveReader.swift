internal import CArchive
internal import Glibc

/// libarchive at work on one file: its members one after the other, or the bytes of a file that is merely compressed.
final class ArchiveReader: ByteStream {
  private let archive: OpaquePointer
  private let file: FileStream
  /// What libarchive reads from where that is not the file itself.
  private let source: ArchiveSource?
  /// Between the file and libarchive where it is gzip.
  private let gzip: InflatingStream?
  /// libarchive decodes names by the thread's locale, and refuses what is beyond ASCII in the one that programs start in.
  private let locale: locale_t?
  private let maximumExpansion: Int
  private let harmlessBytes: Int
  private var bytesRead = 0
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
    /// The path inside the archive, with the bytes that its name has there.
    let path: [UInt8]
    /// The path as text.
    let name: String
    let isFolder: Bool
    let isFile: Bool
    let isEncrypted: Bool
  }

  init(_ file: FileStream, _ content: Content, _ settings: FeedSettings) throws(ReadError) {
    let isGzip = try Compression(file.peek(Compression.reach)) == .gzip
    gzip = isGzip ? try InflatingStream(file, .gzip) : nil
    // Zip files are best read from the directory at their end.
    let descriptor = isGzip ? nil : file.rewind()
    source = descriptor == nil ? ArchiveSource(gzip ?? file) : nil
    guard let archive = archive_read_new() else { throw .unreadable(reason: systemReason(ENOMEM)) }
    self.file = file
    self.archive = archive
    locale = newlocale(CInt(1) << LC_CTYPE, "C.UTF-8", nil)
    maximumExpansion = settings.maximumExpansion
    harmlessBytes = settings.harmlessBytes
    // gzip inside gzip, whose outer checksum stands for both.
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
    try checked(source?.open(archive) ?? archive_read_open_fd(archive, descriptor ?? -1, 1 << 17))
    if content == .bytes { _ = try next() }
  }

  deinit {
    archive_read_free(archive)
    if let locale { freelocale(locale) }
  }

  /// The next member's head, whose bytes can be read then; `nil` at the end.
  func next() throws(ReadError) -> Entry? {
    try skip()
    var entry: OpaquePointer?
    let previous = locale.map { uselocale($0) }
    defer { if let previous { uselocale(previous) } }
    var status = archive_read_next_header(archive, &entry)
    // A head that is damaged: whole ones may follow it, for which tar(1) looks too.
    while status == ARCHIVE_RETRY {
      isDamagedBetween = true
      status = archive_read_next_header(archive, &entry)
    }
    hasBytes = status != ARCHIVE_EOF
    position = 0
    guard status != ARCHIVE_EOF, let entry else {
      try readRest()
      guard !isDamagedBetween else {
        throw .malformed(
          "is damaged where a member should begin: those before and after are read, so mend or replace the file")
      }
      return nil
    }
    try checked(status)
    let path =
      archive_entry_pathname(entry).map { pathInside(UnsafeRawBufferPointer(start: $0, count: strlen($0))) }
      ?? Array("?".utf8)
    let type = archive_entry_filetype(entry)
    return Entry(
      path: path, name: name(of: path), isFolder: type == S_IFDIR,
      isFile: type == S_IFREG && archive_entry_hardlink(entry) == nil,
      isEncrypted: archive_entry_is_encrypted(entry) != 0)
  }

  /// A member's path as it is below the folder that was packed: `tar -C FOLDER .` writes `./a.txt`.
  private func pathInside(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    let path = bytes.insidePath
    return path.isEmpty ? Array(bytes) : path
  }

  /// A member's path as text. Names of zip files that are not in UTF-8 are in code page 437 (APPNOTE, appendix D).
  private func name(of path: [UInt8]) -> String {
    let isZip = archive_format(archive) & ARCHIVE_FORMAT_BASE_MASK == ARCHIVE_FORMAT_ZIP
    if isZip, firstUTF8Defect(in: path.span) != nil, let (name, undecodable) = Charset("cp437").decode(path),
      undecodable == nil
    {
      return name
    }
    return String(fileName: path)
  }

  /// Whether there may be more blocks of the member at hand.
  private var hasBytes = false
  /// Whether there is something between the members that is none.
  private var isDamagedBetween = false
  /// What is unread of the last block, libarchive's until the next one is read.
  private var block = UnsafeRawBufferPointer(start: nil, count: 0)
  /// How many zeros stand before it, in a sparse file.
  private var zeros = 0
  /// How many bytes of the member have been read.
  private var position = 0

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
    while hasBytes, block.isEmpty, zeros == 0 { try readBlock() }
    let count = zeros > 0 ? min(zeros, buffer.count) : min(block.count, buffer.count)
    if zeros > 0 {
      UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]).initializeMemory(as: UInt8.self, repeating: 0)
      zeros -= count
    } else {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: block[..<count]))
      block = UnsafeRawBufferPointer(rebasing: block[count...])
    }
    position += count
    bytesRead += count
    try checkExpansion()
    return count
  }

  /// Reads the next block of the member at hand.
  ///
  /// Not by archive_read_data(3), which throws away what it has where it can't fill its buffer.
  private func readBlock() throws(ReadError) {
    var start: UnsafeRawPointer?
    var count = 0
    var offset: la_int64_t = 0
    let status = archive_read_data_block(archive, &start, &count, &offset)
    // Of a zip file what the archive says of the bytes, their checksum or number, is wrong: that member alone is damaged.
    hasBytes = status != ARCHIVE_EOF && status != ARCHIVE_WARN
    guard status != ARCHIVE_WARN else { throw .damaged(reason: reason, isRest: false) }
    guard hasBytes else { return }
    try checked(status)
    block = UnsafeRawBufferPointer(start: start, count: count)
    zeros = max(0, Int(offset) - position)
  }

  /// Reads over the rest of the member at hand, by our own loop: what is skipped has to be unpacked, too.
  private func skip() throws(ReadError) {
    guard hasBytes || !block.isEmpty else { return }
    var room = [UInt8](repeating: 0, count: 1 << 16)
    do throws(ReadError) { while try read(into: &room) > 0 {} } catch {
      // A member that no one has asked for may be damaged.
      guard !hasFailed else { throw error }
    }
  }

  /// Reads what follows the end of the archive in gzip, whose checksum is looked at there.
  private func readRest() throws(ReadError) {
    guard let gzip else { return }
    var room = [UInt8](repeating: 0, count: 1 << 16)
    do throws(ReadError) {
      while case let count = try gzip.read(into: &room), count > 0 {
        bytesRead += count
        try checkExpansion()
      }
    } catch .malformed(let reason) where !hasFailed {
      throw failure(reason)
    }
  }

  /// What many times the file's size is unpacked to is hardly text.
  private func checkExpansion() throws(ReadError) {
    let unpacked = max(bytesRead, Int(archive_filter_bytes(archive, 0)))
    guard unpacked > harmlessBytes else { return }
    let size = max(1, file.size ?? gzip?.bytesRead ?? Int(archive_filter_bytes(archive, -1)))
    guard unpacked / size >= maximumExpansion else { return }
    hasFailed = true
    throw .expandsTooMuch(maximumExpansion)
  }

  private func checked(_ status: CInt) throws(ReadError) {
    guard status < ARCHIVE_WARN else { return }
    throw failure
  }

  /// What has gone wrong, in zlib's or libarchive's words.
  private var failure: ReadError {
    hasFailed = true
    switch source?.failure {
    case .malformed(let reason): return failure(reason)
    case let error?: return error
    case nil: return failure(reason)
    }
  }

  private var reason: String { archive_error_string(archive).map { String(cString: $0) } ?? "it is damaged" }

  private func failure(_ reason: String) -> ReadError {
    hasFailed = true
    return .damaged(reason: reason, isRest: false)
  }
}
