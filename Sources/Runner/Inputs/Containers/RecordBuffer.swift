internal import Glibc

/// Cuts a stream into records, reading it in large pieces and looking at each byte once.
struct RecordBuffer {
  private let stream: any ByteStream
  private let limit: Int
  private var bytes = [UInt8](repeating: 0, count: 1 << 17)
  /// What has been read and not cut off yet.
  private var unread = 0..<0
  private var isAtEnd = false
  /// The line on which the next record begins, from 1.
  private(set) var line = 1

  /// - Parameter limit: the bytes beyond which a record is thrown away.
  init(_ stream: any ByteStream, limit: Int) {
    self.stream = stream
    self.limit = limit
  }

  /// A record with the line on which it begins.
  struct Record {
    /// With the line's end; `nil` where they are more than the limit.
    var bytes: [UInt8]?
    var line: Int

    /// Without the line's end, which the last record of a file may lack: it is no other record for that.
    var content: [UInt8]? {
      guard var content = bytes else { return nil }
      if content.last == 0x0A { content.removeLast() }
      if content.last == 0x0D { content.removeLast() }
      return content
    }
  }

  /// The next record, or `nil` at the end. What follows the last line's end is a record too, unless it is empty.
  ///
  /// - Parameter end: the length of the record that some bytes begin with, or `nil` where its end is not among them;
  ///   called with all bytes of the record at hand and how many of them it has seen before.
  mutating func next(end: (Span<UInt8>, _ seen: Int) -> Int?) throws(ReadError) -> Record? {
    let first = line
    var isTooLarge = false
    var seen = 0
    while true {
      if let count = end(bytes.span.extracting(unread), seen) {
        let record = take(count)
        return Record(bytes: isTooLarge || count > limit ? nil : record, line: first)
      }
      seen = unread.count
      if seen > limit {
        // Its end has still to be found, and its lines to be counted.
        isTooLarge = true
        drop(seen)
        seen = 0
      }
      guard try fill() else {
        guard seen > 0 || isTooLarge else { return nil }
        let record = take(seen)
        return Record(bytes: isTooLarge ? nil : record, line: first)
      }
    }
  }

  private mutating func take(_ count: Int) -> [UInt8] {
    let record = Array(bytes[unread.lowerBound..<unread.lowerBound + count])
    drop(count)
    return record
  }

  private mutating func drop(_ count: Int) {
    let end = unread.lowerBound + count
    line += bytes.span.extracting(unread.lowerBound..<end).lineFeedCount
    unread = end..<unread.upperBound
  }

  /// Reads more; `false` at the end.
  private mutating func fill() throws(ReadError) -> Bool {
    guard !isAtEnd else { return false }
    if unread.isEmpty {
      unread = 0..<0
    } else if unread.upperBound == bytes.count {
      if unread.lowerBound > 0 {
        bytes.replaceSubrange(0..<unread.count, with: bytes[unread])
        unread = 0..<unread.count
      }
      // A record of many pieces is moved O(log n) times.
      if unread.count > bytes.count / 2 { bytes += [UInt8](repeating: 0, count: bytes.count) }
    }
    let place = unread.upperBound
    let count = try stream.read(into: &bytes, from: place)
    isAtEnd = count == 0
    unread = unread.lowerBound..<place + count
    return !isAtEnd
  }
}

extension Span<UInt8> {
  /// The index of the first `byte` from `start` on.
  func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
    withUnsafeBytes { bytes in
      guard start < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + start, CInt(byte), bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  fileprivate var lineFeedCount: Int {
    var count = 0
    var at = 0
    while let found = firstIndex(of: 0x0A, from: at) {
      count += 1
      at = found + 1
    }
    return count
  }
}
