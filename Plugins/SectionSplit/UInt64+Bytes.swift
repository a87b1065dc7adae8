/// Eight bytes of a text at once, the first of them the lowest.
extension UInt64 {
  /// The highest bits of all bytes.
  static var highBits: UInt64 { 0x8080_8080_8080_8080 }

  /// The highest bits of those bytes that are `byte`. The lowest that is set is right; above it others may be set too
  /// (Anderson, Bit Twiddling Hacks, "Determine if a word has a zero byte").
  @inline(__always)
  func mayEqual(_ byte: UInt8) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let zeros = self ^ (ones &* UInt64(byte))
    return (zeros &- ones) & ~zeros & .highBits
  }
}

extension Span<UInt8> {
  /// The first offset from `start` on that `isFound` says yes to; `nil` where there is none before `end`.
  ///
  /// - Parameter candidates: the highest bits of those of the eight bytes from an offset on that have to be looked at; the
  ///   lowest that is set counts.
  @inline(__always)
  func first(
    from start: Int, to end: Int, among candidates: (_ eight: UInt64, _ offset: Int) -> UInt64,
    where isFound: (Int) -> Bool
  ) -> Int? {
    precondition(start >= 0 && end <= count)
    var at = start
    // Every byte of the text passes here; the bounds have been checked once for all of them.
    while at < end {
      if at + 8 <= end {
        let eight = UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self))
        let marks = candidates(eight, at)
        guard marks != 0 else {
          at += 8
          continue
        }
        at += marks.trailingZeroBitCount / 8
      }
      if isFound(at) { return at }
      at += 1
    }
    return nil
  }
}
