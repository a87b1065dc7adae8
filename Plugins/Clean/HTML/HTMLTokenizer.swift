internal import TextBytes

/// Cuts a page into tags and runs of text (HTML Standard, 13.2.5), each byte looked at once.
struct HTMLTokenizer {
  /// A start tag's or end tag's place and name. Its attributes are the tokenizer's `attributes`.
  struct TagToken {
    var tag: Tag
    var isEnd: Bool
    var isSelfClosing: Bool
    var source: Range<Int>
  }

  enum Token {
    case text(Range<Int>)
    case tag(TagToken)
  }

  private(set) var position = 0
  /// The attributes of the tag that came last, each name once.
  private(set) var attributes: [HTMLAttribute] = []
  private let names = TagNames.table
  /// The tag that came last where text is waiting before it.
  private var waiting: TagToken?

  /// The next tag or run of text; `nil` at the end. Comments, doctypes and processing instructions are passed over,
  /// and part runs of text.
  mutating func next(_ bytes: Span<UInt8>) -> Token? {
    if let tag = waiting {
      waiting = nil
      return .tag(tag)
    }
    var start = position
    var scan = position
    while true {
      guard let open = bytes.firstIndex(of: UInt8(ascii: "<"), from: scan), open + 1 < bytes.count else {
        position = bytes.count
        return start < bytes.count ? .text(start..<bytes.count) : nil
      }
      let next = bytes[open + 1]
      if next.isLetter {
        let tag = readTag(at: open, name: open + 2, bytes, isEnd: false)
        return deliver(tag, after: start..<open)
      }
      if next == UInt8(ascii: "/"), open + 2 < bytes.count, bytes[open + 2].isLetter {
        let tag = readTag(at: open, name: open + 3, bytes, isEnd: true)
        return deliver(tag, after: start..<open)
      }
      if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") || next == UInt8(ascii: "/") {
        position = endOfDeclaration(at: open, bytes)
        if open > start { return .text(start..<open) }
        start = position
        scan = position
        continue
      }
      scan = open + 1
    }
  }

  /// The rest of an element whose inside is not markup, up to its end tag, which is passed over.
  mutating func rawText(of tag: Tag, _ bytes: Span<UInt8>) -> (text: Range<Int>, end: Int) {
    let name = names.name(of: tag)
    let start = position
    var scan = position
    while let open = bytes.firstIndex(of: UInt8(ascii: "<"), from: scan) {
      let after = open + 2 + name.count
      if after <= bytes.count, bytes[open + 1] == UInt8(ascii: "/"), bytes.says(name, at: open + 2),
        after == bytes.count || !bytes[after].isNameByte
      {
        let close = bytes.firstIndex(of: UInt8(ascii: ">"), from: after).map { $0 + 1 } ?? bytes.count
        position = close
        return (start..<open, close)
      }
      scan = open + 1
    }
    position = bytes.count
    return (start..<bytes.count, bytes.count)
  }

  private mutating func deliver(_ tag: TagToken?, after text: Range<Int>) -> Token? {
    guard text.isEmpty else {
      waiting = tag
      return .text(text)
    }
    return tag.map(Token.tag)
  }

  /// Reads a tag; `nil` where the page ends within it.
  private mutating func readTag(at open: Int, name start: Int, _ bytes: Span<UInt8>, isEnd: Bool) -> TagToken? {
    attributes.removeAll(keepingCapacity: true)
    var at = start
    while at < bytes.count, bytes[unchecked: at].isNameByte { at += 1 }
    let tag = names.tag(bytes, start - 1..<at)
    var isSelfClosing = false
    var seen: UInt32 = 0
    while at < bytes.count {
      let byte = bytes[unchecked: at]
      if byte == UInt8(ascii: ">") {
        position = at + 1
        return TagToken(tag: tag, isEnd: isEnd, isSelfClosing: isSelfClosing, source: open..<position)
      }
      if byte.isSpace || byte == UInt8(ascii: "/") {
        isSelfClosing = byte == UInt8(ascii: "/")
        at += 1
        continue
      }
      isSelfClosing = false
      guard let attribute = readAttribute(&at, bytes) else { break }
      guard !isEnd, let name = attribute.name, seen >> UInt32(name.rawValue) & 1 == 0 else { continue }
      seen |= 1 << UInt32(name.rawValue)
      attributes.append(HTMLAttribute(name: name, value: attribute.value))
    }
    position = bytes.count
    return nil
  }

  private func readAttribute(
    _ at: inout Int, _ bytes: Span<UInt8>
  ) -> (name: HTMLAttribute.Name?, value: Range<Int>)? {
    let nameStart = at
    at += 1  // An attribute may begin with an equals sign.
    while at < bytes.count, bytes[unchecked: at].isNameByte, bytes[unchecked: at] != UInt8(ascii: "=") { at += 1 }
    let name = HTMLAttribute.Name.named(bytes, nameStart..<at)
    var value = at
    while value < bytes.count, bytes[unchecked: value].isSpace { value += 1 }
    guard value < bytes.count, bytes[value] == UInt8(ascii: "=") else { return (name, at..<at) }
    value += 1
    while value < bytes.count, bytes[unchecked: value].isSpace { value += 1 }
    guard value < bytes.count else { return nil }
    let quote = bytes[value]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard let end = bytes.firstIndex(of: quote, from: value + 1) else { return nil }
      at = end + 1
      return (name, value + 1..<end)
    }
    at = value
    while at < bytes.count, !bytes[unchecked: at].isSpace, bytes[unchecked: at] != UInt8(ascii: ">") { at += 1 }
    return (name, value..<at)
  }

  /// Where the comment, doctype or instruction that begins at `open` ends.
  private func endOfDeclaration(at open: Int, _ bytes: Span<UInt8>) -> Int {
    let body = open + 4
    guard body <= bytes.count, bytes.equals("<!--", at: open..<body) else {
      return bytes.firstIndex(of: UInt8(ascii: ">"), from: open + 1).map { $0 + 1 } ?? bytes.count
    }
    var scan = body
    while let close = bytes.firstIndex(of: UInt8(ascii: ">"), from: scan) {
      // `<!-->` and `<!--->` are whole comments; `--!>` ends one too.
      let dashes =
        close - 1 >= open + 3 && bytes[close - 1] == UInt8(ascii: "-") && bytes[close - 2] == UInt8(ascii: "-")
      let exclaimed = close - 3 >= body && bytes.equals("--!", at: close - 3..<close)
      if dashes || exclaimed { return close + 1 }
      scan = close + 1
    }
    return bytes.count
  }
}

extension UInt8 {
  /// Whether the byte can be part of a tag's or an attribute's name.
  fileprivate var isNameByte: Bool { !isSpace && self != UInt8(ascii: ">") && self != UInt8(ascii: "/") }
}
