internal import Glibc

/// The build ID that a linker has written into a library: a digest of its contents (ELF, note `NT_GNU_BUILD_ID`).
///
/// To read it takes a few hundred bytes; to digest a library with a model in it takes longer than a hundred articles.
enum BuildID {
  /// The ID of the library at `path` in hexadecimal digits; `nil` where it has none, or is no 64-bit little-endian ELF
  /// file.
  static func ofLibrary(at path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let header = bytes(of: descriptor, at: 0, count: 64)
    guard header.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]), let table = header.integer(at: 32, size: 8),
      let entrySize = header.integer(at: 54, size: 2), let count = header.integer(at: 56, size: 2), entrySize >= 56,
      entrySize * count <= 1 << 20
    else { return nil }
    let entries = bytes(of: descriptor, at: table, count: entrySize * count)
    for entry in 0..<count {
      let start = entry * entrySize
      guard entries.integer(at: start, size: 4) == noteSegment, let offset = entries.integer(at: start + 8, size: 8),
        let size = entries.integer(at: start + 32, size: 8), size <= 1 << 16
      else { continue }
      if let id = id(inNotes: bytes(of: descriptor, at: offset, count: size)) { return id }
    }
    return nil
  }

  private static let noteSegment = 4
  private static let buildIDNote = 3

  private static func id(inNotes notes: [UInt8]) -> String? {
    var place = 0
    while let nameSize = notes.integer(at: place, size: 4), let size = notes.integer(at: place + 4, size: 4),
      let kind = notes.integer(at: place + 8, size: 4)
    {
      let name = place + 12
      let start = name + (nameSize + 3) & ~3
      guard start + size <= notes.count else { return nil }
      if kind == buildIDNote, size > 0, notes[name..<start].starts(with: "GNU\0".utf8) {
        return notes[start..<start + size].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      }
      place = start + (size + 3) & ~3
    }
    return nil
  }

  /// At most `count` bytes from `offset` on, fewer where the file ends.
  private static func bytes(of descriptor: CInt, at offset: Int, count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized = max(0, pread(descriptor, buffer.baseAddress, count, off_t(offset)))
    }
  }
}

extension [UInt8] {
  /// The little-endian integer of `size` bytes at `offset`; `nil` beyond the end, or where it is no `Int`.
  fileprivate func integer(at offset: Int, size: Int) -> Int? {
    guard offset >= 0, offset <= count - size else { return nil }
    let value = self[offset..<offset + size].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int(exactly: value).flatMap { $0 <= Int.max >> 8 ? $0 : nil }
  }
}
