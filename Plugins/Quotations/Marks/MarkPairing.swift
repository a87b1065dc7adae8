/// Pairs up the quotation marks of a text.
///
/// A quotation may go on over paragraphs, where each begins with the opening mark once more. A mark that is still open
/// at the end of its paragraph otherwise is taken as closed there if it began the paragraph or follows a comma or a colon,
/// else it is dropped.
struct MarkPairing {
  private let text: TokenizedText
  private var open: [Opening] = []
  private var spans: [QuotedSpan] = []
  /// The paragraph that is read.
  private var paragraph = 0

  /// How many marks can be open within each other; more is a mess, which should cost no more time.
  private static let deepest = 8

  private struct Opening {
    var token: Int
    var shape: QuotationMark.Shape
  }

  /// The pairs in the order of their opening marks, outer before inner.
  static func spans(in text: TokenizedText) -> [QuotedSpan] {
    var pairing = MarkPairing(text: text)
    pairing.run()
    return pairing.sorted()
  }

  private init(text: TokenizedText) { self.text = text }

  private mutating func run() {
    for paragraph in text.paragraphStarts.indices.dropLast() {
      self.paragraph = paragraph
      var tokens = text.paragraphStarts[paragraph]..<text.paragraphStarts[paragraph + 1]
      if let first = tokens.first, !open.isEmpty {
        if reopens(at: first) { tokens = first + 1..<tokens.upperBound } else { endOfParagraph(before: first) }
      }
      for index in tokens {
        if let mark = text.tokens[index].mark { read(mark, at: index, upTo: tokens.upperBound) }
      }
      // Only the outermost goes on.
      if open.count > 1 { open.removeLast(open.count - 1) }
    }
    endOfParagraph(before: text.tokens.count)
  }

  /// Whether a paragraph begins with the mark that is still open, once more.
  private func reopens(at index: Int) -> Bool {
    guard let mark = text.tokens[index].mark, let opening = open.first else { return false }
    return mark.shape.family == opening.shape.family && !mark.isFreeAfter
  }

  /// Closes or drops what is still open before the token at `end`, where a paragraph begins.
  private mutating func endOfParagraph(before end: Int) {
    guard let opening = open.first else { return }
    open = []
    guard opening.shape.family != .single else { return }
    let start = text.paragraphStarts[text.paragraph(of: opening.token)]
    // What went on over paragraphs and never ended is taken up to the last of them.
    let isLed = opening.token > start && text.tokens[opening.token - 1].has([.comma, .colon])
    if opening.token == start || isLed, end > opening.token + 1 {
      spans.append(QuotedSpan(tokens: opening.token..<end, family: opening.shape.family, isUnclosed: true))
    }
  }

  private mutating func read(_ mark: QuotationMark, at index: Int, upTo end: Int) {
    if let partner = partner(of: mark, at: index, upTo: end) {
      let opening = open[partner]
      open.removeLast(open.count - partner)
      if index > opening.token + 1 {
        spans.append(QuotedSpan(tokens: opening.token..<index + 1, family: mark.shape.family))
      }
      return
    }
    guard opens(mark, at: index) else { return }
    // The same mark twice without an end between: the first one's end is missing.
    if let last = open.last, last.shape == mark.shape { open.removeLast() }
    if open.count == Self.deepest { open.remove(at: 1) }
    open.append(Opening(token: index, shape: mark.shape))
  }

  /// The place among the open marks of the one that `mark` closes.
  private func partner(of mark: QuotationMark, at index: Int, upTo end: Int) -> Int? {
    guard closes(mark, at: index, upTo: end) else { return nil }
    return open.lastIndex { opening in
      switch (opening.shape, mark.shape) {
      case (.low, .leftCurly), (.low, .rightCurly), (.low, .straight): true
      case (.leftCurly, .rightCurly), (.leftCurly, .straight), (.straight, .straight), (.straight, .rightCurly): true
      case (.rightCurly, .rightCurly): mark.isFreeAfter
      case (.leftAngle, .rightAngle), (.rightAngle, .leftAngle): true
      case (.apostrophe, .apostrophe), (.leftSingle, .rightSingle), (.lowSingle, .leftSingle): true
      case (.leftSingle, .apostrophe), (.apostrophe, .rightSingle): true
      default: false
      }
    }
  }

  private func closes(_ mark: QuotationMark, at index: Int, upTo end: Int) -> Bool {
    switch mark.shape {
    case .straight: return mark.isFreeAfter || !mark.isFreeBefore
    case .rightCurly, .leftAngle, .rightAngle: return true
    case .leftCurly, .leftSingle: return open.contains { $0.shape == .low || $0.shape == .lowSingle }
    case .apostrophe, .rightSingle: return mark.isFreeAfter && !mark.isFreeBefore && !isPossessive(index, upTo: end)
    case .low, .lowSingle: return false
    }
  }

  private func opens(_ mark: QuotationMark, at index: Int) -> Bool {
    switch mark.shape {
    case .leftCurly, .low, .leftSingle, .lowSingle: return true
    case .straight: return mark.isFreeBefore && !mark.isFreeAfter
    case .leftAngle, .rightAngle: return mark.isFreeBefore
    case .rightCurly: return mark.isFreeBefore && !mark.isFreeAfter
    // An apostrophe before digits or a clipped word ('90s, 'em) opens nothing.
    case .apostrophe:
      return mark.isFreeBefore && !mark.isFreeAfter && index + 1 < text.tokens.count
        && !text.tokens[index + 1].has(.number)
        && !["tis", "twas", "em", "til", "cause", "n"].contains { text.token(index + 1, is: $0) }
    case .rightSingle: return false
    }
  }

  /// Whether an apostrophe after an "s" is a plural's possessive: a small letter follows, and a surer end comes.
  private func isPossessive(_ index: Int, upTo end: Int) -> Bool {
    guard index > 0, index + 1 < end, text.tokens[index - 1].isWord, text.tokens[index + 1].isWord,
      text.text.utf8.span[Int(text.tokens[index].start) - 1] | 0x20 == UInt8(ascii: "s")
    else { return false }
    return text.tokens[index + 1..<min(end, index + 80)].contains { token in
      guard let mark = token.mark, mark.shape == text.tokens[index].mark?.shape else { return false }
      return mark.isFreeAfter && !mark.isFreeBefore
    }
  }

  private func sorted() -> [QuotedSpan] {
    var sorted = spans.sorted {
      ($0.tokens.lowerBound, -$0.tokens.upperBound) < ($1.tokens.lowerBound, -$1.tokens.upperBound)
    }
    var end = 0
    for index in sorted.indices {
      sorted[index].isOutermost = sorted[index].tokens.lowerBound >= end
      end = max(end, sorted[index].tokens.upperBound)
    }
    return sorted
  }
}
