internal import DocumentModel
internal import TextBytes

/// Finds where line breaks are those of a page and not of the text: hard-wrapped paragraphs, divided words, indented
/// lines, and long lines that are paragraphs of their own.
struct Reflow {
  /// What is to change, and what a reader would be told of it.
  struct Findings {
    var edits: [TextEdit] = []
    /// The columns that the text was wrapped at, where it was.
    var wrapWidth: Int?
    /// How many lines were joined.
    var joints = 0
  }

  private let options: CleanOptions

  init(_ options: CleanOptions) { self.options = options }

  func reflow(_ bytes: Span<UInt8>) -> Findings {
    let profile = WrapProfile(bytes)
    let quotation = profile.hasQuotedLines ? WrapProfile(bytes, isOfQuotation: true) : nil
    let hasDividedWords = profile.hasDividedWords || quotation?.hasDividedWords ?? false
    let division = options.dehyphenates && hasDividedWords ? WordDivision(bytes) : nil
    var findings = Findings(wrapWidth: options.unwrapping == .auto ? profile.width ?? quotation?.width : nil)
    var paragraph = GrowingParagraph()
    var number = 0
    bytes.forEachLine { line, next in
      number += 1
      if number == 1 { paragraph.start(with: line, kind: bytes.kind(of: line.range), in: bytes) }
      let width = bytes.isQuoted(next.range) ? quotation?.width : profile.width
      let joint = joint(line, next, number: number, of: paragraph, width: width, division, in: bytes)
      guard let joint else {
        keep(next, &paragraph, &findings, in: bytes)
        return
      }
      findings.joints += 1
      findings.edits.append(joint)
      grow(&paragraph, by: next, &findings, in: bytes)
    }
    // What turned out to stay as it is.
    findings.edits.removeAll { isIdle($0, in: bytes) }
    return findings
  }

  /// The edit that makes two lines parts of one paragraph, or `nil` where they are none.
  ///
  /// - Parameter paragraph: the one that ends with `line` up to now.
  private func joint(
    _ line: Line, _ next: Line, number: Int, of paragraph: GrowingParagraph, width: Int?, _ division: WordDivision?,
    in bytes: Span<UInt8>
  ) -> TextEdit? {
    guard next.lineFeedsBefore == 1 else { return nil }
    let isFull = isFull(line, before: next, width: width, in: bytes)
    guard
      bytes.mayJoin(line, next)
        || (paragraph.kind == .prose && isFull && bytes.mayBeSentencesOwnMark(next, after: line))
    else { return nil }
    let hangs = paragraph.hangs(next, after: line, in: bytes)
    let joins = isJoined(line, next, number: number, hangs: hangs, isFull: isFull, width: width, in: bytes)
    let words = bytes.quotation(next.range).words
    if let division, let joint = division.joint(line.range, words, in: bytes),
      joins || bytes.continues(words, after: line.range)
    {
      let hyphen = bytes.hyphen(endOf: line.range) ?? line.range.upperBound
      let start = joint == .joined ? hyphen : line.range.upperBound
      return TextEdit(TextRange(start, words.lowerBound), joint == .suspended ? " " : "", rule: "hyphenation")
    }
    guard joins else { return nil }
    return TextEdit(
      TextRange(next.gapStart, words.lowerBound), bytes.isGlued(line.range, words) ? "" : " ", rule: "unwrapping")
  }

  private func isJoined(
    _ line: Line, _ next: Line, number: Int, hangs: Bool, isFull: Bool, width: Int?, in bytes: Span<UInt8>
  ) -> Bool {
    guard options.unwrapping != .never else { return false }
    let goesOn = isFull && !bytes.endsSentence(line.range)
    guard number > 8 || !isFrontMatter(line, next, goesOn: goesOn, in: bytes) else { return false }
    guard options.unwrapping == .auto else { return true }
    if isFull || hangs { return true }
    guard let width, bytes.continues(bytes.quotation(next.range).words, after: line.range),
      !bytes.endsSentence(line.range)
    else {
      return false
    }
    let columns = bytes.columns(line.range, upTo: WrapProfile.widest + 1)
    return columns <= WrapProfile.widest && columns * 2 >= width
  }

  /// Whether `line` is none of the long lines that are paragraphs, and the first word of `next` would not have fitted
  /// behind it.
  private func isFull(_ line: Line, before next: Line, width: Int?, in bytes: Span<UInt8>) -> Bool {
    guard let width else { return false }
    let columns = bytes.columns(line.range, upTo: WrapProfile.widest + 1)
    let words = bytes.quotation(next.range).words
    let word = words.lowerBound..<bytes.wordEnd(in: words)
    return columns <= WrapProfile.widest && columns + 1 + bytes.columns(word, upTo: width) > width
  }

