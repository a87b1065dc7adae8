/// The quotations of one sentence in double marks: `"…"`, `“…”`, `„…“`, `«…»`, `»…«`.
///
/// Each byte of a sentence is looked at once for marks, and a closing one is looked for once a sentence, so that time stays
/// linear.
struct SentenceQuotations {
  private let start: Int
  private var scanned: Int
  private var open: Quotation?
  /// Whether the quotation that is open can't be one that the sentence leads up to, as it is not its first.
  private var isOver = false

  private struct Quotation {
    var start: Int
    var isIntroduced: Bool
  }

  /// Longer ones than this many bytes are divided: they are statements of their own, or a closing mark is missing. Of those
  /// in GUM that are shorter people kept 11 of 12 whole, of longer ones none of 4.
  static let longest = 200

  /// - Parameter start: where the words of the sentence begin.
  init(sentenceStart start: Int) {
    self.start = start
    scanned = start
  }

  /// Whether a quotation is open at `offset`, which is not before any that was asked for earlier.
  mutating func isOpen(at offset: Int, in bytes: Span<UInt8>) -> Bool {
    scan(upTo: offset, in: bytes)
    return open != nil
  }

  /// Where the stop stands that ends the quotation that is open at `offset`, before or behind its closing mark; `nil` where
  /// none has to stay whole.
  ///
  /// That is one that its sentence leads up to and ends with: `He said: “Wait. Then go.”` Stops within it end no sentence, so
  /// that what is said stays with who says it. A quotation that a sentence begins with, and the rest of one that was broken
  /// off to name the speaker, are divided like any other text.
  mutating func lastStop(openAt offset: Int, in bytes: Span<UInt8>, before end: Int) -> Int? {
    scan(upTo: offset, in: bytes)
    guard !isOver, let open, open.isIntroduced else { return nil }
    isOver = true
    let limit = min(end, open.start + Self.longest)
    guard let close = bytes.doubleQuote(from: offset, to: limit), bytes.closes(open.start, at: close) else {
      return nil
    }
    let last = bytes.character(before: bytes.trimSpace(from: offset, to: close))
    if last >= offset, bytes.character(at: last).kind.isStop { return last }
    let closeEnd = close + bytes.character(at: close).count
    return bytes.kind(at: closeEnd, before: end).isStop ? closeEnd : nil
  }

  private mutating func scan(upTo offset: Int, in bytes: Span<UInt8>) {
    while let mark = bytes.doubleQuote(from: scanned, to: offset) {
      scanned = mark + 1
      if let open {
        isOver = true
        if bytes.closes(open.start, at: mark) { self.open = nil }
      } else if bytes.opens(at: mark) {
        open = Quotation(start: mark, isIntroduced: isIntroduced(mark, in: bytes))
      } else {
        isOver = true
      }
    }
    scanned = max(scanned, offset)
  }

  private func isIntroduced(_ mark: Int, in bytes: Span<UInt8>) -> Bool {
    let before = bytes.trimSpace(from: start, to: mark)
    guard before > start, before < mark else { return false }
    let last = bytes[before - 1]
    return last == UInt8(ascii: ",") || last == UInt8(ascii: ":")
      || bytes.kind(before: before) == .lower
  }
}

extension Span<UInt8> {
  /// Whether the double mark at `offset` opens a quotation where none is open: space, a bracket or a dash is before it, and
  /// no space behind a `»`, which closes in French.
  fileprivate func opens(at offset: Int) -> Bool {
    let before = kind(before: offset)
    guard before == .space || before == .opening || before == .dash else { return false }
    switch codeUnits(at: offset, character(at: offset).count) {
    case 0xE2809D: return false
    case 0xC2BB: return kind(at: offset + 2, before: count) != .space
    default: return true
    }
  }

  /// Whether the double mark at `offset` closes the quotation that the one at `opening` has opened.
  fileprivate func closes(_ opening: Int, at offset: Int) -> Bool {
    let mark = codeUnits(at: offset, character(at: offset).count)
    switch codeUnits(at: opening, character(at: opening).count) {
    case 0xE2809E: return mark == 0xE2809C || mark == 0xE2809D
    case 0xC2AB: return mark == 0xC2BB
    case 0xC2BB: return mark == 0xC2AB
    default: return mark == 0xE2809D || (mark == 0x22 && self[offset - 1] > 0x20)
    }
  }

  /// The first double mark from `start` on, straight or not; `nil` where none begins before `end`.
  fileprivate func doubleQuote(from start: Int, to end: Int) -> Int? {
    first(from: start, to: end) { eight, _ in
      eight.mayEqual(UInt8(ascii: "\"")) | eight & .highBits
    } where: { at in
      switch self[unchecked: at] {
      case 0x22: true
      case 0xE2: at + 2 < count && self[at + 1] == 0x80 && 0x9C...0x9E ~= self[at + 2]
      case 0xC2: at + 1 < count && (self[at + 1] == 0xAB || self[at + 1] == 0xBB)
      default: false
      }
    }
  }
}
