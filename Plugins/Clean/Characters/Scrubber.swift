internal import DocumentModel

/// Finds what is wrong between the characters that stay: controls, characters without width, runs of space, line ends,
/// blank lines.
///
/// One scan over the bytes. Between two characters that stay there is a gap, which may hold nothing, one space, or line
/// feeds; the indentation of a line becomes one space, which `Reflow` reads and takes away.
struct Scrubber {
  /// What a scan has found.
  struct Findings {
    var edits: [TextEdit] = []
    /// Whether there are characters that form C might change.
    var mayNeedComposing = false
    /// Whether there are line breaks within blocks, or indented lines.
    var hasLineBreaks = false
    /// How many control characters are to go.
    var controls = 0
  }

  private let dehyphenates: Bool
  /// The most line feeds in a row. At least two, so that `Reflow` still sees which lines stand together.
  private let maximumLineFeeds: Int

  init(_ options: CleanOptions) {
    dehyphenates = options.dehyphenates
    maximumLineFeeds = max(options.maximumBlankLines, 1) + 1
  }

  func scrub(_ bytes: Span<UInt8>) -> Findings {
    let plain = PlainCharacters.table
    var findings = Findings()
    var offset = 0
    // Where the block ends that has something to look at one by one.
    var blockEnd = 1
    while offset < bytes.count {
      if offset >= blockEnd {
        offset = bytes.endOfCleanBlocks(from: offset)
        guard offset < bytes.count else { break }
        blockEnd = offset + Span<UInt8>.blockSize
      }
      let byte = bytes[offset]
      if byte > 0x20, byte < 0x7F {
        offset += 1
      } else if byte >= 0x80 {
        let scalar = bytes.scalar(at: offset)
        if plain.contains(scalar.value) {
          offset += scalar.count
        } else if isText(scalar, at: offset, in: bytes) {
          findings.mayNeedComposing = true
          offset += scalar.count
        } else {
          offset = close(gapAt: offset, in: bytes, &findings)
        }
      } else if let end = cleanGapEnd(at: offset, in: bytes, plain) {
        if byte == UInt8(ascii: "\n"), end == offset + 1 { findings.hasLineBreaks = true }
        offset = end
      } else {
        offset = close(gapAt: offset, in: bytes, &findings)
      }
    }
    return findings
  }

  /// Where the gap at `offset` ends, if it is one space, one line feed or two, and a plain character follows.
  private func cleanGapEnd(at offset: Int, in bytes: Span<UInt8>, _ plain: PlainCharacters) -> Int? {
    var end = offset + 1
    switch bytes[offset] {
    case UInt8(ascii: " "): break
    case UInt8(ascii: "\n"): if end < bytes.count, bytes[end] == UInt8(ascii: "\n") { end += 1 }
    default: return nil
    }
    guard offset > 0, end < bytes.count, bytes[end] > 0x20, bytes[end] != 0x7F else { return nil }
    return bytes[end] < 0x80 || plain.contains(bytes.scalar(at: end).value) ? end : nil
  }

  /// Whether `scalar` stays: text, or a joiner between two characters that it can matter to.
  private func isText(_ scalar: DecodedScalar, at offset: Int, in bytes: Span<UInt8>) -> Bool {
    switch CharacterClass(scalar.value) {
    case .text: return true
    case .joiner:
      let after = offset + scalar.count
      guard after < bytes.count, let before = bytes.scalar(before: offset) else { return false }
      return CharacterClass.joins(before.value) && CharacterClass.joins(bytes.scalar(at: after).value)
    default: return false
    }
  }

  /// Looks at everything up to the next character that stays and records what the gap should be.
  ///
  /// - Returns: where that character begins.
  private func close(gapAt start: Int, in bytes: Span<UInt8>, _ findings: inout Findings) -> Int {
    var gap = Gap()
    var offset = start
    while offset < bytes.count {
      let scalar = bytes.scalar(at: offset)
      if isText(scalar, at: offset, in: bytes) { break }
      gap.add(scalar.value)
      offset += scalar.count
    }
    findings.controls += gap.controls
    let isOuter = start == 0 || offset == bytes.count
    let divides = dehyphenates && gap.dividesWord && !isOuter
    if !isOuter, !divides, gap.lineFeeds == 1 || gap.isIndented { findings.hasLineBreaks = true }
    let clean = isOuter || divides ? "" : gap.clean(maximumLineFeeds: maximumLineFeeds)
    if !bytes.equals(clean, at: start..<offset) {
      let rule = divides ? "hyphenation" : gap.rule(maximumLineFeeds: maximumLineFeeds)
      findings.edits.append(TextEdit(TextRange(start, offset), clean, rule: rule))
    }
    return offset
  }
}
