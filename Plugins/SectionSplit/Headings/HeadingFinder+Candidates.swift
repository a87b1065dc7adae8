extension HeadingFinder {
  /// The blocks that look like headings by themselves, marked ones included.
  func candidates(in blocks: [TextBlock], _ bytes: Span<UInt8>) -> [Heading] {
    var candidates: [Heading] = []
    let title = titleCandidate(blocks, bytes)
    if let title { candidates.append(title) }
    let surroundings = Surroundings(blocks, bytes)
    let numbered = numberedHeadings(in: blocks, usesBlankLines: surroundings.usesBlankLines, bytes)
    var isBelowTitle = title != nil
    for index in blocks.indices.dropFirst(title == nil ? 0 : 1) {
      let block = blocks[index]
      defer { isBelowTitle = isBelowTitle && !bytes.isProse(block) }
      guard block.kind != .heading else {
        candidates.append(Heading(block: index, kind: block.mark?.kind ?? .plain, rank: 1))
        continue
      }
      if numbered.contains(index) {
        candidates.append(Heading(block: index, kind: .numbered, rank: 1))
        continue
      }
      guard block.isOneLine, block.count <= Self.bytesPerWord * maximumWords,
        block.isAfterBlank || !surroundings.usesBlankLines, !bytes.endsSentence(block.start..<block.end),
        block.number?.isBare ?? true,
        let heading = unmarkedHeading(at: index, in: blocks, surroundings, isBelowTitle: isBelowTitle, bytes)
      else { continue }
      candidates.append(heading)
    }
    return candidates
  }

  /// The first block as the title: the one that `clean` has found, or in a text without metadata a line that looks it.
  private func titleCandidate(_ blocks: [TextBlock], _ bytes: Span<UInt8>) -> Heading? {
    guard let first = blocks.first, !beginsNumbering(first, blocks) else { return nil }
    if let title {
      let kind = first.kind == .heading ? first.mark?.kind : nil
      return bytes.says(title, in: first) ? Heading(block: 0, kind: kind ?? .plain, rank: 0) : nil
    }
    guard kinds.contains(.plain), first.kind == .text, first.isOneLine, blocks.count > 1, first.count <= 300,
      !bytes.endsSentence(first.words)
    else {
      return nil
    }
    let shape = bytes.headingShape(first.words, limit: 2 * maximumWords)
    guard shape.words <= 2 * maximumWords, shape.couldBeHeading,
      shape.lastInside != .exclamation || (shape.words > 3 && shape.words <= maximumWords && bytes.isProse(blocks[1])),
      shape.first != .quote, !shape.isByline
    else { return nil }
    return Heading(block: 0, kind: shape.isCapitals ? .capitals : .plain, rank: 0)
  }

  /// Whether the number before the first block is one of several: "1. Background" and later "2. Findings".
  private func beginsNumbering(_ first: TextBlock, _ blocks: [TextBlock]) -> Bool {
    guard let number = first.number else { return false }
    return blocks.contains {
      guard let other = $0.number else { return false }
      return other.depth == number.depth && other.value == number.value + 1 && other.isBare == number.isBare
    }
  }

  /// The heading that an unmarked block of one line looks like.
  private func unmarkedHeading(
    at index: Int, in blocks: [TextBlock], _ surroundings: Surroundings, isBelowTitle: Bool, _ bytes: Span<UInt8>
  ) -> Heading? {
    let block = blocks[index]
    guard block.kind == .text, !surroundings.marksHeadings else { return nil }
    let shape = bytes.headingShape(block.start..<block.end, limit: maximumWords)
    guard shape.words <= maximumWords, shape.couldBeHeading, !(shape.isByline && index < 4), !shape.isPointer,
      !isBelowTitle || shape.couldBeBelowTitle
    else { return nil }
    guard !isOrdinalAmongOthers(index, blocks, bytes), !namesWhatIsBeside(index, blocks, bytes),
      !(shape.couldBeSource && isBelowQuotation(index, blocks, bytes))
    else { return nil }
    let kind: HeadingKind = shape.isCapitals ? .capitals : .plain
    guard kinds.contains(kind),
      kind == .capitals || shape.couldBePlainHeading
        || ((shape.couldBeQuotedHeading || shape.couldBeWordyHeading(allowsQuestions: !surroundings.isDialogue))
          && isBetweenProse(index, blocks, bytes))
    else { return nil }
    return Heading(block: index, kind: kind, rank: 1, words: shape.words, isBrief: shape.isBrief)
  }

  /// Whether whole paragraphs stand before and after it.
  private func isBetweenProse(_ index: Int, _ blocks: [TextBlock], _ bytes: Span<UInt8>) -> Bool {
    [index - 1, index + 1].allSatisfy { other in
      blocks.indices.contains(other) && blocks[other].kind == .text && blocks[other].count >= 80
        && bytes.isProse(blocks[other])
    } && bytes.endsSentence(blocks[index - 1].words)
  }
}

/// What is known of all blocks before any of them is judged.
private struct Surroundings {
  /// Whether blocks are parted by blank lines, so that a heading has one before it.
  let usesBlankLines: Bool
  /// Whether headings bear marks: who marks two of them marks them all.
  let marksHeadings: Bool

  /// Whether many lines are questions, as in an interview.
  let isDialogue: Bool

  init(_ blocks: [TextBlock], _ bytes: Span<UInt8>) {
    isDialogue = blocks.dropFirst().count { $0.isOneLine && bytes[$0.end - 1] == UInt8(ascii: "?") } > 2
    usesBlankLines = blocks.count { $0.isAfterBlank } * 2 > blocks.count
    marksHeadings = blocks.dropFirst().count { $0.kind == .heading } >= 2
  }
}

extension Span<UInt8> {
  /// Whether the words of `block` are `title`, runs of white space being alike.
  func says(_ title: String, in block: TextBlock) -> Bool {
    let title = title.utf8.span
    var at = skipSpace(from: block.words.lowerBound, to: block.words.upperBound)
    var inTitle = title.skipSpace(from: 0, to: title.count)
    while at < block.words.upperBound, inTitle < title.count {
      let next = skipSpace(from: at, to: block.words.upperBound)
      let nextInTitle = title.skipSpace(from: inTitle, to: title.count)
      guard (next > at) == (nextInTitle > inTitle) else {
        return next == block.words.upperBound && nextInTitle == title.count
      }
      if next > at {
        (at, inTitle) = (next, nextInTitle)
        continue
      }
      guard self[at] == title[inTitle] else { return false }
      at += 1
      inTitle += 1
    }
    return skipSpace(from: at, to: block.words.upperBound) == block.words.upperBound
      && title.skipSpace(from: inTitle, to: title.count) == title.count
  }
}
