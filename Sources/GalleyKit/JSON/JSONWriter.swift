/// Writes JSON text piece by piece, without building a tree of values first.
///
///     var writer = JSONWriter()
///     writer.object { $0.member("id", "a"); $0.member("count", 3) }
///     writer.bytes  // {"id":"a","count":3}
///
/// Writing is our own, over jansson's reading: jansson writes from a tree of its own (so a document would be copied
/// once more) and reals with 17 digits (0.1 as 0.10000000000000001).
public struct JSONWriter: Sendable {
  /// How the text is broken into lines.
  public enum Layout: Hashable, Sendable {
    /// One line, no spaces.
    case compact
    /// Containers less than `depth` levels deep have their elements on lines of their own, indented by two spaces;
    /// deeper ones stand on one line with spaces.
    case lines(depth: Int)
  }

  /// What has been written so far: UTF-8.
  public private(set) var bytes: [UInt8] = []
  /// Whether spaces stand after colons and commas.
  private let isSpaced: Bool
  /// How many levels have their elements on lines of their own.
  private let brokenDepth: Int
  private var depth = 0
  private var isFirst = true
  private var followsKey = false

  /// - Parameter capacity: about how many bytes will be written.
  public init(layout: Layout = .compact, capacity: Int = 0) {
    switch layout {
    case .compact: (isSpaced, brokenDepth) = (false, 0)
    case .lines(let depth): (isSpaced, brokenDepth) = (true, depth)
    }
    bytes.reserveCapacity(capacity)
  }

  /// Writes an object whose members `body` writes.
  public mutating func object<Failure>(_ body: (inout JSONWriter) throws(Failure) -> Void) throws(Failure) {
    open(UInt8(ascii: "{"))
    try body(&self)
    close(UInt8(ascii: "}"))
  }

  /// Writes an array whose elements `body` writes.
  public mutating func array<Failure>(_ body: (inout JSONWriter) throws(Failure) -> Void) throws(Failure) {
    open(UInt8(ascii: "["))
    try body(&self)
    close(UInt8(ascii: "]"))
  }

  /// Writes the key of the member whose value is written next.
  public mutating func key(_ key: String) {
    separate()
    quote(key)
    bytes.append(UInt8(ascii: ":"))
    if isSpaced { bytes.append(0x20) }
    followsKey = true
  }

  public mutating func string(_ value: String) {
    separate()
    quote(value)
  }

  public mutating func integer(_ value: Int) {
    separate()
    digits(value)
  }

  /// Writes the shortest text that reads back as `value`; JSON has no infinities and no NaN, they become null.
  public mutating func real(_ value: Double) {
    separate()
    bytes.append(contentsOf: (value.isFinite ? value.description : "null").utf8)
  }

  public mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  public mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  public mutating func value(_ value: JSON) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .integer(let value): integer(value)
    case .real(let value): real(value)
    case .string(let value): string(value)
    case .array(let elements): array { for element in elements { $0.value(element) } }
    case .object(let object): self.object { $0.members(object) }
    }
  }

  /// Writes the members of `object` into the object at hand.
  public mutating func members(_ object: JSONObject) {
    for member in object {
      key(member.key)
      value(member.value)
    }
  }

  public mutating func member(_ key: String, _ value: String) {
    self.key(key)
    string(value)
  }

  public mutating func member(_ key: String, _ value: Int) {
    self.key(key)
    integer(value)
  }

  public mutating func member(_ key: String, _ value: JSON) {
    self.key(key)
    self.value(value)
  }

  /// Takes what has been written, with a line feed after it, and starts afresh.
  public mutating func takeLine() -> [UInt8] {
    bytes.append(0x0A)
    let line = bytes
    bytes = []
    // The next line is likely to be as long.
    bytes.reserveCapacity(line.count)
    isFirst = true
    return line
  }
}

// MARK: - Layout

extension JSONWriter {
  private var breaksLines: Bool { depth <= brokenDepth && depth > 0 }

  /// Writes what stands between the last value and the next.
  private mutating func separate() {
    if followsKey {
      followsKey = false
    } else {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      if breaksLines { breakLine() } else if !isFirst && isSpaced { bytes.append(0x20) }
    }
    isFirst = false
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    depth += 1
    isFirst = true
  }

  private mutating func close(_ bracket: UInt8) {
    let breaks = breaksLines && !isFirst
    depth -= 1
    if breaks { breakLine() }
    bytes.append(bracket)
    isFirst = false
  }

  private mutating func breakLine() {
    bytes.append(0x0A)
    for _ in 0..<2 * depth { bytes.append(0x20) }
  }
}

// MARK: - Scalars

extension JSONWriter {
  /// Those of 2⁶³.
  private static let mostDigits = 19

  private mutating func digits(_ value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.mostDigits) { digits in
      var start = digits.count
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }

  /// Copies runs that need no escape as a whole.
  private mutating func quote(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    var string = string
    string.withUTF8 { text in
      var runStart = 0
      while true {
        let runEnd = text.firstEscaped(from: runStart)
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart..<runEnd]))
        guard runEnd < text.count else { break }
        escape(text[runEnd])
        runStart = runEnd + 1
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: "n"))
    case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "r"))
    case UInt8(ascii: "\t"): bytes.append(UInt8(ascii: "t"))
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    default:
      bytes.append(contentsOf: "u00".utf8)
      for digit in [byte >> 4, byte & 15] {
        bytes.append(digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10))
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first index from `start` on whose byte JSON escapes in strings, or the end.
  ///
  /// Looks at eight bytes at a time: a byte borrows from its highest bit where it is less than what is subtracted
  /// (Anderson, Bit Twiddling Hacks, "Determine if a word has a byte less than n"). A borrow can mark the byte above
  /// wrongly, never one below, so the lowest mark is right.
  fileprivate func firstEscaped(from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let raw = UnsafeRawBufferPointer(self)
    var at = start
    while at + 8 <= count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
      let slashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
      let controls = (word &- ones &* 0x20) & ~word
      let marks = (controls | ((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes)) & (ones << 7)
      if marks != 0 { return at + marks.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < count, self[at] >= 0x20, self[at] != UInt8(ascii: "\""), self[at] != UInt8(ascii: "\\") { at += 1 }
    return at
  }
}

extension JSON {
  /// The text of this value in `layout`.
  public func text(_ layout: JSONWriter.Layout = .compact) -> String {
    var writer = JSONWriter(layout: layout)
    writer.value(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

extension JSON: CustomStringConvertible {
  /// The value on one line.
  public var description: String { text() }
}
