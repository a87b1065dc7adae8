internal import DocumentModel
internal import TextBytes

/// Reads what stands around an article: its title, once or more often, who wrote it, when and where.
///
/// From the top, line by line, for as long as the lines are such; one short line of another kind, a standfirst, may
/// stand between them. Then from the end, for dates. What is not read to its last word stays in the text, and so does a
/// line whose content has no place in the metadata because something else is there already.
struct FrontMatter {
  private(set) var metadata: Metadata
  private(set) var edits: [TextEdit] = []

  private let text: String
  private let sourceText: String?
  private let alignment: Alignment
  private let options: CleanOptions
  /// The first lines, as many as can matter, and the one behind them.
  private var lines: [Line] = []
  /// Rules of the lines that are to go, by index.
  private var removals: [Int: String] = [:]
  private var titleIndex: Int?
  /// A date behind the title, on its line.
  private var titleTail: TextEdit?
  /// Date or dateline before the first sentence of a paragraph.
  private var openings: [TextEdit] = []
  private var ownByline: String?

  private static let reach = 16
  /// The lines and the paragraphs among which the first sentence's dateline may stand, behind captions and the like.
  private static let datelineReach = (lines: 8, paragraphs: 4, paragraphsOfPage: 2)
  private static let longestStandfirst = 300

  init(_ document: Document, _ options: CleanOptions) {
    text = document.text
    sourceText = document.sourceText
    alignment = document.alignment
    metadata = document.metadata
    self.options = options
  }

  mutating func read() {
    let before = metadata
    let bytes = text.utf8.span
    while lines.count <= Self.reach, let line = bytes.line(after: lines.last?.range.upperBound ?? 0) {
      lines.append(line)
    }
    guard let body = readTop(bytes) else {
      // Nothing but front matter: then it is none.
      metadata = before
      return
    }
    makeEdits(bytes)
    readEnd(after: max(body, edits.last?.range.end ?? 0), bytes)
  }

  /// Reads the first blocks of what had markup: the lines behind its title, and the dateline before one of its first
  /// paragraphs.
  ///
  /// - Parameter isPage: whether it was a page, which tells in better places who wrote it and when.
  mutating func read(_ blocks: [MarkupBlock], isPage: Bool) {
    let bytes = text.utf8.span
    if !isPage, metadata.title != nil { readPublication(blocks, bytes) }
    let taken = Set(edits.map(\.range.start))
    var paragraphs: [Range<Int>] = []
    for block in blocks.lazy.filter({ $0.kind == .text && !taken.contains($0.range.start) })
      .prefix(Self.datelineReach.paragraphs)
    {
      let range = block.range.start..<block.range.end
      if bytes.kind(of: range) == .prose { paragraphs.append(range) }
    }
    if !paragraphs.contains(where: { readDateline($0, bytes) }), isPage {
      readPageDateline(among: paragraphs, bytes)
    }
    edits = (edits + openings).sorted { $0.range.start < $1.range.start }
  }

  /// Reads the lines behind the title of who and when; one standfirst may stand between them.
  private mutating func readPublication(_ blocks: [MarkupBlock], _ bytes: Span<UInt8>) {
    var passed = 0
    for (index, block) in blocks.enumerated().prefix(Self.reach) where index > 0 || block.kind != .heading {
      // Nothing but front matter is none.
      guard block.kind == .text, index + 1 < blocks.count else { return }
      let range = block.range.start..<block.range.end
      if let line = PublicationLine(bytes, range), file(line) {
        guard let rule = removalRule(of: line) else { continue }
        edits.append(TextEdit(TextRange(range.lowerBound, blocks[index + 1].range.start), rule: rule))
      } else {
        passed += 1
        guard passed == 1, range.count <= Self.longestStandfirst, bytes.kind(of: range) == .prose else { return }
      }
    }
  }

  // MARK: From the top

  /// Reads the first lines and gives where the article's own text begins; `nil` where there is none.
  private mutating func readTop(_ bytes: Span<UInt8>) -> Int? {
    var body: Int?
    var passed = 0
    for index in lines.indices.prefix(Self.reach) {
      let line = lines[index].range
      if index > 0, titleIndex == index - 1, lines[index].lineFeedsBefore == 1, bytes.isRule(line) { continue }
      if passed == 0, titleIndex == nil, readTitle(index, bytes) { continue }
      if let titleIndex, bytes.isSameHeadline(line, lines[titleIndex].range) {
        removeCopy(index, bytes)
        continue
      }
      if readPublicationLine(index, bytes) { continue }
      body = body ?? line.lowerBound
      passed += 1
      let isOpening = readOpening(line, bytes)
      guard passed == 1, !isOpening, bytes.kind(of: line) == .prose, line.count <= Self.longestStandfirst else {
        if !isOpening { readLaterOpening(after: index, bytes) }
        break
      }
    }
    return body
  }

