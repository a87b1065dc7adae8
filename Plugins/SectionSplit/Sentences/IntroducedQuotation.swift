/// A quotation that its sentence leads up to and ends with: `He said: “Wait. Then go.”`
///
/// Stops within it end no sentence, so that what is said stays with who says it. A quotation that a sentence begins with,
/// and the rest of one that was broken off to name the speaker, are divided like any other text.
///
/// Each byte of a sentence is looked at once for marks, and a closing one is looked for once a sentence, so that time stays
/// linear.
struct IntroducedQuotation {
  private let start: Int
  private var scanned: Int
  private var state = State.none

  private enum State {
    case none
    case open(from: Int)
    case over
  }

  /// Longer ones than this many bytes are divided: they are statements of their own, or a closing mark is missing. Of those
  /// in GUM that are shorter people kept 11 of 12 whole, of longer ones none of 4.
  static let longest = 200

  /// - Parameter start: where the words of the sentence begin.
  init(sentenceStart start: Int) {
    self.start = start
    scanned = start
  }

  /// Where the stop stands that ends the quotation that is open at `offset`, before or behind its closing mark; `nil` where
  /// none has to stay whole.
  mutating func lastStop(openAt offset: Int, in bytes: Span<UInt8>, before end: Int) -> Int? {
    scan(upTo: offset, in: bytes)
    guard case .open(let mark) = state else { return nil }
    state = .over
    let limit = min(end, mark + Self.longest)
    guard let close = bytes.doubleQuote(from: offset, to: limit), bytes.closesQuotation(at: close) else { return nil }
    let last = bytes.character(before: close)
    if last >= offset, bytes.character(at: last).kind.isStop { return last }
    let closeEnd = close + (bytes[close] == 0x22 ? 1 : 3)
    return bytes.kind(at: closeEnd, before: end).isStop ? closeEnd : nil
  }

  private mutating func scan(upTo offset: Int, in bytes: Span<UInt8>) {
    while let mark = bytes.doubleQuote(from: scanned, to: offset) {
      scanned = mark + 1
      if case .none = state, isIntroduced(mark, in: bytes) { state = .open(from: mark) } else { state = .over }
    }
    scanned = max(scanned, offset)
  }

  private func isIntroduced(_ mark: Int, in bytes: Span<UInt8>) -> Bool {
    let before = bytes.trimSpace(from: start, to: mark)
    guard before > start, before < mark, !bytes.closesQuotation(at: mark) else { return false }
    let last = bytes[before - 1]
    return last == UInt8(ascii: ",") || last == UInt8(ascii: ":")
      || bytes.character(at: bytes.character(before: before)).kind == .lower
  }
}

extension Span<UInt8> {
  /// Whether the mark at `offset` closes: by its shape or, where it is straight, by what stands before it.
  fileprivate func closesQuotation(at offset: Int) -> Bool {
    guard self[offset] == 0x22 else { return self[offset + 2] == 0x9D }
    return offset > 0 && self[offset - 1] > 0x20
  }

  /// The first `"`, `“` or `”` from `start` on; `nil` where none begins before `end`.
  fileprivate func doubleQuote(from start: Int, to end: Int) -> Int? {
    precondition(start >= 0 && end <= count)
    var at = start
    while at < end {
      if at + 8 <= end {
        let marks = UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)).possibleQuotes
        guard marks != 0 else {
          at += 8
          continue
        }
        at += marks.trailingZeroBitCount / 8
      }
      let byte = self[unchecked: at]
      if byte == 0x22 { return at }
      if byte == 0xE2, at + 2 < count, self[at + 1] == 0x80, self[at + 2] == 0x9C || self[at + 2] == 0x9D { return at }
      at += 1
    }
    return nil
  }
}

extension UInt64 {
  /// The highest bits of those of its eight bytes that are `"` or no ASCII; the lowest that is set is right.
  fileprivate var possibleQuotes: UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = self ^ (ones &* 0x22)
    return (((quotes &- ones) & ~quotes) | self) & (ones << 7)
  }
}
