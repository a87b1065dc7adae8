internal import TextBytes

/// What a line break within a paragraph shows as: a space, or a line break.
enum MarkdownBreak { case soft, hard }

/// Writing text as Markdown (CommonMark 0.31 with GitHub's tables and strikethrough) that shows as that very text.
///
/// A backslash stands only where a mark would otherwise mean something, so that pages read well as they are: `5 * 3`,
/// `snake_case` and `[sic]` stay.
extension [UInt8] {
  /// Appends the lines of `text` without the white space at their ends and a line feed. Blank lines are a single one, or
  /// where breaks show, a break as any other.
  ///
  /// - Parameters:
  ///   - indent: what stands before each line after the first: `> ` in a quote, spaces in a list item.
  ///   - mark: what is taken off the beginning of each line: `>` of a quote that has marks already.
  ///   - breaks: what a line break shows as.
  ///   - links: those of `text`, in order.
  mutating func appendMarkdown(
    _ text: Substring, indent: String = "", without mark: UInt8? = nil, breaks: MarkdownBreak = .soft,
    links: [MarkdownLink] = []
  ) {
    let bytes = text.utf8.span
    let textEnd = bytes.trimmed(0..<bytes.count).upperBound
    var links = links[...]
    var start = 0
    var isFirst = true
    var followsBlank = false
    while start < bytes.count {
      let end = bytes.lineEnd(from: start, before: bytes.count)
      var line = bytes.trimmed(start..<end)
      while let mark, let first = line.first, bytes[first] == mark { line = bytes.trimmed(first + 1..<line.upperBound) }
      if line.isEmpty {
        followsBlank = true
      } else {
        if !isFirst {
          if breaks == .hard { append(UInt8(ascii: "\\")) }
          append(0x0A)
          if breaks == .soft, followsBlank { appendBlankLine(indent: indent) }
          append(contentsOf: indent.utf8)
        }
        links = links.drop { $0.range.upperBound <= line.lowerBound }
        appendLine(bytes, line, links, isBeforeBreak: breaks == .hard && line.upperBound < textEnd)
        isFirst = false
        followsBlank = false
      }
      start = end + 1
    }
    append(0x0A)
  }

  private mutating func appendBlankLine(indent: String) {
    append(contentsOf: indent.utf8.filter { $0 != 0x20 })
    append(0x0A)
  }

  /// Appends `text` as a part of a line, its runs of white space as single spaces.
  mutating func appendMarkdownWords(_ text: some StringProtocol) {
    let words = squeezed(text)
    let bytes = words.utf8.span
    appendInline(bytes, 0..<bytes.count, [])
  }

  /// Appends `text` as the beginning of a line, its runs of white space as single spaces.
  mutating func appendMarkdownLine(_ text: some StringProtocol) {
    let words = squeezed(text)
    guard !words.isEmpty else { return }
    let bytes = words.utf8.span
    appendLine(bytes, 0..<bytes.count, [])
  }

  /// Appends the words of a table's cell, `<br>` for the breaks of its lines.
  ///
  /// - Parameter links: those of `row` from this cell on, in order.
  mutating func appendMarkdownCell(_ row: Span<UInt8>, _ cell: Range<Int>, _ links: ArraySlice<MarkdownLink>) {
    var links = links
    var start = cell.lowerBound
    var isFirst = true
    while start < cell.upperBound {
      let end = row.lineEnd(from: start, before: cell.upperBound)
      let line = row.trimmed(start..<end)
      if !line.isEmpty {
        if !isFirst { append(contentsOf: "<br>".utf8) }
        let beginning = count
        links = links.drop { $0.range.upperBound <= line.lowerBound }
        appendInline(row, line, links)
        // Behind the element, a mark that begins a line could end what one in the line before begins.
        if !isFirst, isEmphasis(self[beginning]) { insert(UInt8(ascii: "\\"), at: beginning) }
        isFirst = false
      }
      start = end + 1
    }
  }

  /// Appends `text` as the words of a heading after its `#` marks; marks at its end would vanish without a backslash.
  ///
  /// - Parameter links: those of `text`, in order; left out where white space in it has to be.
  mutating func appendMarkdownHeading(_ text: some StringProtocol, links: [MarkdownLink] = []) {
    let words = squeezed(text)
    let bytes = words.utf8.span
    appendInline(bytes, 0..<bytes.count, bytes.count == text.utf8.count ? links[...] : [])
    guard let last = lastIndex(where: { $0 != UInt8(ascii: "#") }), last + 1 < count, self[last] == 0x20 else { return }
    insert(UInt8(ascii: "\\"), at: last + 1)
  }

