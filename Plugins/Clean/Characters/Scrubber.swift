internal import DocumentModel
internal import TextBytes

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

  /// - Parameter spared: stretches that keep their spaces and line breaks, in order and apart from each other.
  func scrub(_ bytes: Span<UInt8>, sparing spared: [TextRange] = []) -> Findings {
    var findings = Findings()
    var start = 0
    for range in spared {
      scrub(bytes, start..<range.start, &findings)
      scrubLines(bytes, range.start..<range.end, &findings)
      start = range.end
    }
    scrub(bytes, start..<bytes.count, &findings)
    return findings
  }

  private func scrub(_ bytes: Span<UInt8>, _ range: Range<Int>, _ findings: inout Findings) {
    let plain = PlainCharacters.table
    var offset = range.lowerBound
    // Where the block ends that has something to look at one by one.
    var blockEnd = offset + 1
    while offset < range.upperBound {
      if offset >= blockEnd {
        offset = bytes.endOfCleanBlocks(from: offset)
        guard offset < range.upperBound else { break }
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
          offset = close(gapAt: offset, before: range.upperBound, in: bytes, &findings)
        }
      } else if let end = cleanGapEnd(at: offset, before: range.upperBound, in: bytes, plain) {
        if byte == UInt8(ascii: "\n"), end == offset + 1 { findings.hasLineBreaks = true }
        offset = end
      } else {
        offset = close(gapAt: offset, before: range.upperBound, in: bytes, &findings)
      }
    }
  }

  /// Finds what is wrong in a stretch whose spaces and line breaks stay: line ends and spaces of other kinds, controls,
  /// characters without width.
  private func scrubLines(_ bytes: Span<UInt8>, _ range: Range<Int>, _ findings: inout Findings) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = bytes[offset]
      if 0x20..<0x7F ~= byte || byte == 0x0A || byte == 0x09 {
        offset += 1
        continue
      }
      let scalar = bytes.scalar(at: offset)
      guard !isText(scalar, at: offset, in: bytes) else {
        findings.mayNeedComposing = true
        offset += scalar.count
        continue
      }
      let start = offset
      var gap = Gap()
      gap.add(scalar.value)
      offset += scalar.count
      if byte == 0x0D, offset < range.upperBound, bytes[offset] == 0x0A {
        gap.add(0x0A)
        offset += 1
      }
      findings.controls += gap.controls
      findings.edits.append(
        TextEdit(TextRange(start, offset), gap.clean(maximumLineFeeds: 1), rule: gap.rule(maximumLineFeeds: 2)))
    }
  }

  /// Where the gap at `offset` ends, if it is one space, one line feed or two, and a plain character follows.
  private func cleanGapEnd(at offset: Int, before limit: Int, in bytes: Span<UInt8>, _ plain: PlainCharacters) -> Int? {
    var end = offset + 1
    switch bytes[offset] {
    case UInt8(ascii: " "): break
    case UInt8(ascii: "\n"): if end < bytes.count, bytes[end] == UInt8(ascii: "\n") { end += 1 }
    default: return nil
    }
    guard offset > 0, end < limit, bytes[end] > 0x20, bytes[end] != 0x7F else { return nil }
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

  /// Looks at everything up to `limit` or the next character that stays, and records what the gap should be.
  ///
  /// - Returns: where that character begins.
  private func close(gapAt start: Int, before limit: Int, in bytes: Span<UInt8>, _ findings: inout Findings) -> Int {
    var gap = Gap()
    var offset = start
    while offset < limit {
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