  /// Whether one of two lines near the top is a title's copy, a byline, a date or a first line with a dateline.
  ///
  /// - Parameter goesOn: whether a sentence goes on from `line` to `next`, as far as the width tells.
  private func isFrontMatter(_ line: Line, _ next: Line, goesOn: Bool, in bytes: Span<UInt8>) -> Bool {
    if bytes.isSameHeadline(line.range, next.range) { return true }
    if PublicationLine(bytes, line.range) != nil || PublicationLine(bytes, next.range) != nil { return true }
    guard let dateline = Dateline(bytes, next.range) else { return false }
    // Amid a sentence a town and its region before a dash may be anything: `Aberdeenshire, Scotland – 29 November`.
    return !goesOn || dateline.isCapitals || dateline.agency != nil
  }

  /// Ends the paragraph before `next`, whose gap becomes a paragraph break where one of the two is long.
  private func keep(
    _ next: Line, _ paragraph: inout GrowingParagraph, _ findings: inout Findings, in bytes: Span<UInt8>
  ) {
    let wasLong = paragraph.isLong
    let wasProse = paragraph.kind == .prose
    let pending = paragraph.pending
    let kind = bytes.kind(of: next.range)
    let mayPart = options.unwrapping != .never && next.lineFeedsBefore == 1 && wasProse && kind == .prose
    paragraph.start(with: next, kind: kind, in: bytes)
    let parts = mayPart && (wasLong || paragraph.isLong)
    let lineFeeds = parts ? 2 : next.lineFeedsBefore
    // Most lines stay as they are, and have no edit unless they may still become a paragraph.
    if let pending, pending == findings.edits.count - 1, isIdle(findings.edits[pending], in: bytes) {
      findings.edits.removeLast()
    }
    let edit = TextEdit(TextRange(next.gap), breaks(lineFeeds), rule: next.isIndented ? "indentation" : "blank-lines")
    paragraph.pending = mayPart && !parts ? findings.edits.count : nil
    if paragraph.pending != nil || !isIdle(edit, in: bytes) { findings.edits.append(edit) }
  }

  /// Whether an edit puts what is there.
  private func isIdle(_ edit: TextEdit, in bytes: Span<UInt8>) -> Bool {
    bytes.equals(edit.replacement, at: edit.range.start..<edit.range.end)
  }

  private func grow(
    _ paragraph: inout GrowingParagraph, by next: Line, _ findings: inout Findings, in bytes: Span<UInt8>
  ) {
    paragraph.grow(by: next, in: bytes)
    guard paragraph.isLong, let pending = paragraph.pending else { return }
    findings.edits[pending].replacement = breaks(2)
    paragraph.pending = nil
  }

  private func breaks(_ lineFeeds: Int) -> String {
    String(repeating: "\n", count: min(lineFeeds, options.maximumBlankLines + 1))
  }
}

/// A paragraph of which the lines up to now are known.
private struct GrowingParagraph {
  private(set) var kind = LineKind.prose
  private var isIndented = false
  private var columns = 0
  /// The edit of the gap before it, which becomes a paragraph break if the paragraph gets long.
  var pending: Int?

  var isLong: Bool { columns > WrapProfile.widest }

  mutating func start(with line: Line, kind: LineKind, in bytes: Span<UInt8>) {
    self.kind = kind
    isIndented = line.isIndented
    columns = bytes.columns(line.range, upTo: WrapProfile.widest + 1)
    pending = nil
  }

  /// Whether it is an item of a list and `next`, indented, hangs below its mark. Below a colon lines of their own stand.
  ///
  /// How far lines are indented is not known any more, so that below an indented mark a line has to go on in the middle of
  /// a sentence.
  func hangs(_ next: Line, after line: Line, in bytes: Span<UInt8>) -> Bool {
    kind == .item && next.isIndented && bytes[line.range.upperBound - 1] != UInt8(ascii: ":")
      && (!isIndented || bytes.continues(next.range, after: line.range))
  }

  mutating func grow(by line: Line, in bytes: Span<UInt8>) {
    columns += 1 + bytes.columns(line.range, upTo: WrapProfile.widest + 1)
  }
}

extension Span where Element == UInt8 {
  /// Whether two lines are joined without a space: between Chinese or Japanese characters, and after a dash or hyphen
  /// that stands close to its word.
  fileprivate func isGlued(_ line: Range<Int>, _ next: Range<Int>) -> Bool {
    guard let last = scalar(before: line.upperBound), line.count > last.count else { return false }
    let start = line.upperBound - last.count
    switch last.value {
    case 0x2D, 0x2010, 0x2013, 0x2014:
      // Of `--` the first hyphen tells.
      let first = (line.lowerBound..<start).last { self[$0] != UInt8(ascii: "-") } ?? start
      return self[first] != UInt8(ascii: " ")
    default:
      let isKorean = (0xAC00...0xD7A3).contains(last.value)
      return isWide(at: start) && isWide(at: next.lowerBound) && !isKorean
    }
  }
}
