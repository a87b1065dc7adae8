/// The width at which a text's lines were broken, learnt from the text itself.
struct HardWrap {
  private let width: Int

  /// Lines longer than this many bytes are nobody's hard wrap.
  private static let widest = 160

  /// The wrap of the text with these lines; `nil` where each line is a block of its own.
  ///
  /// Text is taken for wrapped if at least a quarter of the breaks between neighbouring lines are in mid-sentence: no
  /// stop before and a small letter after.
  init?(of lines: [TextLine], in bytes: Span<UInt8>) {
    var breaks = 0
    var soft = 0
    var width = 0
    for (line, next) in zip(lines, lines.dropFirst()) where !next.isAfterBlank {
      breaks += 1
      guard line.count <= Self.widest, bytes.character(at: next.start).kind == .lower,
        !bytes.character(at: bytes.character(before: line.end)).kind.isStop
      else { continue }
      soft += 1
      width = max(width, line.count)
    }
    guard soft > 0, soft * 4 >= breaks, width >= 30 else { return nil }
    self.width = width
  }

  /// Whether `next` goes on with the paragraph of `line`: its first word would not have fitted on that line.
  ///
  /// A sixth of the width is let pass, for texts that are broken evenly and not greedily.
  func joins(_ line: TextLine, _ next: TextLine, in bytes: Span<UInt8>) -> Bool {
    var wordEnd = next.start
    while wordEnd < next.end, bytes[wordEnd] > 0x20, wordEnd - next.start < width { wordEnd += 1 }
    return line.count + 1 + (wordEnd - next.start) > width - width / 6
  }
}
