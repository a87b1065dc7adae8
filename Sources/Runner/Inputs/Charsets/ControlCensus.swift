/// How many control characters some bytes have that texts don't: all but tab, line feed, vertical tab, form feed and
/// carriage return.
struct ControlCensus {
  private(set) var count = 0
  private(set) var nulls = 0
  /// Whether there is an ESC, which ISO-2022 charsets switch by.
  private(set) var hasEscape = false

  init(_ bytes: Span<UInt8>) {
    let bytes = bytes.bytes
    var start = 0
    while start < bytes.byteCount {
      let end = min(start + Self.blockSize, bytes.byteCount)
      let inBlock = Self.controls(in: bytes.extracting(start..<end))
      if inBlock > 0 {
        count += inBlock
        for index in start..<end {
          let byte = bytes.unsafeLoad(fromByteOffset: index, as: UInt8.self)
          if byte == 0 { nulls += 1 }
          if byte == 0x1B { hasEscape = true }
        }
      }
      start = end
    }
  }

  /// As many vectors as are counted in single bytes without an overflow.
  private static let blockSize = 255 * SIMD16<UInt8>.scalarCount

  /// The control characters of at most `blockSize` bytes.
  private static func controls(in block: RawSpan) -> Int {
    typealias Bytes = SIMD16<UInt8>
    var counts = Bytes()
    var at = 0
    while at + Bytes.scalarCount <= block.byteCount {
      let bytes = block.unsafeLoadUnaligned(fromByteOffset: at, as: Bytes.self)
      let controls = (bytes .< Bytes(repeating: 0x20)) .& ((bytes &- Bytes(repeating: 9)) .> Bytes(repeating: 4))
      counts.replace(with: counts &+ Bytes(repeating: 1), where: controls)
      at += Bytes.scalarCount
    }
    var count = counts.indices.reduce(0) { $0 + Int(counts[$1]) }
    while at < block.byteCount {
      if isControl(block.unsafeLoad(fromByteOffset: at, as: UInt8.self)) { count += 1 }
      at += 1
    }
    return count
  }

  @inline(__always)
  static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte &- 9 > 4 }
}
