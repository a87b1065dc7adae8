internal import TextBytes

/// A run of stops with what closes after it: `.`, `?!`, `. . .`, `.")`, `. [2]`, `. :-)`.
struct StopRun {
  /// Where the first stop stands.
  var start: Int
  /// After the last stop and the marks that close with it: where a sentence would end.
  var end: Int
  /// How many dots there are; `…` counts as three.
  var dots: Int
  var hasExclamation: Bool
  var hasFullStop: Bool
  /// Whether quotation marks or brackets close after the stop.
  var closesQuote: Bool
  var closesBracket: Bool
  /// Whether the dots are apart, as in `. . .`.
  var isSpaced: Bool
}

extension Span<UInt8> {
  /// The run of stops that begins at `start`.
  func stopRun(at start: Int, before end: Int) -> StopRun {
    var run = StopRun(
      start: start, end: start, dots: 0, hasExclamation: false, hasFullStop: false, closesQuote: false,
      closesBracket: false, isSpaced: false)
    while run.end < end, addStop(to: &run, before: end) || addClosing(to: &run, before: end) {}
    while skipReference(&run.end, before: end) || skipSmiley(&run.end, before: end) {}
    // "本当ですか?次は" needs no space, as if it were full-width. Between other characters `?` may be a mark that was misread.
    if run.hasExclamation, start > 2, isHiragana(at: start - 3) { run.hasFullStop = true }
    return run
  }

  private func addStop(to run: inout StopRun, before end: Int) -> Bool {
    let (kind, count) = character(at: run.end)
    switch kind {
    case .dot: run.dots += count == 1 ? 1 : 3
    case .exclamation: run.hasExclamation = true
    case .fullStop: run.hasFullStop = true
    case .space where run.dots > 0 && self[run.end] == 0x20 && isLoneDot(at: run.end + 1, before: end):
      run.dots += 1
      run.isSpaced = true
      run.end += 2
      return true
    default: return false
    }
    run.end += count
    return true
  }

  /// Whether a dot with nothing attached to it stands at `offset`, as in a spaced ellipsis.
  private func isLoneDot(at offset: Int, before end: Int) -> Bool {
    guard offset < end, self[offset] == UInt8(ascii: ".") else { return false }
    let next = kind(at: offset + 1, before: end)
    return next == .space || next == .dot || next == .quote || next == .closing
  }

  private func addClosing(to run: inout StopRun, before end: Int) -> Bool {
    let (kind, count) = character(at: run.end)
    switch kind {
    case .closing: run.closesBracket = true
    case .quote where opensQuotation(at: run.end, isApart: false, before: end): return false
    case .quote: run.closesQuote = true
    // Markdown's emphasis closes too.
    case .mark where self[run.end] == UInt8(ascii: "*") || self[run.end] == UInt8(ascii: "_"): break
    case .space: return addSpacedClosing(to: &run, before: end, spaceCount: count)
    default: return false
    }
    run.end += count
    return true
  }

  /// Adds a mark that stands apart from the stop and from the next word, and closes: `« Oui. » Il`, `« Oui ! », dit-il`.
  private func addSpacedClosing(to run: inout StopRun, before end: Int, spaceCount: Int) -> Bool {
    let at = run.end + spaceCount
    guard at < end else { return false }
    let (kind, count) = character(at: at)
    guard kind == .quote || kind == .closing, !opensQuotation(at: at, isApart: true, before: end) else { return false }
    let next = self.kind(at: at + count, before: end)
    guard next == .space || next == .closing || (kind == .quote && isPunctuation(at: at + count, before: end)) else {
      return false
    }
    if kind == .quote { run.closesQuote = true } else { run.closesBracket = true }
    run.end = at + count
    return true
  }

  /// Whether a mark stands at `offset` that goes on with a sentence or ends it: "« Pourquoi ? », dit-il".
  func isPunctuation(at offset: Int, before end: Int) -> Bool {
    guard offset < end else { return false }
    return ",.;:".utf8.contains(self[offset])
  }

  /// The length of a raised digit, `¹` or `⁴`, or of a dagger at `offset`.
  private func superscript(at offset: Int, before end: Int) -> Int? {
    guard offset + 1 < end else { return nil }
    switch (self[offset], self[offset + 1]) {
    case (0xC2, 0xB9), (0xC2, 0xB2), (0xC2, 0xB3): return 2
    case (0xE2, 0x81) where offset + 2 < end && 0xB0...0xB9 ~= self[offset + 2]: return 3
    case (0xE2, 0x80) where offset + 2 < end && 0xA0...0xA1 ~= self[offset + 2]: return 3
    default: return nil
    }
  }

  /// Steps over a face of ASCII marks, `:)`, `;-)` or `:D`, with space around it.
  private func skipSmiley(_ offset: inout Int, before end: Int) -> Bool {
    var at = skipSpace(from: offset, to: end)
    guard at > offset, at + 1 < end, ":;".utf8.contains(self[at]) else { return false }
    at += self[at + 1] == UInt8(ascii: "-") ? 2 : 1
    guard at < end, ")(DPp".utf8.contains(self[at]), kind(at: at + 1, before: end) == .space else { return false }
    offset = at + 1
    return true
  }

  /// Steps over a note's number or a remark, `¹`, `[2]` or `[citation needed]`, which belongs to the sentence before it.
  private func skipReference(_ offset: inout Int, before end: Int) -> Bool {
    if let count = superscript(at: offset, before: end) {
      offset += count
      return true
    }
    var at = offset
    if at < end, self[at] == 0x20 { at += 1 }
    guard at + 2 < end, self[at] == UInt8(ascii: "[") else { return false }
    at += 1
    let limit = Swift.min(end, at + (self[at].isLower ? 40 : 4))
    let isRemark = self[at].isLower
    while at < limit, isRemark ? self[at] == 0x20 || self[at].isLower : self[at].isDigit { at += 1 }
    guard self[at - 1] != UInt8(ascii: "["), at < end, self[at] == UInt8(ascii: "]") else { return false }
    offset = at + 1
    return true
  }
}
