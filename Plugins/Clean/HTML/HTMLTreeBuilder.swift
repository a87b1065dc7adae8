internal import TextBytes

/// Builds the tree of a page from its tags, whatever state these are in.
///
/// The rules of the HTML Standard (13.2.6) for implied ends and for end tags out of place, as far as they decide which
/// text is inside which block. Formatting elements are not cloned and misplaced table content stays where it is
/// written, so that the order of the tree is that of the source. Nesting beyond `depthLimit` is flattened as browsers
/// do it, so that no page takes more than linear time.
struct HTMLTreeBuilder {
  /// Blink's limit is 512; 99.9% of pages stay below 60.
  static let depthLimit = 256

  private var tree = HTMLTree()
  private var tokenizer = HTMLTokenizer()
  private var open: [Int] = []
  private var openTags: [Tag] = []
  private var openCounts = [Int](repeating: 0, count: 256)
  /// Elements open beyond the limit.
  private var overflow = 0
  private let isXML: Bool
  /// Whether blank lines part paragraphs, as in articles whose paragraphs are marked only when they are shown.
  private var partsAtBlankLines = false

  private init(isXML: Bool) { self.isXML = isXML }

  /// The tree of `bytes`.
  ///
  /// - Parameters:
  ///   - isXML: whether `<div/>` is an element without content.
  ///   - isFragment: whether all stands in a `body` that is not written.
  static func tree(of bytes: Span<UInt8>, isXML: Bool = false, isFragment: Bool = false) -> HTMLTree {
    var builder = HTMLTreeBuilder(isXML: isXML)
    if isFragment { builder.beginFragment() }
    builder.tree.nodes.reserveCapacity(bytes.count / 48)
    builder.tree.attributes.reserveCapacity(bytes.count / 96)
    while let token = builder.tokenizer.next(bytes) {
      switch token {
      case .text(let range): builder.add(text: range, bytes)
      case .tag(let tag): if tag.isEnd { builder.close(tag) } else { builder.start(tag, bytes) }
      }
    }
    while !builder.open.isEmpty { builder.pop(at: bytes.count) }
    return builder.tree
  }

  private mutating func beginFragment() {
    partsAtBlankLines = true
    append(.body, 0..<0)
    push(.body, at: 0)
  }

  private mutating func add(text range: Range<Int>, _ bytes: Span<UInt8>) {
    if partsAtBlankLines, let block = openTags.last(where: Tag.blocks.contains), Self.ofParagraphs.contains(block) {
      return add(paragraphs: range, bytes)
    }
    let isBlank = range.trimmed(bytes).isEmpty
    if isBlank, openTags.last.map(Tag.withoutText.contains) ?? true { return }
    if !isBlank, openTags.last == .head { pop(at: range.lowerBound) }
    append(.text, range, isBlank: isBlank)
  }

  /// Elements that programs mark paragraphs in.
  private static let ofParagraphs: TagSet = [.body, .div, .blockquote, .center, .article, .section]

  /// Adds text with two line breaks for each run of blank lines.
  private mutating func add(paragraphs range: Range<Int>, _ bytes: Span<UInt8>) {
    var start = range.lowerBound
    var at = start
    while at < range.upperBound {
      let space = at
      var lines = 0
      while at < range.upperBound, bytes[at].isSpace {
        if bytes[at] == 0x0A { lines += 1 }
        at += 1
      }
      if lines > 1, !isInSentence(space..<at, of: range, bytes) {
        if start < space { append(.text, start..<space) }
        for _ in 0..<2 { append(.br, space..<space) }
        start = at
      }
      at += 1
    }
    let rest = start..<range.upperBound
    if !rest.isEmpty { append(.text, rest, isBlank: rest.trimmed(bytes).isEmpty) }
  }

