/// The width at which a text's lines were broken, learnt from the text itself.
struct HardWrap {
  private let width: Int

  /// The wrap of the text with these lines; `nil` where each line is a block of its own.
  ///
  /// Text is taken for wrapped if at least a quarter of the breaks between neighbouring lines are in mid-sentence: no
  /// stop before and a small letter after.
  ///
  /// - Parameter widths: those that are somebody's hard wrap, in bytes.
  init?(of lines: [TextLine], widths: ClosedRange<Int> = 30...160, in bytes: Span<UInt8>) {
    var breaks = 0
    var soft = 0
    var width = 0
    for (line, next) in zip(lines, lines.dropFirst()) where !next.isAfterBlank {
      breaks += 1
      guard line.count <= widths.upperBound, bytes.character(at: next.start).kind == .lower,
        !bytes.kind(before: line.end).isStop
      else { continue }
      soft += 1
      width = max(width, line.count)
    }
    guard soft > 0, soft * 4 >= breaks, width >= widths.lowerBound else { return nil }
    self.width = width
  }

  /// Whether `next` goes on with the paragraph of `line`: its first word would not have fitted on that line.
  ///
  /// A sixth of the width is let pass, for texts that are broken evenly and not greedily.
  func joins(_ line: Range<Int>, _ next: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    let limit = min(next.upperBound, next.lowerBound + width)
    var wordEnd = next.lowerBound
    while wordEnd < limit, bytes[wordEnd] > 0x20 { wordEnd += 1 }
    return line.count + 1 + (wordEnd - next.lowerBound) > width - width / 6
  }
}
