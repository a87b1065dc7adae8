internal import TextBytes

extension Page {
  /// The first `limit` bytes of a block's text in lower case, white space as single spaces.
  func loweredText(of block: PageBlock, _ bytes: Span<UInt8>, upTo limit: Int) -> [UInt8] {
    var line: [UInt8] = []
    line.reserveCapacity(limit)
    for index in block.nodes where tree.nodes[index].tag == .text && line.count < limit {
      let source = tree.nodes[index].source.prefix(8 * limit)
      if bytes.firstIndex(of: UInt8(ascii: "&"), from: source.lowerBound, before: source.upperBound) == nil {
        line.append(bytes, source, upTo: limit)
      } else {
        let text = bytes.decodedText(source)
        line.append(text.utf8.span, 0..<text.utf8.count, upTo: limit)
      }
    }
    return line.mayHaveCapitalsBeyondASCII ? Array(String(decoding: line, as: UTF8.self).lowercased().utf8) : line
  }

  /// The words of a block, white space as single spaces.
  func words(of block: PageBlock, _ bytes: Span<UInt8>) -> String {
    var words = ""
    for index in readNodes(block.nodes) {
      let node = tree.nodes[index]
      if node.tag == .text, !isUnread(index) { words += bytes.decodedText(node.source) }
      if node.tag == .br { words += " " }
    }
    return words.singleSpaced
  }

  /// The text inside an element, before the node at `stop`, at most about `limit` bytes of it; `nil` where there is none.
  func words(of index: Int, before stop: Int = .max, _ bytes: Span<UInt8>, upTo limit: Int) -> String? {
    var text = ""
    // As far as a name or a title reaches: no page's nesting makes the same words be read over and over.
    let end = min(stop, Int(tree.nodes[index].end), index + 1001)
    let isRead = !isUnread(index)
    for inside in readNodes(index + 1..<max(index + 1, end)) {
      guard text.utf8.count < limit else { break }
      let node = tree.nodes[inside]
      if node.tag == .text, !(isRead && isUnread(inside)) {
        text += bytes.decodedText(node.source.prefix(8 * limit))
      } else if node.tag == .br || Tag.blocks.contains(node.tag) {
        text += " "
      }
    }
    let words = text.singleSpaced
    return words.isEmpty ? nil : words
  }
}

extension [UInt8] {
  /// Whether there is anything beyond ASCII but signs and small letters of Latin-1, general punctuation, and East Asian
  /// characters, which are most of what pages have.
  fileprivate var mayHaveCapitalsBeyondASCII: Bool {
    indices.contains { index in
      guard self[index] >= 0xC0 else { return false }
      switch (self[index], index + 1 < count ? self[index + 1] : 0) {
      case (0xC2, _), (0xC3, 0x9F...), (0xE2, 0x80), (0xE3...0xE9, _): return false
      default: return true
      }
    }
  }

  /// Adds a text, ASCII's capitals as small letters and white space as single spaces, none at the beginning, until there are
  /// `limit` bytes.
  fileprivate mutating func append(_ text: Span<UInt8>, _ range: Range<Int>, upTo limit: Int) {
    var at = range.lowerBound
    while at < range.upperBound, count < limit {
      let isNoBreakSpace = text[at] == 0xC2 && at + 1 < range.upperBound && text[at + 1] == 0xA0
      if text[at].isSpace || isNoBreakSpace {
        if let last, last != 0x20 { append(0x20) }
      } else {
        append(text[at].lowered)
      }
      at += isNoBreakSpace ? 2 : 1
    }
  }
}
