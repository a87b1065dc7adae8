/// A list within one paragraph, whose items are sentences of their own: "1. Bread 2. Milk".
struct InlineList {
  private let style: ListMark.Style
  private var value: Int

  /// The list that `mark`, at the start of a paragraph, may begin.
  init(startingWith mark: ListMark) {
    style = mark.style
    value = mark.value
  }

  /// Takes the mark of the next item that begins at `offset`, where the paragraph has one there.
  mutating func continues(at offset: Int, in bytes: Span<UInt8>, before end: Int) -> Bool {
    guard let mark = bytes.listMark(at: offset, before: end) else { return false }
    if case .bullet = style {
      guard mark.style == style else { return false }
    } else {
      guard mark.style == style, mark.value == value + 1 else { return false }
      let kind = bytes.character(at: mark.textStart).kind
      guard kind == .upper || kind == .quote else { return false }
    }
    value = mark.value
    return true
  }

  /// Whether a mark of this list can begin with `byte`.
  func mayBegin(with byte: UInt8) -> Bool {
    switch style {
    case .bullet(let shape): shape > 0x7F && byte >= 0x80
    case .number(.brackets), .letter(.brackets), .roman(.brackets): byte == UInt8(ascii: "(")
    case .number: 0x30...0x39 ~= byte
    case .letter, .roman: 0x61...0x7A ~= byte | 0x20
    }
  }
}