  /// Whether blank lines stand at an edge of a text, amid a sentence that goes on in small letters on the other side of a tag:
  /// `and‖<a>the ferry</a>`.
  private func isInSentence(_ space: Range<Int>, of text: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    guard space.lowerBound == text.lowerBound || space.upperBound == text.upperBound else { return false }
    var (before, behind) = (space.lowerBound, space.upperBound)
    for _ in 0..<Self.mostTags {
      let start = max(0, before - Self.longestTag)
      if before > start, bytes[before - 1] == UInt8(ascii: ">"),
        let tag = (start..<before).last(where: { bytes[$0] == UInt8(ascii: "<") })
      {
        before = tag
      }
      let end = min(bytes.count, behind + Self.longestTag)
      if behind < end, bytes[behind] == UInt8(ascii: "<"),
        let tag = bytes.firstIndex(of: UInt8(ascii: ">"), from: behind, before: end)
      {
        behind = tag + 1
      }
    }
    guard behind < bytes.count, let last = bytes.scalar(before: before)?.unicode,
      let next = bytes.scalar(at: behind).unicode
    else { return false }
    return next.properties.isLowercase
      && (last == "," || last.properties.isAlphabetic || last.properties.numericType != nil)
  }

  private static let mostTags = 4
  private static let longestTag = 512

  private mutating func append(_ tag: Tag, _ source: Range<Int>, isBlank: Bool = false) {
    let index = tree.nodes.count
    let start = Int32(tree.attributes.count)
    if tag != .text, !source.isEmpty { tree.attributes += tokenizer.attributes }
    tree.nodes.append(
      HTMLTree.Node(
        tag: tag, isBlank: isBlank, parent: Int32(open.last ?? -1), end: Int32(index + 1), source: source,
        attributes: start..<Int32(tree.attributes.count)))
  }

  // MARK: Start tags

  private mutating func start(_ token: HTMLTokenizer.TagToken, _ bytes: Span<UInt8>) {
    let tag = token.tag
    // Who writes the head of a page marks its paragraphs too.
    if tag == .head || tag == .title || tag == .meta { partsAtBlankLines = false }
    if tag == .html || tag == .body || tag == .head, openCounts[Int(tag.rawValue)] > 0 || (tag != .html && isInBody) {
      return
    }
    if openTags.last == .head, !Tag.inHead.contains(tag) { pop(at: token.source.lowerBound) }
    closeImplied(before: tag, at: token.source.lowerBound)
    append(tag, token.source)
    let index = tree.nodes.count - 1
    let isForeign = tag == .svg || tag == .math || isOpen(.svg) || isOpen(.math)
    if Tag.void.contains(tag) || (token.isSelfClosing && (isXML || isForeign)) { return }
    if Tag.raw.contains(tag), openCounts[Int(Tag.svg.rawValue)] == 0 {
      let raw = tokenizer.rawText(of: tag, bytes)
      if tag == .title || tag == .textarea || tag == .xmp || tag == .script, !raw.text.isEmpty {
        tree.nodes.append(
          HTMLTree.Node(
            tag: .text, isBlank: false, parent: Int32(index), end: Int32(index + 2), source: raw.text, attributes: 0..<0
          ))
        tree.nodes[index].end = Int32(index + 2)
      }
      tree.nodes[index].source = token.source.lowerBound..<raw.end
      return
    }
    guard open.count < Self.depthLimit else {
      overflow += 1
      return
    }
    push(tag, at: index)
  }

  private mutating func push(_ tag: Tag, at index: Int) {
    open.append(index)
    openTags.append(tag)
    openCounts[Int(tag.rawValue)] += 1
  }

  private var isInBody: Bool { openCounts[Int(Tag.body.rawValue)] > 0 }

  private mutating func closeImplied(before tag: Tag, at offset: Int) {
    guard overflow == 0 else { return }
    if Tag.closingParagraphs.contains(tag) {
      // No formula has a block in it: one that does was never closed.
      if isOpen(.math) { closeNearest(.math, at: offset, upTo: []) }
      if isOpen(.p) { closeNearest(.p, at: offset, upTo: [.button]) }
      if Tag.headings.contains(tag), let last = openTags.last, Tag.headings.contains(last) { pop(at: offset) }
    }
    switch tag {
    case .li: if isOpen(.li) { closeNearest(.li, at: offset, upTo: Self.lists) }
    case .dt, .dd:
      if isOpen(.dt) { closeNearest(.dt, at: offset, upTo: [.dl]) }
      if isOpen(.dd) { closeNearest(.dd, at: offset, upTo: [.dl]) }
    case .option, .optgroup: if openTags.last == .option { pop(at: offset) }
    case .a: if isOpen(.a) { closeInline(.a, at: offset) }
    case .td, .th, .tr, .tbody, .thead, .tfoot, .caption, .colgroup, .col:
      if isOpen(.table) { closeTableParts(before: tag, at: offset) }
    case .button: if isOpen(.button) { closeNearest(.button, at: offset, upTo: []) }
    default: break
    }
  }

