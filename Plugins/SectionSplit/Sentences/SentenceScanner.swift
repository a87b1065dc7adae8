internal import DocumentModel

/// What sentences are told by besides their stops.
struct SentenceRules {
  /// Whether the model says where one ends without a stop, or before a small letter. It has learned English alone.
  var weighsJoints: Bool
  /// Whether short quotations that are led up to stay whole.
  var keepsQuotations: Bool
}

/// Finds the sentences of one paragraph.
///
/// One pass over the bytes that stops only at marks that can end a sentence; what it then looks at lies within a few
/// dozen bytes, so that the time is linear whatever the text. Every byte of the paragraph that is no white space
/// belongs to exactly one sentence.
struct SentenceScanner {
  /// The paragraph that is being scanned.
  private let end: Int
  private var start: Int
  private var isFirst = true
  /// The list that the paragraph begins with.
  private var list: InlineList?
  private let length: Int
  private let rules: SentenceRules

  init(_ paragraph: TextRange, _ rules: SentenceRules) {
    self.rules = rules
    start = paragraph.start
    end = paragraph.end
    length = paragraph.end - paragraph.start
  }

  /// The range of the next sentence; `nil` after the last.
  mutating func next(in bytes: Span<UInt8>, _ table: borrowing WordTable) -> TextRange? {
    let words = table.slots.span
    guard start < end else { return nil }
    let textStart = skipListMark(in: bytes)
    let joints = JointReader(
      start: textStart, isFirst: isFirst, end: end, paragraphLength: length, isOn: rules.weighsJoints)
    var quotation = IntroducedQuotation(sentenceStart: textStart)
    var at = textStart
    while at < end {
      if let list {
        if list.mayBegin(with: bytes[at]), beginsItem(at: at, after: textStart, in: bytes) {
          return finish(at: bytes.trimSpace(from: start, to: at), next: at)
        }
      } else {
        at = bytes.possibleStop(from: at, to: end)
        if at == end { break }
      }
      if bytes.isCapitalAfterSpace(at) {
        if joints.isOn, let joint = joints.features(beforeCapitalAt: at, in: bytes, table), joint.endsSentence(words) {
          return finish(at: bytes.trimSpace(from: start, to: at), next: at)
        }
        at += 1
        continue
      }
      guard bytes[at].mayBeginStop, bytes.character(at: at).kind.isStop else {
        at += 1
        continue
      }
      let run = bytes.stopRun(at: at, before: end)
      at = run.end
      if let next = bytes.sentenceStart(after: run, joints, before: end, words) {
        guard rules.keepsQuotations, !run.closesQuote,
          let stop = quotation.lastStop(openAt: run.end, in: bytes, before: end)
        else { return finish(at: next.end, next: next.start) }
        at = stop
      }
    }
    return finish(at: end, next: end)
  }

  private mutating func finish(at sentenceEnd: Int, next: Int) -> TextRange {
    defer {
      start = next
      isFirst = false
    }
    return TextRange(start, sentenceEnd)
  }

  /// Where the words of the sentence begin; the stop of a list's mark before them ends nothing.
  private mutating func skipListMark(in bytes: Span<UInt8>) -> Int {
    guard let mark = bytes.listMark(at: start, before: end) else { return start }
    if isFirst { list = InlineList(startingWith: mark) }
    // A bullet may stand before a number: "• 9. Bread".
    return bytes.listMark(at: mark.textStart, before: end)?.textStart ?? mark.textStart
  }

  private mutating func beginsItem(at offset: Int, after textStart: Int, in bytes: Span<UInt8>) -> Bool {
    guard offset > textStart, bytes[offset] & 0xC0 != 0x80,
      bytes.character(at: bytes.character(before: offset)).kind == .space
    else { return false }
    return list?.continues(at: offset, in: bytes, before: end) ?? false
  }
}

extension Span<UInt8> {
  /// The first byte from `start` on that a stop may begin with, or that is a capital after white space; else `end`.
  func possibleStop(from start: Int, to end: Int) -> Int {
    precondition(start >= 0 && end <= count)
    var at = start
    // Every byte of the text passes here, eight at a time; the bounds have been checked once for all of them.
    while at + 8 <= end {
      let eight = UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self))
      let spaces = eight.spaces << 8 | (at > 0 && self[unchecked: at - 1] <= 0x20 ? 0x80 : 0)
      let marks = eight.possibleStops | (eight.capitals & spaces)
      guard marks != 0 else {
        at += 8
        continue
      }
      at += marks.trailingZeroBitCount / 8
      if self[unchecked: at].mayBeginStop || isCapitalAfterSpace(at) { return at }
      at += 1
    }
    while at < end, !self[unchecked: at].mayBeginStop, !isCapitalAfterSpace(at) { at += 1 }
    return at
  }

  /// Whether an ASCII capital stands at `offset`, with white space before it.
  @inline(__always)
  func isCapitalAfterSpace(_ offset: Int) -> Bool {
    0x41...0x5A ~= self[unchecked: offset] && offset > 0 && self[unchecked: offset - 1] <= 0x20
  }
}

extension UInt64 {
  /// The highest bits of those of its eight bytes that are `.`, `!`, `?` or no ASCII. The lowest that is set is right;
  /// above it others may be set too (Anderson, Bit Twiddling Hacks, "Determine if a word has a zero byte").
  fileprivate var possibleStops: UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let dots = self ^ (ones &* UInt64(UInt8(ascii: ".")))
    let exclamations = self ^ (ones &* UInt64(UInt8(ascii: "!")))
    let questions = self ^ (ones &* UInt64(UInt8(ascii: "?")))
    let zeros =
      ((dots &- ones) & ~dots) | ((exclamations &- ones) & ~exclamations) | ((questions &- ones) & ~questions)
    return (zeros | self) & (ones << 7)
  }

  /// The highest bits of those of its eight bytes that are ASCII capitals. Seven bits of each are added to, so that no
  /// byte carries into the next.
  fileprivate var capitals: UInt64 {
    let low = self & 0x7F7F_7F7F_7F7F_7F7F
    let fromA = low &+ 0x3F3F_3F3F_3F3F_3F3F
    let afterZ = low &+ 0x2525_2525_2525_2525
    return fromA & ~afterZ & ~self & 0x8080_8080_8080_8080
  }

  /// The highest bits of those of its eight bytes that are a space or a control character.
  fileprivate var spaces: UInt64 {
    let low = self & 0x7F7F_7F7F_7F7F_7F7F
    return ~(low &+ 0x5F5F_5F5F_5F5F_5F5F) & ~self & 0x8080_8080_8080_8080
  }
}

extension UInt8 {
  /// Whether a stop can begin with this byte.
  fileprivate var mayBeginStop: Bool {
    // Letters first: they are most of a text.
    if 0x40...0x7F ~= self { return false }
    if self < 0x40 { return self == UInt8(ascii: ".") || self == UInt8(ascii: "!") || self == UInt8(ascii: "?") }
    switch self {
    case 0xD6, 0xD8, 0xDB, 0xE0...0xE3, 0xEF: return true
    default: return false
    }
  }
}
