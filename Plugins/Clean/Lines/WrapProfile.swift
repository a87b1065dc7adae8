internal import TextBytes

/// Whether a text is hard-wrapped, and how wide: learnt from the line breaks within its blocks.
///
/// A break is full when the first word of the next line would not have fitted; text that a program wrapped has hardly
/// others within a paragraph. Lists, verse and tables have few full breaks, or go on in upper case.
struct WrapProfile {
  /// The widest that text is taken to be wrapped at, in columns; longer lines are paragraphs of their own.
  static let widest = 120
  private static let narrowest = 30

  /// The width in columns, or `nil` where the text is not wrapped.
  let width: Int?
  /// Whether a line ends in a hyphen, so that a word may be divided there.
  let hasDividedWords: Bool
  /// Whether there are lines with the marks of a quotation, as mails have them.
  let hasQuotedLines: Bool

  /// - Parameter isOfQuotation: whether the lines with marks of a quotation are meant, which others wrapped, or those without.
  init(_ bytes: Span<UInt8>, isOfQuotation: Bool = false) {
    var widths = [Int](repeating: 0, count: Self.widest + 1)
    var needs = [Int](repeating: 0, count: 2 * Self.widest + 2)
    var continuations = needs
    var breaks = 0
    var hasDividedWords = false
    var hasQuotedLines = false
    bytes.forEachLine { line, next in
      let isQuoted = bytes.isQuoted(next.range)
      hasQuotedLines = hasQuotedLines || isQuoted
      guard isQuoted == isOfQuotation, next.lineFeedsBefore == 1,
        bytes.mayJoin(line, next) || bytes.mayBeSentencesOwnMark(next, after: line)
      else { return }
      let width = bytes.columns(line.range, upTo: Self.widest + 1)
      guard width <= Self.widest else { return }
      if bytes.hyphen(endOf: line.range) != nil { hasDividedWords = true }
      let words = bytes.quotation(next.range).words
      let word = words.lowerBound..<bytes.wordEnd(in: words)
      let need = width + 1 + bytes.columns(word, upTo: Self.widest)
      widths[width] += 1
      needs[need] += 1
      if bytes.continues(words, after: line.range) { continuations[need] += 1 }
      breaks += 1
    }
    self.hasDividedWords = hasDividedWords
    self.hasQuotedLines = hasQuotedLines
    width = Self.width(widths: widths, needs: needs, continuations: continuations, breaks: breaks)
  }

  /// The width that nine lines in ten keep within, if most breaks are full by it and most of these are amid a sentence.
  private static func width(widths: [Int], needs: [Int], continuations: [Int], breaks: Int) -> Int? {
    guard breaks > 0 else { return nil }
    var seen = 0
    let width =
      widths.firstIndex { count in
        seen += count
        return seen * 10 >= breaks * 9
      } ?? 0
    // Lines of less than half the width are names, items and last lines of paragraphs; they tell nothing.
    let wide = widths[(width / 2)...].reduce(0, +)
    let full = needs[(width + 1)...].reduce(0, +)
    let continuing = continuations[(width + 1)...].reduce(0, +)
    guard width >= (breaks == 1 ? 40 : narrowest), full * 2 >= wide, continuing * 2 >= full else { return nil }
    return width
  }
}

extension Span where Element == UInt8 {
  /// Whether two lines of one block could be parts of one paragraph, by their first characters and indentation.
  func mayJoin(_ line: Line, _ next: Line) -> Bool {
    let (marks, words) = quotation(next.range)
    let (leftMarks, leftWords) = quotation(line.range)
    guard kind(of: words) == .prose, marks == leftMarks, !words.isEmpty, !leftWords.isEmpty else { return false }
    let leftKind = kind(of: leftWords)
    return leftKind != .markup && (!next.isIndented || line.isIndented || leftKind == .item)
  }

  /// Where the hyphen that ends the line begins, if it stands behind a letter.
  func hyphen(endOf line: Range<Int>) -> Int? {
    guard line.count > 1, let last = scalar(before: line.upperBound) else { return nil }
    guard last.value == 0x2D || last.value == 0x2010 else { return nil }
    let start = line.upperBound - last.count
    return start > line.lowerBound && isWordByte(at: start - 1) ? start : nil
  }
}
