extension Span<UInt8> {
  /// Whether the quotation mark at `offset`, which stands behind a stop, opens what comes next and belongs to no run of stops.
  ///
  /// `「`, `『`, `„` and `‚` open everywhere. `“`, `‘`, `«`, `»`, `‹`, `›` open in some languages and close in others: here they
  /// open where a letter follows at once, or, those that point to the left or are like a 6, where space is around them; unless
  /// their partner is open, as in `„Ja.“Nein.`
  ///
  /// - Parameter isApart: whether space stands before the mark, and behind it.
  func opensQuotation(at offset: Int, isApart: Bool, before end: Int) -> Bool {
    let (kind, count) = character(at: offset)
    // Nothing opens at the end.
    guard kind == .quote, count > 1, offset + count < end else { return false }
    let partner: UInt32
    var pointsLeft = true
    switch codeUnits(at: offset, count) {
    case 0xE3808C, 0xE3808E, 0xE2809E, 0xE2809A: return true
    case 0xE2809C: partner = 0xE2809E
    case 0xE28098: partner = 0xE2809A
    case 0xC2AB: partner = 0xC2BB
    case 0xE280B9: partner = 0xE280BA
    case 0xC2BB: (partner, pointsLeft) = (0xC2AB, false)
    case 0xE280BA: (partner, pointsLeft) = (0xE280B9, false)
    default: return false
    }
    guard isApart ? pointsLeft : self.kind(at: offset + count, before: end).isLetter else { return false }
    return !isOpen(partner, before: offset, closedBy: codeUnits(at: offset, count))
  }

  /// Whether `mark` stands nearer before `offset` than what closes it, in the 400 bytes before.
  private func isOpen(_ mark: UInt32, before offset: Int, closedBy closing: UInt32) -> Bool {
    var at = offset
    while at > 0, offset - at < 400, self[at - 1] != 0x0A {
      at = character(before: at)
      guard self[at] >= 0xC2 else { continue }
      let count = character(at: at).count
      let units = codeUnits(at: at, count)
      // The partner may close a quotation of its own: "« Oui. » Il dort. « Non. »"
      if units == mark { return kind(at: at + count, before: offset).isLetter }
      if units == closing { return false }
    }
    return false
  }
}
