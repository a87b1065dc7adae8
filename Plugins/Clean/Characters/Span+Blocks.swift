/// Passing over eight bytes at once.
extension Span where Element == UInt8 {
  static var blockSize: Int { 8 }

  /// The end of the blocks from `offset` on that hold nothing but printable ASCII, with single spaces in it.
  ///
  /// Pointers, because loads of several bytes are not to be had from a span; all are within its bounds.
  func endOfCleanBlocks(from offset: Int) -> Int {
    withUnsafeBytes { bytes in
      var offset = offset
      // One byte more than a block, because what follows a space matters.
      while offset + Self.blockSize < bytes.count {
        let block = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        let next = bytes.loadUnaligned(fromByteOffset: offset + 1, as: UInt64.self)
        let looseSpaces = block.bytes(equalTo: 0x20) & next.bytes(below: 0x21)
        if (block.bytes(below: 0x20) | looseSpaces) & UInt64.highBits != 0 { break }
        offset += Self.blockSize
      }
      return offset
    }
  }
}

/// Eight bytes in one integer; the results have the highest bit of each byte set where the byte is meant.
extension UInt64 {
  fileprivate static var highBits: UInt64 { 0x8080_8080_8080_8080 }
  fileprivate static var ones: UInt64 { 0x0101_0101_0101_0101 }

  /// The bytes below `limit`, DEL, and those beyond ASCII. Other bits than the highest are noise.
  fileprivate func bytes(below limit: UInt64) -> UInt64 {
    let low = self & ~Self.highBits
    // 0x80 - limit lifts everything from `limit` on to the highest bit; no sum leaves its byte.
    return ~(low + (0x80 - limit) * Self.ones) | self | (low + Self.ones)
  }

  /// The bytes equal to `byte`, which is ASCII. Other bits than the highest are zero.
  fileprivate func bytes(equalTo byte: UInt64) -> UInt64 {
    let difference = self ^ (byte * Self.ones)
    return ~(((difference & ~Self.highBits) + ~Self.highBits) | difference | ~Self.highBits)
  }
}
