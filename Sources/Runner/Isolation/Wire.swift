/// Writes what a worker and the conductor tell each other: integers of eight bytes, everything else after its length.
///
/// Both are one program on one machine, so there is no version and no byte order to agree on.
struct WireWriter {
  /// What has been written, after room for the frame's length.
  private(set) var bytes: [UInt8]

  init(capacity: Int = 256) {
    bytes = []
    bytes.reserveCapacity(capacity + WireFrame.headerSize)
    integer(0)
  }

  mutating func integer(_ value: Int) { withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) } }

  mutating func bool(_ value: Bool) { integer(value ? 1 : 0) }

  mutating func bytes(_ value: [UInt8]) {
    integer(value.count)
    bytes += value
  }

  mutating func string(_ value: String) {
    integer(value.utf8.count)
    bytes += value.utf8
  }

  mutating func optional<Value>(_ value: Value?, _ write: (inout WireWriter, Value) -> Void) {
    bool(value != nil)
    if let value { write(&self, value) }
  }

  mutating func list<Element>(_ elements: [Element], _ write: (inout WireWriter, Element) -> Void) {
    integer(elements.count)
    for element in elements { write(&self, element) }
  }

  /// The whole frame, its length before it.
  consuming func frame() -> [UInt8] {
    withUnsafeBytes(of: bytes.count - WireFrame.headerSize) { bytes.replaceSubrange(0..<$0.count, with: $0) }
    return bytes
  }
}

/// A message on a stream: its length in eight bytes, and as many bytes.
enum WireFrame {
  static let headerSize = MemoryLayout<Int>.size

  /// The size of the whole frame that `bytes` begin; `nil` while its length is not there.
  static func size(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= headerSize else { return nil }
    let length = bytes.withUnsafeBytes { $0.loadUnaligned(as: Int.self) }
    return length >= 0 && length <= Int.max - headerSize ? headerSize + length : 0
  }
}

/// The bytes are not what the other side would have written.
struct WireError: Error, CustomStringConvertible {
  var description: String { "its worker answered with what is no result" }
}

/// Reads what `WireWriter` wrote.
struct WireReader {
  private let frame: [UInt8]
  private var at = WireFrame.headerSize

  /// - Parameter frame: the whole frame.
  init(_ frame: [UInt8]) { self.frame = frame }

  mutating func integer() throws(WireError) -> Int {
    let range = try take(MemoryLayout<Int>.size)
    return frame.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: range.lowerBound, as: Int.self) }
  }

  mutating func bool() throws(WireError) -> Bool { try integer() != 0 }

  mutating func bytes() throws(WireError) -> [UInt8] {
    let count = try integer()
    return Array(frame[try take(count)])
  }

  mutating func string() throws(WireError) -> String {
    let count = try integer()
    return String(decoding: frame[try take(count)], as: UTF8.self)
  }

  mutating func optional<Value>(
    _ read: (inout WireReader) throws(WireError) -> Value
  ) throws(WireError) -> Value? {
    try bool() ? try read(&self) : nil
  }

  mutating func list<Element>(
    _ read: (inout WireReader) throws(WireError) -> Element
  ) throws(WireError) -> [Element] {
    let count = try integer()
    // Each element takes a byte at least: a count beyond that is none.
    guard count >= 0, count <= frame.count - at else { throw WireError() }
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try read(&self)) }
    return elements
  }

  private mutating func take(_ count: Int) throws(WireError) -> Range<Int> {
    guard count >= 0, count <= frame.count - at else { throw WireError() }
    defer { at += count }
    return at..<at + count
  }
}