  /// Appends a line of a block, whose first character could begin a block of another kind.
  private mutating func appendLine(
    _ text: Span<UInt8>, _ line: Range<Int>, _ links: ArraySlice<MarkdownLink>, isBeforeBreak: Bool = false
  ) {
    // A line that begins with a link begins no other block.
    let beginsWithLink = links.first?.range.contains(line.lowerBound) ?? false
    guard !beginsWithLink, let mark = text.blockMark(line) else {
      return appendInline(text, line, links, isBeforeBreak: isBeforeBreak)
    }
    appendInline(text, line.lowerBound..<mark, links)
    append(UInt8(ascii: "\\"))
    append(text[mark])
    let rest = count
    appendInline(text, mark + 1..<line.upperBound, links, isBeforeBreak: isBeforeBreak)
    // It may end what a mark in the line before begins: no white space is before it.
    if rest < count, isEmphasis(self[rest]), text.isMark(mark + 1, line) { insert(UInt8(ascii: "\\"), at: rest) }
  }

  /// Appends `text` at `range` with its links as Markdown's.
  private mutating func appendInline(
    _ text: Span<UInt8>, _ range: Range<Int>, _ links: ArraySlice<MarkdownLink>, isBeforeBreak: Bool = false
  ) {
    var start = range.lowerBound
    for link in links {
      let inside = link.range.clamped(to: start..<range.upperBound)
      guard link.range.lowerBound < range.upperBound else { break }
      if inside.isEmpty { continue }
      append(text, start..<inside.lowerBound, of: range, before: .link)
      append(UInt8(ascii: "["))
      append(text, inside, of: range, isLink: true)
      append(contentsOf: "](".utf8)
      appendTarget(link.target)
      append(UInt8(ascii: ")"))
      start = inside.upperBound
    }
    append(text, start..<range.upperBound, of: range, before: isBeforeBreak ? .lineBreak : .nothing)
  }

  /// Appends an address as it stands in round brackets.
  private mutating func appendTarget(_ target: String) {
    let bytes = target.utf8.span
    for index in 0..<bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"):
        self += [UInt8(ascii: "%"), hexadecimalDigit(byte >> 4), hexadecimalDigit(byte & 15)]
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
        self += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "&"):
        if bytes.isMark(index, 0..<bytes.count) { append(UInt8(ascii: "\\")) }
        append(byte)
      default: append(byte)
      }
    }
  }

  /// Appends `text` at `range`, a backslash before each mark that would mean something within the line.
  ///
  /// - Parameters:
  ///   - next: what follows.
  ///   - isLink: whether these are the words of a link, in which no address makes another one.
  private mutating func append(
    _ text: Span<UInt8>, _ range: Range<Int>, of line: Range<Int>, before next: Neighbour = .nothing,
    isLink: Bool = false
  ) {
    guard !range.isEmpty else { return }
    var runStart = range.lowerBound
    var at = range.lowerBound
    // Up to here, whatever could begin an address is part of one that is written as words.
    var escapedEnd = at
    while at < range.upperBound {
      let isAtLink =
        (at == range.lowerBound && at > line.lowerBound) || (at + 1 == range.upperBound && at + 1 < line.upperBound)
        || isLink
      guard isNotable(text[at]) || isAtLink else {
        at += 1
        continue
      }
      if !isLink, text.beginsAddress(at, range) {
        let end = at < escapedEnd ? escapedEnd : text.addressEnd(at, range)
        let form =
          at < escapedEnd
          ? .escaped : text.form(ofAddressAt: at, before: end, end == range.upperBound ? next : .nothing)
        switch form {
        case .plain: at = end
        case .bracketed(let address):
          append(text, runStart..<address.lowerBound)
          append(UInt8(ascii: "<"))
          append(text, address)
          append(UInt8(ascii: ">"))
          runStart = address.upperBound
          at = runStart
        case .escaped:
          let dot = text[at] == UInt8(ascii: "w") ? at + 3 : at
          append(text, runStart..<dot)
          append(UInt8(ascii: "\\"))
          runStart = dot
          at = dot + 1
          escapedEnd = end
        }
        continue
      }
      if text.isMark(at, line) || (isAtLink && isMarkAtLink(text[at])) {
        append(text, runStart..<at)
        append(UInt8(ascii: "\\"))
        runStart = at
      }
      at += 1
    }
    append(text, runStart..<range.upperBound)
  }

  private mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
    text.extracting(range).withUnsafeBufferPointer { append(contentsOf: $0) }
  }
}

extension Span<UInt8> {
  fileprivate func lineEnd(from start: Int, before limit: Int) -> Int {
    skip(from: start, in: start..<limit) { $0 != 0x0A && $0 != 0x0D }
  }

