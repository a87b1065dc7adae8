internal import TextBytes

/// What comes after a stop and the space behind it.
struct NextWord {
  /// Where it begins, marks that open before it included: a sentence would start here.
  var start: Int
  /// Its letters or digits.
  var range: Range<Int>
  /// The class of its first character that opens nothing.
  var kind: CharacterClass
  /// Whether a quotation mark or bracket opens before it.
  var isQuoted: Bool
  var isBracketed: Bool
}

extension Span<UInt8> {
  /// What stands at or after `offset`; `nil` where nothing but space is left before `end`.
  func nextWord(from offset: Int, before end: Int) -> NextWord? {
    let start = skipSpace(from: offset, to: end)
    guard start < end else { return nil }
    var next = NextWord(start: start, range: start..<start, kind: .mark, isQuoted: false, isBracketed: false)
    var at = start
    while at < end {
      let (kind, count) = character(at: at)
      let isEmphasis = self[at] == UInt8(ascii: "*") || self[at] == UInt8(ascii: "_")
      guard kind == .quote || kind == .opening || isEmphasis || isInverted(at: at) else {
        next.kind = kind
        break
      }
      if kind == .quote { next.isQuoted = true }
      if kind == .opening { next.isBracketed = true }
      at += count
      // "« Oui »"
      if kind == .quote, count > 1 { at = skipSpace(from: at, to: end) }
    }
    next.range = at..<wordEnd(from: at, before: end)
    let isCapital = hasInnerCapital(next.range) || (next.isQuoted && isClipped(at, before: end))
    if next.kind == .lower, isCapital { next.kind = .upper }
    return next
  }

  /// Whether `¿` or `¡` stands at `offset`, with something behind it.
  func isInverted(at offset: Int) -> Bool {
    self[offset] == 0xC2 && (self[offset + 1] == 0xA1 || self[offset + 1] == 0xBF) && offset + 2 < count
  }

  /// Whether it is a name such as "iPhone" or "eBay", which may begin a sentence as it is.
  private func hasInnerCapital(_ range: Range<Int>) -> Bool {
    for index in range where self[index].isUpper { return true }
    return false
  }

  /// Whether one letter stands at `start` that a Dutch word is clipped to, with a capital behind it: "'s Avonds", "'t Is".
  private func isClipped(_ start: Int, before end: Int) -> Bool {
    guard start + 2 < end, self[start] == UInt8(ascii: "s") || self[start] == UInt8(ascii: "t") else { return false }
    return self[start + 1] == 0x20 && kind(at: start + 2, before: end) == .upper
  }

  /// The end of the letters, digits and apostrophes from `start` on, looked at for at most 32 bytes.
  func wordEnd(from start: Int, before end: Int) -> Int {
    let limit = Swift.min(end, start + WordBeforeStop.reach)
    var at = start
    while at < limit {
      let (kind, count) = character(at: at)
      let isApostrophe = kind == .quote && self.kind(at: at + count, before: end).isLetter
      guard kind.isLetter || kind == .digit || isApostrophe else { break }
      at += count
    }
    return at
  }
}
