internal import TextBytes

/// What the beginning of a block's text has of a line beside the article. A long block has none.
struct LineMarks: OptionSet, Sendable {
  let rawValue: UInt8

  /// Begins with words that announce other articles.
  static let related = LineMarks(rawValue: 1)
  /// Begins with words about the page, its makers or its readers.
  static let service = LineMarks(rawValue: 2)
  static let colonAtEnd = LineMarks(rawValue: 4)
  static let bar = LineMarks(rawValue: 8)
  static let digitAtStart = LineMarks(rawValue: 16)
  static let copyright = LineMarks(rawValue: 32)
}

extension LineMarks {
  /// Letters from which a block is no line.
  private static let longest = 400

  init(of block: PageBlock, in page: Page, _ bytes: Span<UInt8>) {
    self = []
    guard block.letters < Self.longest else { return }
    let line = page.loweredText(of: block, bytes, upTo: TailPhrases.longest)
    if TailPhrases.isRelated(line) {
      insert(.related)
    } else if TailPhrases.isService(line) {
      insert(.service)
    }
    if line.last == UInt8(ascii: ":") { insert(.colonAtEnd) }
    if line.contains(UInt8(ascii: "|")) { insert(.bar) }
    if line.first?.isDigit ?? false { insert(.digitAtStart) }
    if line.first == 0xC2 || line.contains(0xA9) { insert(.copyright) }
  }
}