  fileprivate func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isBlank(start, range) { start += 1 }
    while start < end, isBlank(end - 1, range) { end -= 1 }
    return start..<end
  }

  /// Whether there is white space at `at`, or `line` begins or ends there.
  func isBlank(_ at: Int, _ line: Range<Int>) -> Bool {
    guard line.contains(at) else { return true }
    return self[at] == 0x20 || (0x09...0x0D).contains(self[at])
  }

  /// Where the mark stands by which `line` would begin a heading, a quote, a list, a rule or a table.
  fileprivate func blockMark(_ line: Range<Int>) -> Int? {
    let start = line.lowerBound
    switch self[start] {
    case UInt8(ascii: ">"): return start
    case UInt8(ascii: "#"):
      let end = skip(from: start, in: line) { $0 == UInt8(ascii: "#") }
      return isBlank(end, line) && end - start <= 6 ? start : nil
    case UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "_"):
      return isBlank(start + 1, line) ? start : nil
    case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "|"):
      if self[start] == UInt8(ascii: "-"), isBlank(start + 1, line) { return start }
      return skip(from: start, in: line, while: isRuleByte) == line.upperBound ? start : nil
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let end = skip(from: start, in: line) { $0.isDigit }
      guard end - start <= 9, end < line.upperBound, isBlank(end + 1, line) else { return nil }
      return self[end] == UInt8(ascii: ".") || self[end] == UInt8(ascii: ")") ? end : nil
    default: return nil
    }
  }

  /// The first place from `start` whose byte does not fulfil `condition`.
  func skip(from start: Int, in range: Range<Int>, while condition: (UInt8) -> Bool) -> Int {
    var at = start
    while at < range.upperBound, condition(self[at]) { at += 1 }
    return at
  }

  /// Whether the byte at `at` would mean something within a line.
  func isMark(_ at: Int, _ line: Range<Int>) -> Bool {
    switch self[at] {
    case UInt8(ascii: "`"): return true
    case UInt8(ascii: "*"): return !(isBlank(at - 1, line) && isBlank(at + 1, line))
    case UInt8(ascii: "_"):
      return !(isBlank(at - 1, line) && isBlank(at + 1, line)) && !(isWord(at - 1, line) && isWord(at + 1, line))
    case UInt8(ascii: "~"): return !isBlank(at - 1, line)
    case UInt8(ascii: "\\"): return at + 1 >= line.upperBound || isPunctuation(self[at + 1])
    case UInt8(ascii: "<"):
      guard at + 1 < line.upperBound else { return false }
      let next = self[at + 1]
      return isWord(at + 1, line) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
    case UInt8(ascii: "&"):
      let end = skip(from: at + 1, in: line) { $0 == UInt8(ascii: "#") || $0.isAlphanumeric }
      return end > at + 1 && end < line.upperBound && self[end] == UInt8(ascii: ";")
    case UInt8(ascii: "["):
      // GitHub's footnotes, where an escaped `]` does not help.
      return at + 1 < line.upperBound && self[at + 1] == UInt8(ascii: "^")
    case UInt8(ascii: "]"):
      // Without this bracket there is no link, no image and no definition; so other `[` need none.
      guard at + 1 < line.upperBound else { return false }
      let next = self[at + 1]
      return next == UInt8(ascii: "(") || next == UInt8(ascii: "[") || next == UInt8(ascii: ":")
    default: return false
    }
  }

  /// Whether `words` stand at `at`.
  func has(_ words: StaticString, _ at: Int, _ line: Range<Int>) -> Bool {
    guard at >= line.lowerBound, at + words.utf8CodeUnitCount <= line.upperBound else { return false }
    for index in 0..<words.utf8CodeUnitCount where self[at + index] != words.utf8Start[index] { return false }
    return true
  }

  func isWord(_ at: Int, _ line: Range<Int>) -> Bool { line.contains(at) && self[at].isAlphanumeric }
}

/// Whether `isMark` or `beginsAddress` may have something to say of `byte`.
private func isNotable(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: ":"), UInt8(ascii: "<"), UInt8(ascii: "["),
    UInt8(ascii: "\\"), UInt8(ascii: "]"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "w"), UInt8(ascii: "~"):
    true
  default: false
  }
}

/// A byte that means something beside the brackets of a link, or inside them.
private func isMarkAtLink(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "!"), UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "]"), UInt8(ascii: "_"): true
  default: false
  }
}

private func hexadecimalDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}

private func isEmphasis(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "~")
}

private func isPunctuation(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) && !byte.isAlphanumeric }

/// A byte of a line that underlines a heading, draws a rule, or parts a table's head from its rows.
private func isRuleByte(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "-") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "|")
    || byte == 0x20 || byte == 0x09
}
