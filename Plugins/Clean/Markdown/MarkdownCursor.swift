/// Walks through the source of a Markdown text in step with what cmark made of it, so that words are found where they
/// are written and nowhere else.
///
/// cmark hands out text whose escapes and references are read already and whose neighbours are joined, and its places
/// count neither indentation nor the marks of quotations. So each mark is passed that a node tells of, and words are
/// compared with the source as Markdown writes them.
struct MarkdownCursor {
  /// Where the next words stand, or the markup before them.
  var position: Int
  /// The quotations that are open: each may have its mark before every line.
  var quotes = 0
  /// Where the block ends that the words are in.
  private var end: Int

  /// A stretch of the source, and what it stands for where that is not what is written.
  struct Piece: Equatable {
    var source: Range<Int>
    var meaning: String?
  }

  /// How far behind its place a text is looked for, past markup that no node tells of.
  private static let reach = 1024

  init(at position: Int) { (self.position, end) = (position, position) }

  /// Goes on to a block, or stays behind its start where it is already.
  mutating func enter(_ block: Range<Int>) {
    position = max(position, block.lowerBound)
    end = max(position, block.upperBound)
  }

  // MARK: Words

  /// The pieces of source that `words`, which are within one line, are written as; none where they can't be found.
  ///
  /// - Parameter isCode: whether backslashes and ampersands stand for themselves.
  mutating func read(_ words: [UInt8], isCode: Bool, _ bytes: Span<UInt8>) -> [Piece] {
    for start in position..<max(position, min(end, position + Self.reach)) {
      if let (pieces, stop) = pieces(of: words, at: start, isCode: isCode, bytes) {
        position = stop
        return pieces
      }
    }
    return []
  }

  private func pieces(
    of words: [UInt8], at start: Int, isCode: Bool, _ bytes: Span<UInt8>
  ) -> (pieces: [Piece], end: Int)? {
    var pieces: [Piece] = []
    var (run, at, next) = (start, start, 0)
    while next < words.count {
      guard at < end else { return nil }
      let byte = bytes[at]
      if byte == UInt8(ascii: "\\"), at + 1 < end, bytes[at + 1] == words[next], words[next].isEscapable,
        // Cells of tables have their bars escaped in code too.
        !isCode || words[next] == UInt8(ascii: "|")
      {
        if run < at { pieces.append(Piece(source: run..<at)) }
        run = at + 1
        (at, next) = (at + 2, next + 1)
      } else if let written = replaced(at: at, isCode: isCode, bytes), let count = written.count(in: words[next...]) {
        if run < at { pieces.append(Piece(source: run..<at)) }
        let meaning = String(decoding: words[next..<next + count], as: UTF8.self)
        pieces.append(Piece(source: at..<at + written.length, meaning: meaning))
        (at, next) = (at + written.length, next + count)
        run = at
      } else if byte == words[next] {
        (at, next) = (at + 1, next + 1)
      } else {
        return nil
      }
    }
    if run < at { pieces.append(Piece(source: run..<at)) }
    return (pieces, at)
  }

  /// What stands in the source for something else.
  private struct Replaced {
    var length: Int
    var meaning: String
    /// Whether it may be any other character instead: browsers read some numbers in another way.
    var isNumber = false

    /// The bytes of it that `words` begin with.
    func count(in words: ArraySlice<UInt8>) -> Int? {
      if words.starts(with: meaning.utf8) { return meaning.utf8.count }
      guard isNumber, let first = words.first, first >= 0x80 else { return nil }
      return words.dropFirst().prefix { 0x80...0xBF ~= $0 }.count + 1
    }
  }

  private func replaced(at offset: Int, isCode: Bool, _ bytes: Span<UInt8>) -> Replaced? {
    switch bytes[offset] {
    case 0: return Replaced(length: 1, meaning: "\u{FFFD}")
    case UInt8(ascii: "&") where !isCode:
      guard let reference = CharacterReference(at: offset, in: bytes, before: end),
        bytes[offset + reference.count - 1] == UInt8(ascii: ";")
      else { return nil }
      return Replaced(
        length: reference.count, meaning: reference.text, isNumber: bytes[offset + 1] == UInt8(ascii: "#"))
    default: return nil
    }
  }

  // MARK: Marks

  /// Passes `mark`; whether it is there.
  @discardableResult
  mutating func pass(_ mark: UInt8, _ bytes: Span<UInt8>) -> Bool {
    guard position < end, bytes[position] == mark else { return false }
    position += 1
    return true
  }

  /// Passes a run of `mark`, and tells how long it is.
  @discardableResult
  mutating func pass(runOf mark: UInt8, _ bytes: Span<UInt8>) -> Int {
    let start = position
    while pass(mark, bytes) {}
    return position - start
  }

  /// Passes `count` marks of emphasis.
  mutating func passEmphasis(_ count: Int, _ bytes: Span<UInt8>) {
    for _ in 0..<count where !pass(UInt8(ascii: "*"), bytes) { pass(UInt8(ascii: "_"), bytes) }
  }

  /// Passes the marks before a heading, if there are any.
  mutating func passHeadingMark(_ bytes: Span<UInt8>) {
    var walk = self
    guard walk.pass(runOf: UInt8(ascii: "#"), bytes) > 0, walk.passSpaces(bytes) else { return }
    self = walk
  }

  /// Passes the next run of backticks that is `count` long.
  mutating func passCodeMark(_ count: Int, _ bytes: Span<UInt8>) {
    var walk = self
    while let mark = bytes.firstIndex(of: UInt8(ascii: "`"), from: walk.position, before: end) {
      walk.position = mark
      if walk.pass(runOf: UInt8(ascii: "`"), bytes) == count {
        self = walk
        return
      }
    }
  }

