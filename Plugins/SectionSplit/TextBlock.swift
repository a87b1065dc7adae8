/// A paragraph, an item of a list, a block quotation, or a line that is or may be a heading.
struct TextBlock {
  /// All of it, marks included, without the white space around it.
  var start: Int
  var end: Int
  var kind: Kind
  /// Whether it is one line of the text.
  var isOneLine = true
  /// Whether a blank line, or the text's beginning, comes before it.
  var isAfterBlank: Bool
  /// Its words without the marks of a heading; a number is one as soon as it is known to count headings.
  var words: Range<Int>
  var mark: HeadingMark?

  /// The last two are told by markup alone.
  enum Kind { case text, listItem, quote, heading, tableRow, preformatted }

  var count: Int { end - start }

  /// The numbers that it begins with, as far as no other mark makes it a heading.
  var number: HeadingNumber? { if case .number(let number) = mark { number } else { nil } }

  /// Its words behind `number`.
  func words(behind number: HeadingNumber) -> Range<Int> { number.wordsStart..<words.upperBound }

  init(_ line: TextLine, _ kind: Kind) {
    start = line.start
    end = line.end
    self.kind = kind
    isAfterBlank = line.isAfterBlank
    words = line.start..<line.end
  }
}
