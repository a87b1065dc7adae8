/// The quotations and titles of one sentence in the marks of Chinese and Japanese: `「…」`, `『…』`, `“…”`, `《…》`, `〈…〉`.
///
/// Each byte of a sentence is looked at once, and no closing mark is looked for further than `longest`, so that time stays
/// linear.
struct WideQuotations {
  private let start: Int
  /// Whether quotations stay whole; titles always do.
  private let keepsQuotations: Bool
  private var scanned: Int
  private var open: Int?

  /// Longer ones than this many bytes, three a character, are divided. Japanese sentences go on behind most, with their verb.
  private static let longest = 600
  private static let longestTitle = 120

  /// - Parameter start: where the words of the sentence begin.
  init(sentenceStart start: Int, keepsQuotations: Bool) {
    self.start = start
    self.keepsQuotations = keepsQuotations
    scanned = start
  }

  /// Where to read on, behind `run`, whose stop ends no sentence as it stands within one that is open there; `nil` where it may
  /// end one.
  ///
  /// A title never ends a sentence: `《你好！李焕英》上映`. A quotation does with its last stop, unless its sentence goes on
  /// behind it; the stops before are passed over where its sentence leads up to it, or goes on.
  mutating func goesOn(behind run: StopRun, in bytes: Span<UInt8>, before end: Int) -> Int? {
    scan(upTo: run.start, in: bytes)
    guard let open else { return nil }
    let longest = bytes.isTitleMark(at: open) ? Self.longestTitle : Self.longest
    guard let close = bytes.wideClose(of: open, from: run.start, to: min(end, open + longest)) else { return nil }
    let closeEnd = close + 3
    let last = bytes.character(before: close)
    let hasStop = bytes.character(at: last).kind.isStop
    // A stop behind the mark that closes tells.
    guard run.end <= closeEnd else { return nil }
    if bytes.isTitleMark(at: open) { return closeEnd }
    guard keepsQuotations else { return nil }
    let isLedUpTo = open > start
    if bytes.goesOnWithParticle(at: closeEnd, before: end, isQuoted: true)
      || (isLedUpTo && !bytes.isComma(before: open) && bytes.isHiragana(at: closeEnd)
        && !bytes.leadsOn(at: closeEnd, before: end))
    {
      return closeEnd
    }
    // Its last stop may end the sentence.
    guard isLedUpTo, run.end < close, close - open <= SentenceQuotations.longest else { return nil }
    return hasStop ? last : closeEnd
  }

  private mutating func scan(upTo offset: Int, in bytes: Span<UInt8>) {
    while scanned < offset {
      if let mark = open, bytes.closes(mark, at: scanned) {
        open = nil
        scanned += 3
      } else {
        // One that opens like the one that is open shows that this was never closed.
        if bytes.isWideOpening(at: scanned), open.map({ bytes[$0 + 2] == bytes[scanned + 2] }) ?? true {
          open = scanned
        }
        scanned += 1
      }
    }
    scanned = max(scanned, offset)
  }
}

extension Span<UInt8> {
  /// Whether `「`, `『`, `“`, `《` or `〈` stands at `offset`.
  fileprivate func isWideOpening(at offset: Int) -> Bool {
    guard offset + 2 < count, self[offset] == 0xE3 || self[offset] == 0xE2, self[offset + 1] == 0x80 else {
      return false
    }
    if self[offset] == 0xE2 { return self[offset + 2] == 0x9C }
    return isTitleMark(at: offset) || self[offset + 2] == 0x8C || self[offset + 2] == 0x8E
  }

  /// Whether the mark at `offset`, one of those, opens a title.
  fileprivate func isTitleMark(at offset: Int) -> Bool { self[offset + 2] == 0x88 || self[offset + 2] == 0x8A }

  /// Where the mark that closes what the one at `opening` opens begins from `start` on, and within `end`; `nil` where another
  /// of these opens before.
  fileprivate func wideClose(of opening: Int, from start: Int, to end: Int) -> Int? {
    var at = start
    while at + 2 < end {
      if closes(opening, at: at) { return at }
      if isWideOpening(at: at), self[at + 2] == self[opening + 2] { return nil }
      at += 1
    }
    return nil
  }

  /// Whether the mark that closes what the one at `opening` opens stands at `offset`: each comes right behind its opening one
  /// in Unicode.
  fileprivate func closes(_ opening: Int, at offset: Int) -> Bool {
    offset + 2 < count && self[offset] == self[opening] && self[offset + 1] == 0x80
      && self[offset + 2] == self[opening + 2] + 1
  }

  /// Whether `：` or `，` stands before `offset`.
  fileprivate func isComma(before offset: Int) -> Bool {
    offset > 2 && self[offset - 3] == 0xEF && self[offset - 2] == 0xBC
      && (self[offset - 1] == 0x9A || self[offset - 1] == 0x8C)
  }

  /// Whether a character of the Hiragana begins at `offset`.
  func isHiragana(at offset: Int) -> Bool {
    guard offset + 2 < count, self[offset] == 0xE3 else { return false }
    return self[offset + 1] == 0x81 || (self[offset + 1] == 0x82 && self[offset + 2] <= 0x9F)
  }
}
