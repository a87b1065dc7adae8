internal import TextBytes

/// A list within one paragraph, whose items are sentences of their own: "1. Bread 2. Milk".
struct InlineList {
  private let style: ListMark.Style
  private var value: Int

  /// Longer items than this many bytes have a stop, or another mark, before the next, unless brackets tell it from a figure.
  private static let longestWithoutStop = 60

  /// The list that `mark`, at the start of a paragraph, may begin; `nil` where its marks do other things amid a text, as
  /// hyphens, asterisks and dashes do.
  init?(startingWith mark: ListMark) {
    if case .bullet(let shape) = mark.style, shape <= 0x7F || shape == ListMark.enDash { return nil }
    style = mark.style
    value = mark.value
  }

  /// Takes the mark of the next item that begins at `offset`, where the paragraph has one there.
  ///
  /// - Parameter itemStart: where the words of the item before it begin.
  mutating func continues(
    at offset: Int, after itemStart: Int, in bytes: Span<UInt8>, before end: Int, _ words: Span<WordTable.Slot>
  ) -> Bool {
    guard let mark = bytes.listMark(at: offset, before: end), mark.style == style else { return false }
    if case .bullet = style { return true }
    guard mark.value == value + 1 else { return false }
    let kind = bytes.character(at: mark.textStart).kind
    guard kind == .upper || kind == .quote else { return false }
    let last = bytes.kind(before: bytes.trimSpace(from: itemStart, to: offset))
    if last.isLetter || last == .digit {
      guard isBracketed || offset - itemStart <= Self.longestWithoutStop else { return false }
      // "im Rahmen des 2. Forums": languages with ordinals know the figure as an abbreviation.
      let figure = offset..<bytes.wordEnd(from: offset, before: end)
      if case .number = style, words.classes(of: bytes.wordKey(figure)).contains(.abbreviation) { return false }
    }
    value = mark.value
    return true
  }

  private var isBracketed: Bool {
    switch style {
    case .number(.brackets), .letter(.brackets), .roman(.brackets): true
    default: false
    }
  }

  /// Whether a mark of this list can begin with `byte`.
  func mayBegin(with byte: UInt8) -> Bool {
    switch style {
    case .bullet: byte >= 0x80
    case _ where isBracketed: byte == UInt8(ascii: "(")
    case .number: byte.isDigit
    case .letter, .roman: byte.isLetter
    }
  }
}
