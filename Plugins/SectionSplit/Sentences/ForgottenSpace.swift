extension Span<UInt8> {
  /// Where a sentence ends though no space is behind it: "It rained.The game went on.", "“It rained.”The game"; before a mark
  /// that opens, "It rained.“The game".
  func endBeforeForgottenSpace(
    _ run: StopRun, _ next: NextWord, from start: Int, before end: Int, _ words: Span<WordTable.Slot>
  ) -> Int? {
    guard run.dots <= 1, next.kind == .upper, !next.isQuoted || self[run.end] >= 0xC2, !next.isBracketed,
      isCapitalizedWord(next.range, before: end), let place = sentenceEnd(in: run)
    else { return nil }
    let word = wordBeforeStop(endingAt: run.start, notBefore: start)
    guard word.isLowercase, word.range.count > 1, word.range.count < WordBeforeStop.reach,
      words.classes(of: wordKey(word.range)).isDisjoint(with: .anyAbbreviation)
    else { return nil }
    // The first letters of an address or a file name look the same.
    let after = kind(at: next.range.upperBound, before: end)
    return after == .space || (after == .mark && self[next.range.upperBound] == UInt8(ascii: ",")) ? place : nil
  }

  /// The end of `run`, a stop alone or with one quotation mark; before the mark, where it is straight and opens.
  private func sentenceEnd(in run: StopRun) -> Int? {
    let stop = run.start + 1
    guard run.end > stop else { return run.end }
    guard run.closesQuote, !run.closesBracket, self[stop] == UInt8(ascii: "\"") || self[stop] >= 0xC2,
      stop + character(at: stop).count == run.end
    else { return nil }
    return self[stop] == UInt8(ascii: "\"") && !isStraightQuotationOpen(before: stop) ? stop : run.end
  }

  /// Whether a quotation in straight marks is open before `offset`, as far as its line tells, at most 1,000 bytes of it.
  ///
  /// A mark with space on one side tells by itself; one with none on either changes what the mark before it tells.
  private func isStraightQuotationOpen(before offset: Int) -> Bool {
    var (at, isOpen) = (offset, true)
    while at > 0, offset - at < 1_000, self[at - 1] != 0x0A {
      at -= 1
      guard self[at] == UInt8(ascii: "\"") else { continue }
      if at == 0 || self[at - 1] <= 0x20 { return isOpen }
      if self[at + 1] <= 0x20 { return !isOpen }
      isOpen.toggle()
    }
    return !isOpen
  }

  /// Whether it is as a sentence begins: "The", or "A" with a word behind it.
  private func isCapitalizedWord(_ range: Range<Int>, before end: Int) -> Bool {
    let second = kind(at: range.lowerBound + 1, before: end)
    guard range.count == 1 else { return second == .lower }
    return second == .space && kind(at: range.upperBound + 1, before: end) == .lower
  }
}