  /// Goes on to the next line's words.
  mutating func passLineEnd(_ bytes: Span<UInt8>) {
    while position < end, !bytes[position].isLineEnd { position += 1 }
    guard position < end else { return }
    let isPair = bytes[position] == 0x0D && position + 1 < end && bytes[position + 1] == 0x0A
    position += isPair ? 2 : 1
    passSpaces(bytes)
    for _ in 0..<quotes {
      guard pass(UInt8(ascii: ">"), bytes) else { return }
      passSpaces(bytes)
    }
  }

  /// Passes `markup` where it stands next.
  mutating func pass(markup: [UInt8], _ bytes: Span<UInt8>) {
    var walk = self
    for line in markup.split(whereSeparator: \.isLineEnd).enumerated() {
      if line.offset > 0 { walk.passLineEnd(bytes) }
      for byte in line.element { guard walk.pass(byte, bytes) else { return } }
    }
    self = walk
  }

  /// Passes what stands behind a link's or an image's words: `](/address "title")`, `][label]`, `]` or `>`.
  mutating func passLinkEnd(_ bytes: Span<UInt8>) {
    if pass(UInt8(ascii: ">"), bytes) { return }
    guard pass(UInt8(ascii: "]"), bytes) else { return }
    var walk = self
    if walk.passTarget(bytes) {
      self = walk
      return
    }
    walk = self
    if walk.passLabel(bytes) { self = walk }
  }

  /// Passes the definitions of links that a paragraph may begin with.
  mutating func passDefinitions(_ bytes: Span<UInt8>) {
    var walk = self
    while walk.position < end, bytes[walk.position] == UInt8(ascii: "["), walk.passDefinition(bytes) { self = walk }
  }

  // MARK: Links

  private mutating func passTarget(_ bytes: Span<UInt8>) -> Bool {
    guard pass(UInt8(ascii: "("), bytes) else { return false }
    passBlank(bytes)
    guard passAddress(bytes) else { return false }
    if passBlank(bytes) { passTitle(bytes) }
    passBlank(bytes)
    return pass(UInt8(ascii: ")"), bytes)
  }

  private mutating func passDefinition(_ bytes: Span<UInt8>) -> Bool {
    guard passLabel(bytes), pass(UInt8(ascii: ":"), bytes) else { return false }
    passBlank(bytes)
    let start = position
    guard passAddress(bytes), position > start else { return false }
    var walk = self
    if walk.passBlank(bytes), walk.passTitle(bytes), walk.passRestOfLine(bytes) {
      self = walk
      return true
    }
    return passRestOfLine(bytes)
  }

  private mutating func passRestOfLine(_ bytes: Span<UInt8>) -> Bool {
    passSpaces(bytes)
    guard position == end || bytes[position].isLineEnd else { return false }
    passLineEnd(bytes)
    return true
  }

  @discardableResult
  mutating func passLabel(_ bytes: Span<UInt8>) -> Bool {
    passEnclosed(by: UInt8(ascii: "["), UInt8(ascii: "]"), bytes)
  }

  @discardableResult
  private mutating func passTitle(_ bytes: Span<UInt8>) -> Bool {
    for quote in [UInt8(ascii: "\""), UInt8(ascii: "'")] {
      if passEnclosed(by: quote, quote, bytes) { return true }
    }
    return passEnclosed(by: UInt8(ascii: "("), UInt8(ascii: ")"), bytes)
  }

  /// Passes what stands between two marks, which are escaped inside.
  private mutating func passEnclosed(by opening: UInt8, _ closing: UInt8, _ bytes: Span<UInt8>) -> Bool {
    var walk = self
    guard walk.pass(opening, bytes) else { return false }
    while walk.position < end {
      let byte = bytes[walk.position]
      walk.position += 1
      if byte == closing {
        self = walk
        return true
      }
      if byte == opening { return false }
      if byte == UInt8(ascii: "\\"), walk.position < end { walk.position += 1 }
    }
    return false
  }

  /// Passes an address, which may be empty: one in `<>`, or one without spaces whose parentheses are balanced.
  private mutating func passAddress(_ bytes: Span<UInt8>) -> Bool {
    if position < end, bytes[position] == UInt8(ascii: "<") {
      return passEnclosed(by: UInt8(ascii: "<"), UInt8(ascii: ">"), bytes)
    }
    var depth = 0
    while position < end, bytes[position] > 0x20 {
      switch bytes[position] {
      case UInt8(ascii: "\\") where position + 1 < end && bytes[position + 1].isEscapable: position += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 { return true }
        depth -= 1
      default: break
      }
      position += 1
    }
    return depth == 0
  }

  /// Passes spaces and the ends of lines; whether there are any.
  @discardableResult
  mutating func passBlank(_ bytes: Span<UInt8>) -> Bool {
    let start = position
    passSpaces(bytes)
    while position < end, bytes[position].isLineEnd { passLineEnd(bytes) }
    return position > start
  }

  @discardableResult
  private mutating func passSpaces(_ bytes: Span<UInt8>) -> Bool {
    let start = position
    while position < end, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
    return position > start
  }
}

extension UInt8 {
  fileprivate var isLineEnd: Bool { self == 0x0A || self == 0x0D }

  /// Whether a backslash before it takes away what it means: ASCII punctuation.
  fileprivate var isEscapable: Bool {
    0x21...0x2F ~= self || 0x3A...0x40 ~= self || 0x5B...0x60 ~= self || 0x7B...0x7E ~= self
  }
}
