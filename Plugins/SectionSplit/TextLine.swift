/// One line of the text that is not blank, without the white space around it.
struct TextLine {
  var start: Int
  var end: Int
  /// Whether a blank line, or the text's beginning, comes before it.
  var isAfterBlank: Bool
  /// Whether white space stood before its first character.
  var isIndented: Bool

  var count: Int { end - start }
  var range: Range<Int> { start..<end }
}

extension Span<UInt8> {
  /// The lines that are not blank, in order. Lines end at LF, CR LF or CR.
  var textLines: [TextLine] {
    var lines: [TextLine] = []
    lines.reserveCapacity(count / 64)
    var isAfterBlank = true
    var at = 0
    while at < count {
      let end = lineEnd(from: at, to: count)
      let start = skipSpace(from: at, to: end)
      if start < end {
        lines.append(
          TextLine(
            start: start, end: trimSpace(from: start, to: end), isAfterBlank: isAfterBlank, isIndented: start > at))
      }
      isAfterBlank = start == end
      let isPair = end + 1 < count && self[end] == 0x0D && self[end + 1] == 0x0A
      at = end + (isPair ? 2 : 1)
    }
    return lines
  }

  /// The first LF or CR from `start` on; `end` where there is none before.
  func lineEnd(from start: Int, to end: Int) -> Int {
    // Only bytes below 0x0E are looked at.
    first(from: start, to: end) { eight, _ in
      (eight &- 0x0E0E_0E0E_0E0E_0E0E) & ~eight & .highBits
    } where: {
      self[unchecked: $0] == 0x0A || self[unchecked: $0] == 0x0D
    } ?? end
  }
}
