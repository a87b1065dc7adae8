internal import DocumentModel

extension Span<UInt8> {
  /// The lines of those among `blocks` that have several.
  func markedLines(in blocks: [TextBlock]) -> [TextLine] {
    var lines: [TextLine] = []
    for block in blocks where block.kind == .text || block.kind == .listItem || block.kind == .quote {
      var start = block.start
      var end = lineEnd(from: start, to: block.end)
      guard end < block.end else { continue }
      while start < block.end {
        lines.append(
          TextLine(
            start: start, end: trimSpace(from: start, to: end), isAfterBlank: start == block.start, isIndented: false))
        start = skipSpace(from: end, to: block.end)
        end = lineEnd(from: start, to: block.end)
      }
    }
    return lines
  }

  /// Where the first of the lines from `start` on ends that the markup of a paragraph has told apart, and its sentence with
  /// it; the paragraph's end where none does.
  ///
  /// A line that begins a list's item parts everywhere. Elsewhere a sentence goes on within brackets and quotations that stay
  /// whole, behind a comma, a hyphen or a word that leads on, before a quotation that it announces, and before a small letter;
  /// in scripts without case while a stop is to come.
  ///
  /// - Parameter wrap: the width that the lines of the whole text were broken at, where they were.
  func markedLineEnd(
    from start: Int, in paragraph: TextRange, _ rules: SentenceRules, _ wrap: HardWrap?, _ words: Span<WordTable.Slot>
  ) -> Int {
    var lineStart = start
    // Whether a bracket is open.
    var isOpen = false
    while true {
      let at = lineEnd(from: lineStart, to: paragraph.end)
      guard at < paragraph.end else { return paragraph.end }
      let next = skipSpace(from: at, to: paragraph.end)
      let end = trimSpace(from: start, to: at)
      if let bracket = (lineStart..<at).last(where: { isBracket(at: $0) }) {
        isOpen = self[bracket] == UInt8(ascii: "(") || self[bracket] == UInt8(ascii: "[")
      }
      if beginsItem(at: next, in: paragraph) { return at }
      let isWithin =
        (isOpen && closesBracket(from: next, before: paragraph.end))
        || (rules.keepsQuotations && isInQuotation(at, from: start, before: paragraph.end))
      if !isWithin, !(wrap?.joins(lineStart..<end, next..<paragraph.end, in: self) ?? false) || endsWithStop(end),
        parts(start..<end, next, before: paragraph.end, words)
      {
        return at
      }
      lineStart = next
    }
  }

  /// How many bytes are looked at for what tells one line end.
  private static var reach: Int { 300 }

  /// Whether a sentence may end with `line`, where the next line begins at `next` with no item of a list.
  private func parts(_ line: Range<Int>, _ next: Int, before end: Int, _ words: Span<WordTable.Slot>) -> Bool {
    guard !line.isEmpty, let first = nextWord(from: next, before: end), first.kind != .lower else { return false }
    let last = character(before: line.upperBound)
    let kind = character(at: last).kind
    if first.kind == .letter, !kind.isStop { return !hasStop(from: next, before: end) }
    switch kind {
    case .dash: return false
    case .lower:
      let word = wordBeforeStop(endingAt: line.upperBound, notBefore: line.lowerBound)
      let classes = words.classes(of: wordKey(word.range))
      // "May‖2019"
      if first.kind == .digit, first.range.count == 4, classes.contains(.calendar) { return false }
      return !word.isLowercase || !classes.contains(.leading)
    case .dot:
      let word = wordBeforeStop(endingAt: last, notBefore: line.lowerBound)
      return !word.isInitial && words.classes(of: wordKey(word.range)).isDisjoint(with: [.title, .inner])
    default:
      if self[last] == UInt8(ascii: ":") { return !first.isQuoted }
      return self[last] != UInt8(ascii: ",")
    }
  }

  private func isBracket(at offset: Int) -> Bool { "()[]".utf8.contains(self[offset]) }

  private func endsWithStop(_ lineEnd: Int) -> Bool {
    let last = character(before: lineEnd)
    return character(at: last).kind.isStop || self[last] == UInt8(ascii: ":")
  }

  /// Whether a quotation is open at `offset` that stays whole.
  private func isInQuotation(_ offset: Int, from start: Int, before end: Int) -> Bool {
    var quotations = SentenceQuotations(sentenceStart: Swift.max(start, offset - Self.reach))
    return quotations.lastStop(openAt: offset, in: self, before: end) != nil
  }

  /// Whether a bracket closes from `start` on before another opens.
  private func closesBracket(from start: Int, before end: Int) -> Bool {
    for index in start..<Swift.min(end, start + Self.reach) {
      switch self[index] {
      case UInt8(ascii: ")"), UInt8(ascii: "]"): return true
      case UInt8(ascii: "("), UInt8(ascii: "["): return false
      default: break
      }
    }
    return false
  }

  private func hasStop(from start: Int, before end: Int) -> Bool {
    var at = start
    let limit = Swift.min(end, start + Self.reach)
    while at < limit {
      let (kind, count) = character(at: at)
      if kind.isStop { return true }
      at += count
    }
    return false
  }

  /// Whether an item of a list begins at `offset`, which other lines near it tell: "on‖p. 23" and "am‖1. Mai" have no list.
  private func beginsItem(at offset: Int, in paragraph: TextRange) -> Bool {
    guard let mark = listMark(at: offset, before: paragraph.end) else { return false }
    if case .bullet = mark.style { return true }
    let lines = Swift.max(paragraph.start, offset - Self.reach)..<Swift.min(paragraph.end, offset + Self.reach)
    return lines.contains { index in
      guard index == paragraph.start || self[index] == 0x0A else { return false }
      let start = skipSpace(from: index, to: paragraph.end)
      return start != offset && listMark(at: start, before: paragraph.end).map(mark.isBeside) ?? false
    }
  }
}

extension ListMark {
  /// Whether both may mark items of one list: letters follow each other, numbers need not.
  fileprivate func isBeside(_ other: ListMark) -> Bool {
    guard style == other.style else { return false }
    guard case .letter = style else { return true }
    return abs(value - other.value) == 1
  }
}
