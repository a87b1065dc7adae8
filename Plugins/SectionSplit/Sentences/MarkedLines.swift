internal import DocumentModel

extension Span<UInt8> {
  /// Where the first of the lines from `start` on ends that the markup of a paragraph has told apart, and its sentence with
  /// it; the paragraph's end where none does.
  ///
  /// A line that begins a list's item parts everywhere. Elsewhere a sentence goes on within brackets, behind a comma, a hyphen or
  /// a word that leads on, before a quotation that it announces, and before a small letter; in scripts without case while a
  /// stop is to come.
  func markedLineEnd(from start: Int, in paragraph: TextRange, _ words: Span<WordTable.Slot>) -> Int {
    var at = start
    // Whether a bracket is open.
    var isOpen = false
    while at < paragraph.end {
      switch self[at] {
      case UInt8(ascii: "("), UInt8(ascii: "["): isOpen = true
      case UInt8(ascii: ")"), UInt8(ascii: "]"): isOpen = false
      case 0x0A:
        let next = skipSpace(from: at, to: paragraph.end)
        let lineEnd = trimSpace(from: start, to: at)
        let isWithin = isOpen && closesBracket(from: next, before: paragraph.end)
        if beginsItem(at: next, in: paragraph)
          || (!isWithin && parts(start..<lineEnd, next, before: paragraph.end, words))
        {
          return at
        }
        at = next
        continue
      default: break
      }
      at += 1
    }
    return paragraph.end
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
    case .lower: return !words.classes(of: wordKey(lastWord(of: line))).contains(.leading)
    case .dot:
      let word = wordBeforeStop(endingAt: last, notBefore: line.lowerBound)
      return !word.isInitial && words.classes(of: wordKey(word.range)).isDisjoint(with: [.title, .inner])
    default:
      if self[last] == UInt8(ascii: ":") { return !first.isQuoted }
      return self[last] != UInt8(ascii: ",")
    }
  }

  /// The word without a capital that ends `line`; nothing where it has one.
  private func lastWord(of line: Range<Int>) -> Range<Int> {
    let word = wordBeforeStop(endingAt: line.upperBound, notBefore: line.lowerBound)
    return word.isLowercase ? word.range : line.upperBound..<line.upperBound
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
