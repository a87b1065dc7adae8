internal import DocumentModel

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
  private let isItem: Bool
  /// The list that the paragraph begins with.
  private var list: InlineList?
  private let length: Int
  private let rules: SentenceRules

  /// - Parameter isItem: whether markup has told that the paragraph is an item of a list.
  init(_ paragraph: TextRange, _ rules: SentenceRules, isItem: Bool = false) {
    self.rules = rules
    self.isItem = isItem
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
    var quotations = SentenceQuotations(sentenceStart: textStart)
    var wideQuotations = WideQuotations(sentenceStart: textStart, keepsQuotations: rules.keepsQuotations)
    var at = textStart
    while at < end {
      if let list {
        if list.mayBegin(with: bytes[at]), beginsItem(at: at, after: textStart, in: bytes, words) {
          return finish(at: bytes.trimSpace(from: start, to: at), next: at)
        }
      } else {
        at = bytes.possibleStop(from: at, to: end)
        if at == end { break }
      }
      if bytes.isCapitalAfterSpace(at) {
        if joints.isOn, let joint = joints.features(beforeCapitalAt: at, in: bytes, table), joint.endsSentence(words),
          !quotations.isOpen(at: at, in: bytes)
        {
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
        if run.hasFullStop, let behind = wideQuotations.goesOn(behind: run, in: bytes, before: end) {
          at = behind
          continue
        }
        guard rules.keepsQuotations, !run.closesQuote,
          let stop = quotations.lastStop(openAt: run.end, in: bytes, before: end)
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
    if isItem, isFirst, let words = bytes.wordsStart(ofItemAt: start, before: end) { return words }
    guard let mark = bytes.listMark(at: start, before: end) else { return start }
    if isFirst { list = InlineList(startingWith: mark) }
    // A bullet may stand before a number: "• 9. Bread".
    return bytes.listMark(at: mark.textStart, before: end)?.textStart ?? mark.textStart
  }

  private mutating func beginsItem(
    at offset: Int, after textStart: Int, in bytes: Span<UInt8>, _ words: Span<WordTable.Slot>
  ) -> Bool {
    guard offset > textStart, bytes[offset] & 0xC0 != 0x80, bytes.kind(before: offset) == .space else { return false }
    return list?.continues(at: offset, after: textStart, in: bytes, before: end, words) ?? false
  }
}
