/// The paragraphs that are headings for all but their element: bold from the first to the last word, and above text that is not.
///
/// Of newspapers' pages (`Benchmarks/extraction/fundus`) and half A 88 lines are such, four of which head nothing.
struct PageBoldHeadings {
  /// The first nodes of their blocks.
  private(set) var nodes: Set<Int> = []
  /// One below the deepest heading that the page has as such.
  private(set) var level = 2

  /// - Parameter taken: the blocks of the article, in order.
  init(among taken: [Int], of page: Page, _ bytes: Span<UInt8>) {
    let deepest = taken.map { Int(page.places[page.blocks[$0].container].headingLevel) }.max() ?? 0
    level = min(max(deepest + 1, 2), 6)
    var hasBegun = false
    for (index, next) in zip(taken, taken.dropFirst()) {
      let (block, below) = (page.blocks[index], page.blocks[next])
      if block.isProse, block.letters >= Self.leastProse { hasBegun = true }
      guard hasBegun, block.letters <= Self.mostLetters, block.linkLetters == 0, Self.isPlain(block, page),
        below.isProse, below.letters >= Self.leastProse, Self.isPlain(below, page), Self.isBold(block, page),
        !Self.isBold(below, page), Self.isHeading(page.words(of: block, bytes))
      else { continue }
      nodes.insert(block.nodes.lowerBound)
    }
  }

  private static let mostLetters = 90
  private static let leastProse = 60

  private static func isPlain(_ block: PageBlock, _ page: Page) -> Bool {
    let (tag, place) = (page.tree.nodes[block.container].tag, page.places[block.container])
    return (tag == .p || tag == .div) && place.headingLevel == 0 && place.item < 0 && place.cell < 0 && !place.isQuoted
      && place.code < 0
  }

  private static func isBold(_ block: PageBlock, _ page: Page) -> Bool {
    block.nodes.allSatisfy { index in
      let node = page.tree.nodes[index]
      guard node.tag != .br else { return false }
      return node.tag != .text || node.isBlank
        || page.ancestors(of: index).prefix(mostAround).prefix { $0 != block.container }.contains {
          page.tree.nodes[$0].tag == .b || page.tree.nodes[$0].tag == .strong
        }
    }
  }

  /// So many elements of formatting are around a word at most.
  private static let mostAround = 20

  /// Whether words begin with a capital, as far as their script has any, and are no sentence and no byline.
  private static func isHeading(_ words: String) -> Bool {
    guard let last = words.unicodeScalars.last(where: { !$0.properties.isWhitespace }), !ends.contains(last),
      let first = words.split(separator: " ").lazy.compactMap(\.unicodeScalars.first).first(
        where: \.properties.isAlphabetic)
    else { return false }
    return !first.properties.isLowercase && !words.utf8.contains(UInt8(ascii: "@"))
      && !isCredit(words)
  }

  /// Whether words tell who wrote what is below, where it is from or when, or whom they are written to.
  private static func isCredit(_ words: String) -> Bool {
    let lower = words.lowercased()
    if Byline.names(of: words[...]) != nil || openers.contains(where: lower.hasPrefix) { return true }
    let name =
      interviewers.first(where: lower.hasPrefix).map { words.dropFirst($0.count) }
      ?? (AuthorNames.hasOpener(words) ? AuthorNames.withoutOpener(words) : "")
    if Byline.isName(name.prefix { $0 != "," }) { return true }
    let style = DateStyle(isOfAnyLanguage: true)
    let line = DatedLine(words, style, isNamed: false)
    if line.updated != nil { return true }
    // A day alone is a heading of a chronicle.
    var tokens = LineTokens(words, dates: style)
    return line.published != nil && (tokens.date() == nil || !tokens.isAtEnd)
  }

  private static let interviewers = ["interview: ", "protokoll: "]
  private static let openers = [
    "source: ", "sources: ", "quelle: ", "quellen: ", "fuente: ", "fonte: ", "foto: ", "fotos: ", "photo: ", "photos: ",
    "bild: ", "©", "dear ", "sehr geehrte",
  ]

  private static let ends = Set(".,:;!?…。，：；！？।۔؟\"”»“)]".unicodeScalars)
}
