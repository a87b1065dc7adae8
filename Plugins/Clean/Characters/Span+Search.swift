internal import Glibc

extension Span where Element == UInt8 {
  /// The first place of `byte` at or after `start`.
  func firstIndex(of byte: UInt8, from start: Int) -> Int? { firstIndex(of: byte, from: start, before: count) }

  /// The first place of `byte` at or after `start` and before `end`, behind which nothing is looked at.
  func firstIndex(of byte: UInt8, from start: Int, before end: Int) -> Int? {
    guard start < end else { return nil }
    // A pointer, because memchr looks at 32 bytes at a time.
    return withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, let found = memchr(base + start, CInt(byte), end - start) else {
        return nil
      }
      return UnsafeRawPointer(found) - base
    }
  }
}
