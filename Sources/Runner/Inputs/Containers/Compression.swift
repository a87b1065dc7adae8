/// How bytes are compressed, told by what they begin with.
enum Compression {
  case gzip
  /// bzip2, xz, Zstandard.
  case other

  /// As many bytes as tell it.
  static let reach = 10

  init?(_ head: [UInt8]) {
    switch true {
    case head.starts(with: [0x1F, 0x8B, 8]): self = .gzip
    case head.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]): self = .other
    case head.starts(with: [0x28, 0xB5, 0x2F, 0xFD]): self = .other
    case head.starts(with: "BZh".utf8) && head.dropFirst(4).starts(with: [0x31, 0x41, 0x59, 0x26, 0x53, 0x59]):
      self = .other
    default: return nil
    }
  }
}