  /// Whether the line at `index` is the title; metadata has it then.
  private mutating func readTitle(_ index: Int, _ bytes: Span<UInt8>) -> Bool {
    let line = lines[index].range
    let next = index + 1 < lines.count ? lines[index + 1] : nil
    if let title = metadata.title {
      guard bytes.headlineText(line) == title else { return false }
      titleIndex = index
      return true
    }
    guard let next, isTitle(line, before: next, bytes) else { return false }
    titleIndex = index
    metadata.title = bytes.headlineText(line)
    if let glued = GluedDate(endOf: line, in: bytes), metadata.take(glued.date, as: "published") {
      metadata.title = bytes.headlineText(glued.words)
      lines[index].range = glued.words
      if options.dates == .take {
        titleTail = TextEdit(TextRange(glued.words.upperBound, line.upperBound), rule: "date")
      }
    }
    return true
  }

  private func isTitle(_ line: Range<Int>, before next: Line, _ bytes: Span<UInt8>) -> Bool {
    let isMarked = bytes[line.lowerBound] == UInt8(ascii: "#")
    let isUnderlined = next.lineFeedsBefore == 1 && bytes.isRule(next.range)
    if isMarked || isUnderlined { return !bytes.headlineText(line).isEmpty }
    guard bytes.kind(of: line) == .prose, PublicationLine(bytes, line)?.isTitleLike ?? true else { return false }
    if bytes.isSameHeadline(line, next.range), bytes.repeatsAsTitle(line) { return true }
    guard bytes.looksLikeHeadline(line) else { return false }
    // Without a blank line behind it a title is told by what follows: front matter, or a longer line that ends a
    // sentence.
    return next.lineFeedsBefore != 1 || PublicationLine(bytes, next.range) != nil
      || (next.range.count > line.count && bytes.endsSentence(next.range))
  }

  /// Removes a copy of the title: the one in capitals if the other has small letters, else the second.
  private mutating func removeCopy(_ index: Int, _ bytes: Span<UInt8>) {
    guard options.title == .once, let first = titleIndex else { return }
    let isShouted = bytes.kind(of: lines[first].range) == .prose && bytes.isShouted(lines[first].range)
    let isUnderlined = first + 1 < index && bytes.isRule(lines[first + 1].range)
    guard isShouted, !isUnderlined, !bytes.isShouted(lines[index].range) else {
      removals[index] = "title"
      return
    }
    removals[first] = "title"
    titleTail = nil
    titleIndex = index
    metadata.title = bytes.headlineText(lines[index].range)
  }

  private mutating func readPublicationLine(_ index: Int, _ bytes: Span<UInt8>) -> Bool {
    guard let line = PublicationLine(bytes, lines[index].range) else { return false }
    // `Normandy, 6 June 1944` is a title where there is no other.
    if line.place != nil, titleIndex == nil { return false }
    guard file(line) else { return false }
    removals[index] = removalRule(of: line)
    return true
  }

  /// The rule that takes a line out of the text; `nil` where the options keep it.
  private func removalRule(of line: PublicationLine) -> String? {
    let isDate = line.published != nil || line.updated != nil
    let keeps = (isDate && options.dates == .keep) || (line.byline != nil && options.bylines == .keep)
    return keeps ? nil : line.byline != nil ? "byline" : "date"
  }

  /// Puts what a line says into the metadata; `false`, and nothing is changed, where something else is there.
  private mutating func file(_ line: PublicationLine) -> Bool {
    var filed = metadata
    if let names = line.byline {
      if let own = ownByline, filed.byline == own {
        filed.byline = own == names ? own : "\(own), \(names)"
      } else {
        guard filed.byline ?? names == names else { return false }
        filed.byline = names
      }
    }
    for (key, date) in [("published", line.published), ("updated", line.updated)] {
      if let date, !filed.take(date, as: key) { return false }
    }
    if let place = line.place {
      guard filed.dateline ?? place == place else { return false }
      filed.dateline = place
    }
    if line.byline != nil { ownByline = filed.byline }
    metadata = filed
    return true
  }

  /// Reads a date or a dateline before the first sentence of a paragraph; whether there is one.
  private mutating func readOpening(_ line: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    if let glued = GluedDate(startOf: line, in: bytes), metadata.take(glued.date, as: "published") {
      if options.dates == .take {
        openings.append(TextEdit(TextRange(line.lowerBound, glued.words.lowerBound), rule: "date"))
      }
      return true
    }
    return readDateline(line, bytes)
  }

  private mutating func readLaterOpening(after index: Int, _ bytes: Span<UInt8>) {
    for line in lines.dropFirst(index + 1).prefix(max(0, Self.datelineReach.lines - index)) {
      if bytes.kind(of: line.range) == .prose, readDateline(line.range, bytes) { return }
    }
  }

  private mutating func readDateline(_ line: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    file(metadata.takeDateline(of: line, bytes), of: line)
  }

  /// Reads the place before one of the first paragraphs of a page. Where others begin as it does, it is a label.
  private mutating func readPageDateline(among paragraphs: [Range<Int>], _ bytes: Span<UInt8>) {
    let source = (text: sourceText, alignment: alignment)
    func endsSpan(_ offset: Int) -> Bool { Self.endsSpan(offset, in: source.text, source.alignment) }
    let found = paragraphs.indices.filter { Dateline(ofPage: bytes, paragraphs[$0], endsSpan: endsSpan) != nil }
    guard found.count == 1, found[0] < Self.datelineReach.paragraphsOfPage else { return }
    let paragraph = paragraphs[found[0]]
    _ = file(metadata.takeDateline(ofPage: paragraph, bytes, endsSpan: endsSpan), of: paragraph)
  }

