import CArchive
import Glibc
import Testing

/// One member of an archive that a test writes.
struct Member {
  let path: String
  let bytes: [UInt8]
  var type = Glibc.S_IFREG

  init(_ path: String, _ text: String = "text") { (self.path, bytes) = (path, Array(text.utf8)) }

  init(_ path: String, bytes: [UInt8]) { (self.path, self.bytes) = (path, bytes) }

  init(link path: String) { (self.path, bytes, type) = (path, [], Glibc.S_IFLNK) }
}

/// How a test's archive is packed.
enum Packing: String, CaseIterable, Sendable {
  case tar = "tar"
  case gzippedTar = "tar.gz"
  case bzippedTar = "tar.bz2"
  case xzTar = "tar.xz"
  case zstdTar = "tar.zst"
  case shortTar = "tgz"
  case zip = "zip"
  case gzip = "gz"
  case xz = "xz"
  case zstd = "zst"
  case bzip = "bz2"
}

/// Writes an archive of `members` by libarchive.
///
/// - Parameter password: encrypts the members of a zip file.
func writeArchive(_ path: String, _ packing: Packing, _ members: [Member], password: String? = nil) throws {
  let locale = try #require(newlocale(1 << LC_CTYPE, "C.UTF-8", nil))
  let previous = uselocale(locale)
  defer {
    uselocale(previous)
    freelocale(locale)
  }
  let archive = try #require(archive_write_new())
  defer { archive_write_free(archive) }
  switch packing {
  case .gzippedTar, .shortTar, .gzip: archive_write_add_filter_gzip(archive)
  case .bzippedTar, .bzip: archive_write_add_filter_bzip2(archive)
  case .xzTar, .xz: archive_write_add_filter_xz(archive)
  case .zstdTar, .zstd: archive_write_add_filter_zstd(archive)
  case .tar, .zip: break
  }
  switch packing {
  case .zip: archive_write_set_format_zip(archive)
  case .gzip, .xz, .zstd, .bzip: archive_write_set_format_raw(archive)
  default: archive_write_set_format_pax_restricted(archive)
  }
  if let password {
    try #require(archive_write_set_options(archive, "zip:encryption=traditional") == ARCHIVE_OK)
    archive_write_set_passphrase(archive, password)
  }
  try #require(archive_write_open_filename(archive, path) == ARCHIVE_OK)
  for member in members {
    let entry = try #require(archive_entry_new())
    defer { archive_entry_free(entry) }
    archive_entry_set_pathname(entry, member.path)
    archive_entry_set_filetype(entry, UInt32(member.type))
    archive_entry_set_perm(entry, 0o644)
    if member.type == Glibc.S_IFLNK { archive_entry_set_symlink(entry, "elsewhere") }
    archive_entry_set_size(entry, Int64(member.bytes.count))
    try #require(archive_write_header(archive, entry) == ARCHIVE_OK)
    try #require(archive_write_data(archive, member.bytes, member.bytes.count) == member.bytes.count)
  }
  try #require(archive_write_close(archive) == ARCHIVE_OK)
}

extension [UInt8] {
  /// Makes the checksum of the tar header of 512 bytes at `start` right again.
  mutating func writeTarChecksum(ofHeaderAt start: Int) {
    let field = start + 148..<start + 156
    replaceSubrange(field, with: repeatElement(UInt8(ascii: " "), count: field.count))
    let sum = self[start..<start + 512].reduce(0) { $0 + Int($1) }
    let digits = String(sum, radix: 8)
    replaceSubrange(field, with: (String(repeating: "0", count: 6 - digits.count) + digits + "\0 ").utf8)
  }
}