  private func isOpen(_ tag: Tag) -> Bool { openCounts[Int(tag.rawValue)] > 0 }

  /// Closes cells, rows and row groups that `tag` can't be inside.
  private mutating func closeTableParts(before tag: Tag, at offset: Int) {
    let closed =
      switch tag {
      case .td, .th: Self.insideRows
      case .tr: Self.insideGroups
      default: Self.insideTables
      }
    guard let table = openTags.lastIndex(of: .table) else { return }
    if let outermost = openTags[(table + 1)...].firstIndex(where: closed.contains) {
      close(through: outermost, at: offset)
    }
  }

  private static let lists: TagSet = [.ul, .ol, .menu, .dir]
  private static let insideRows: TagSet = [.td, .th, .caption, .colgroup]
  private static let insideGroups: TagSet = insideRows.union([.tr])
  private static let insideTables: TagSet = insideGroups.union([.tbody, .thead, .tfoot])

  // MARK: End tags

  private mutating func close(_ token: HTMLTokenizer.TagToken) {
    let tag = token.tag
    if tag == .br || (tag == .p && !isOpen(.p)) {
      append(tag == .br ? .br : .p, token.source)
      return
    }
    if overflow > 0 {
      overflow -= 1
      return
    }
    // `</h3>` ends an h2 as well.
    if Tag.headings.contains(tag) { return closeHeading(at: token.source) }
    guard isOpen(tag), tag != .body, tag != .html else { return }
    if Tag.blocks.contains(tag) || Tag.scopes.contains(tag) || tag == .head {
      closeNearest(tag, at: token.source.lowerBound, upTo: [], end: token.source.upperBound)
    } else {
      closeInline(tag, at: token.source.lowerBound, end: token.source.upperBound)
    }
  }

  private mutating func closeHeading(at source: Range<Int>) {
    guard let index = openTags.lastIndex(where: { Tag.headings.contains($0) || Tag.scopes.contains($0) }),
      Tag.headings.contains(openTags[index])
    else { return }
    close(through: index, at: source.lowerBound, end: source.upperBound)
  }

  /// Closes the innermost open `tag` and all inside it, if no scope or element of `limits` is in between.
  private mutating func closeNearest(_ tag: Tag, at offset: Int, upTo limits: TagSet, end: Int? = nil) {
    var index = openTags.count - 1
    while index >= 0, openTags[index] != tag {
      if Tag.scopes.contains(openTags[index]) && !isTablePart(tag, inside: openTags[index]) { return }
      if limits.contains(openTags[index]) { return }
      index -= 1
    }
    if index >= 0 { close(through: index, at: offset, end: end) }
  }

  /// Whether the end tag of `tag` reaches out of a cell or caption.
  private func isTablePart(_ tag: Tag, inside scope: Tag) -> Bool {
    guard scope == .td || scope == .th || scope == .caption else { return false }
    switch tag {
    case .table, .tr, .tbody, .thead, .tfoot: return true
    default: return false
    }
  }

  /// Closes the innermost open `tag` unless a block is open inside it: then it lasts as long as what is around it.
  private mutating func closeInline(_ tag: Tag, at offset: Int, end: Int? = nil) {
    var index = openTags.count - 1
    while index >= 0, openTags[index] != tag {
      if Tag.blocks.contains(openTags[index]) || Tag.scopes.contains(openTags[index]) { return }
      index -= 1
    }
    if index >= 0 { close(through: index, at: offset, end: end) }
  }

  /// Closes all inside the open element at `index`, and that element, which ends at `end` where that is not `nil`.
  private mutating func close(through index: Int, at offset: Int, end: Int? = nil) {
    while open.count > index + 1 { pop(at: offset) }
    pop(at: end ?? offset)
  }

  /// Closes the innermost element, which ends at `offset` of the source.
  private mutating func pop(at offset: Int) {
    guard let index = open.popLast(), let tag = openTags.popLast() else { return }
    openCounts[Int(tag.rawValue)] -= 1
    tree.nodes[index].end = Int32(tree.nodes.count)
    tree.nodes[index].source = tree.nodes[index].source.lowerBound..<offset
  }
}
