/// How many control characters some bytes have that texts don't: all but tab, line feed, vertical tab, form feed and
/// carriage return.
struct ControlCensus {
  private(set) var count = 0
  private(set) var nulls = 0
  /// Whether there is an ESC, which ISO-2022 charsets switch by.
  private(set) var hasEscape = false

  init(_ bytes: Span<UInt8>) {
    // Counts of a block fit in a byte, which lets the compiler take sixteen and more bytes at a time.
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        let end = min(start + 255, bytes.count)
        var inBlock: UInt8 = 0
        for index in start..<end { inBlock &+= Self.isControl(bytes[index]) ? 1 : 0 }
        if inBlock > 0 {
          count += Int(inBlock)
          for index in start..<end {
            if bytes[index] == 0 { nulls += 1 }
            if bytes[index] == 0x1B { hasEscape = true }
          }
        }
        start = end
      }
    }
  }

  @inline(__always)
  static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte &- 9 > 4 }
}

/// Where the zero bytes of the beginning stand, which tells UTF-16 without a mark.
struct ZeroPattern {
  private var even = 0
  private var odd = 0
  private let units: Int

  init(_ bytes: Span<UInt8>) {
    units = min(bytes.count, 1 << 16) / 2
    for unit in 0..<units {
      if bytes[2 * unit] == 0 { even += 1 }
      if bytes[2 * unit + 1] == 0 { odd += 1 }
    }
  }

  /// The charset of a text in which every fourth unit at least is Latin, as spaces and line feeds alone nearly are.
  var clearCharset: Charset? {
    if odd * 4 >= units, even * 50 <= odd { return .utf16LittleEndian }
    if even * 4 >= units, odd * 50 <= even { return .utf16BigEndian }
    return nil
  }

  /// The charset of a text with at least some spaces or line feeds.
  var possibleCharset: Charset? {
    if odd > units / 128, even == 0 { return .utf16LittleEndian }
    if even > units / 128, odd == 0 { return .utf16BigEndian }
    return nil
  }
}