  /// Takes a dateline out of the text; whether there is one.
  private mutating func file(_ dateline: Dateline?, of line: Range<Int>) -> Bool {
    guard let dateline else { return false }
    if options.datelines == .take {
      let prefix = TextRange(line.lowerBound, line.lowerBound + dateline.count)
      openings.append(TextEdit(prefix, rule: "dateline"))
    }
    return true
  }

  /// Whether what ends at `offset` of the text ends a `span` of the page, and no other element.
  private static func endsSpan(_ offset: Int, in source: String?, _ alignment: Alignment) -> Bool {
    guard let source, offset > 0, let end = alignment.sourceRange(of: TextRange(offset - 1, offset))?.end
    else { return false }
    let bytes = source.utf8.span
    let tag = "</span>".utf8
    return bytes.says(tag, at: end) && !bytes.says("</".utf8, at: end + tag.count)
  }

  // MARK: What goes

  /// The edits of the first lines, in order: each line that goes with a gap beside it, and wider gaps where the widest
  /// one went or a title has to have a blank line behind it.
  private mutating func makeEdits(_ bytes: Span<UInt8>) {
    var kept: Int?
    var widest = 0
    for (index, line) in lines.enumerated() {
      widest = max(widest, line.lineFeedsBefore)
      if let rule = removals[index] {
        let isFirst = kept == nil && index + 1 < lines.count
        let range =
          isFirst ? line.range.lowerBound..<lines[index + 1].range.lowerBound : line.gapStart..<line.range.upperBound
        edits.append(TextEdit(TextRange(range), rule: rule))
        continue
      }
      if let kept {
        let missing = max(widest, lineFeeds(behind: kept, before: index, bytes)) - line.lineFeedsBefore
        if missing > 0 {
          let breaks = String(repeating: "\n", count: missing)
          edits.append(TextEdit(TextRange(line.gapStart, line.gapStart), breaks, rule: "blank-lines"))
        }
      }
      kept = index
      widest = 0
    }
    if let titleTail { edits.append(titleTail) }
    edits += openings
    edits.sort { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
  }

  /// The line feeds that have to be between two lines: a title that stands in the text has a blank line behind it.
  private func lineFeeds(behind kept: Int, before next: Int, _ bytes: Span<UInt8>) -> Int {
    guard kept == titleIndex, options.title == .once, options.maximumBlankLines > 0,
      bytes.kind(of: lines[kept].range) == .prose, !bytes.isRule(lines[next].range)
    else { return 1 }
    return 2
  }

  // MARK: From the end

  /// Reads dates that stand alone behind the article, in what is left behind `body`.
  private mutating func readEnd(after body: Int, _ bytes: Span<UInt8>) {
    guard options.dates == .take else { return }
    var end = bytes.count
    var taken: [TextEdit] = []
    while let line = bytes.lastLine(before: end, after: body) {
      guard let found = PublicationLine(bytes, line.range), found.byline == nil, found.place == nil,
        found.isLabelled || (line.lineFeedsBefore > 1 && bytes.endsSentence(body..<line.gapStart)), file(found)
      else { break }
      taken.append(TextEdit(TextRange(line.gapStart, end), rule: "date"))
      end = line.gapStart
    }
    edits += taken.reversed()
  }
}

extension Metadata {
  /// Puts in a date; `false` where there is another.
  fileprivate mutating func take(_ date: PublicationDate, as key: String) -> Bool {
    guard self[key].map({ $0.hasPrefix(date.iso) }) ?? true else { return false }
    if self[key] == nil { self[key] = date.iso }
    return true
  }
}

extension PublicationLine {
  /// Whether the line may be a title all the same: a place with a date.
  fileprivate var isTitleLike: Bool { place != nil }
}

extension Span where Element == UInt8 {
  /// Whether a line that stands twice is a title for that: a short one of four words or more, or one like a headline.
  fileprivate func repeatsAsTitle(_ line: Range<Int>) -> Bool {
    guard line.count <= 300 else { return false }
    return looksLikeHeadline(line) || line.count { self[$0] == UInt8(ascii: " ") } >= 3
  }

  /// Whether the line has letters and none of them is small.
  fileprivate func isShouted(_ line: Range<Int>) -> Bool {
    line.contains { self[$0].isUpper } && !line.contains { self[$0].isLower }
  }

  /// The last line that ends at `end`, if another one stands before it and it begins after `start`.
  fileprivate func lastLine(before end: Int, after start: Int) -> Line? {
    var first = end
    while first > start, self[first - 1] != UInt8(ascii: "\n") { first -= 1 }
    var gap = first
    while gap > start, self[gap - 1] == UInt8(ascii: "\n") { gap -= 1 }
    guard gap > start, gap < first, first < end else { return nil }
    return Line(range: first..<end, lineFeedsBefore: first - gap, isIndented: false, gapStart: gap)
  }
}
