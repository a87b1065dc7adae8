internal import JSON
internal import StageKit

/// Tells which blocks of a page are its article.
///
/// Trees that were learned from pages (`Benchmarks/extraction/learn`) say how likely each block is a part of the article,
/// from its words and what they share with the metadata and other blocks, where it stands from the title, its neighbours and
/// what the elements around it are called. Where that leaves next to nothing, less likely blocks are taken, where nothing is likely the likeliest, and of a
/// page of a few words everything.
///
/// What the rules below bring was measured on 1,595 marked pages (`Benchmarks/extraction/labels.jsonl` and half A) with the
/// scores of trees that do not know the page: token F1 of the text, mean of the pages, and F1 of 4,127 headings.
struct ArticleFinder {
  /// By block: why it is left out; `nil` where it is part of the article.
  private(set) var rules: [DropRule?]

  private let page: Page
  private let facts: ElementFacts

  /// Fewer characters than this are hardly an article: text 0.9524 with 80, 0.9515 with 250.
  private static let leastLetters = 80
  /// A page of fewer characters is one of a few words.
  private static let fewLetters = 1000
  /// What to ask for, one after the other, where the article would be shorter: log-odds, of one to two, one to three and
  /// one to nine.
  private static let fallbacks: [Float] = [-0.7, -1.1, -2.2]

  /// - Parameters:
  ///   - metadata: what the page says of itself, as `PageMetadata` has it.
  ///   - body: the article's words as the page's JSON-LD has them.
  init(_ page: Page, _ metadata: JSONObject, body: ShingleSet?, _ bytes: Span<UInt8>, _ options: CleanOptions) {
    self.page = page
    let measures = PageMeasures(page)
    facts = ElementFacts(page, measures, bytes)
    rules = []
    var features = BlockFeatures(page, measures, facts, metadata, body: body, bytes)
    var scores = BlockTrees.learned.scores(page, &features, bytes)
    if options.extraction != .recall { doubtNotices(&scores, bytes) }
    shareScores(ofTables: &scores)
    if options.extraction == .balanced { doubtAsides(&scores, above: options.extraction.leastScore, bytes) }
    let reasons = page.blocks.map { DropRule(of: $0, in: page, facts) }
    let barred = page.blocks.indices.map { isBarred($0, reasons[$0], options) }
    choose(by: scores, reasons, barred, options)
    let taken = rules.indices.filter { rules[$0] == nil }
    for index in SecondCopy(among: taken, of: page, bytes).blocks { rules[index] = .copy }
    leaveOutTitle(metadata["title"]?.string, bytes, options)
    if let title = metadata["title"]?.string {
      if options.title != .keep {
        for index in TitleCopies(of: title, in: page, rules, bytes).blocks { rules[index] = .title }
      }
      if options.extraction != .recall { leaveOutNextArticle(behind: title, bytes) }
    }
    dropHeadingsOfBoxes(by: scores)
    dropLonelyHeadings(by: scores)
    if options.keepsComments { keepComments() }
    if !options.keepsTables { dropTables() }
  }

  /// Gives each block of a table of data the score of the table, so that no row loses a cell.
  private func shareScores(ofTables scores: inout [Float]) {
    var sums: [Int32: (score: Float, letters: Float)] = [:]
    func table(of index: Int) -> Int32? {
      let row = page.places[page.blocks[index].container].row
      return row >= 0 ? page.tree.nodes[Int(row)].parent : nil
    }
    for (index, block) in page.blocks.enumerated() {
      guard let table = table(of: index) else { continue }
      let letters = Float(block.letters + 1)
      let sum = sums[table] ?? (0, 0)
      sums[table] = (sum.score + scores[index] * letters, sum.letters + letters)
    }
    guard !sums.isEmpty else { return }
    for index in page.blocks.indices {
      if let table = table(of: index), let sum = sums[table] { scores[index] = sum.score / sum.letters }
    }
  }

  /// Gives up lines that begin like words beside an article ("Courtesy of", "Mitglied seit") unless they are likely: of 107 such
  /// lines of the marked pages 2 are part of it. Without the other rules half A's segments have F 0.9493 and 0.9522 with it, the
  /// text 0.9591 and 0.9594.
  private func doubtAsides(_ scores: inout [Float], above least: Float, _ bytes: Span<UInt8>) {
    for (index, block) in page.blocks.enumerated() where least..<Self.leastOfAsides ~= scores[index] {
      let isDoubted = scores[index] < Self.leastOfCaptions && isCaptionOfPicture(block)
      if isDoubted || isAside(block, bytes) { scores[index] = Self.oddsOfAsides }
    }
  }

  /// Whether a block is in a `figcaption`, and what that belongs to is not told in the text itself.
  private func isCaptionOfPicture(_ block: PageBlock) -> Bool {
    guard facts.tags[block.container].contains(.figcaption) else { return false }
    let figure = page.ancestors(of: block.nodes.lowerBound).first { page.tree.nodes[$0].tag == .figure }
    return figure.map { facts.innerTags[$0].isDisjoint(with: [.pre, .code, .table, .math]) } ?? true
  }

  private func isAside(_ block: PageBlock, _ bytes: Span<UInt8>) -> Bool {
    block.letters <= Self.longestAside
      && TailPhrases.isAside(page.loweredText(of: block, bytes, upTo: TailPhrases.longest))
  }

  private static let leastOfAsides: Float = 1.4
  /// Odds of one to one. Of newspapers' pages (`Benchmarks/extraction/fundus`) and half A 15 captions in a `figcaption` are
  /// likelier than one to two; the five that are not likelier than this are no part of the text.
  private static let leastOfCaptions: Float = 0
  private static let longestAside = 160
  private static let oddsOfAsides: Float = -3

  /// Gives up the labels of advertisements, and what asks before it shows something.
  private func doubtNotices(_ scores: inout [Float], _ bytes: Span<UInt8>) {
    for (index, block) in page.blocks.enumerated()
    where scores[index] > Self.oddsOfAsides && page.isNotice(block, bytes) { scores[index] = Self.oddsOfAsides }
  }

  private mutating func choose(by scores: [Float], _ reasons: [DropRule], _ barred: [Bool], _ options: CleanOptions) {
    func rules(above least: Float) -> (rules: [DropRule?], letters: Int) {
      var letters = 0
      let rules = page.blocks.indices.map { index -> DropRule? in
        guard scores[index] > least, !barred[index] else { return reasons[index] }
        letters += page.blocks[index].letters
        return nil
      }
      return (rules, letters)
    }
    var best = rules(above: options.extraction.leastScore)
    for least in Self.fallbacks where least < options.extraction.leastScore {
      guard best.letters < Self.leastLetters else { break }
      let more = rules(above: least)
      if more.letters > 2 * best.letters { best = more } else if more.letters >= Self.leastLetters { break }
    }
    if best.letters == 0 {
      best = rules(above: -.infinity)
      // Everything, down to the menus, is no article: text 0.952 and headings 0.927, 0.950 and 0.903 with it.
      let highest = page.blocks.indices.lazy.filter { !barred[$0] }.map { scores[$0] }.max() ?? 0
      if best.letters >= Self.fewLetters { best = rules(above: highest - 1) }
    }
    self.rules = best.rules
  }

  /// Whether a block is no part of the article, however much it reads like one.
  private func isBarred(_ index: Int, _ reason: DropRule, _ options: CleanOptions) -> Bool {
    let block = page.blocks[index]
    let tags = facts.smallTags[block.container]
    if isCaptioned(block) || page.isCaption(block) { return true }
    return reason == .hidden || tags.contains(.nav) || tags.contains(.footer)
      || (reason == .comments && !options.keepsComments)
  }

  /// Whether a block stands in an element that is called a caption. One with headings is a part of the article.
  private func isCaptioned(_ block: PageBlock) -> Bool {
    guard facts.smallHints[block.container].contains(.captioned) else { return false }
    let caption = page.ancestors(of: block.nodes.lowerBound).first { page.hints[$0].contains(.captioned) }
    return caption.map { facts.innerTags[$0].isDisjoint(with: Tag.headings) } ?? true
  }

  /// Leaves the page's title to the metadata, which have it from more places, or takes it into the text. A heading right
  /// before the text, in other words than the title, is one of the article.
  private mutating func leaveOutTitle(_ known: String?, _ bytes: Span<UInt8>, _ options: CleanOptions) {
    guard let first = rules.indices.first(where: { rules[$0] == nil && page.blocks[$0].isProse }),
      let title = rules[...first].indices.last(where: { isTitle($0) })
    else { return }
    if options.title == .keep {
      rules[title] = nil
    } else if known.map({ PageTitle.isAlike(page.words(of: page.blocks[title], bytes), $0) }) ?? true {
      rules[title] = .title
    } else if title + 1 == first, facts.tags[page.blocks[title].container].contains(.article) {
      rules[title] = nil
    }
  }

  /// Leaves out what scrolls in below the article.
  private mutating func leaveOutNextArticle(behind title: String, _ bytes: Span<UInt8>) {
    guard let start = NextArticle.start(behind: title, in: page, bytes) else { return }
    for (index, block) in page.blocks.enumerated() where rules[index] == nil && block.nodes.lowerBound >= start {
      rules[index] = .related
    }
  }

  private func isTitle(_ index: Int) -> Bool {
    let block = page.blocks[index]
    return page.tree.nodes[block.container].tag == .h1 && 5..<300 ~= block.letters && rules[index] != .hidden
  }

  /// Headings need better odds than this to be taken where their place speaks against them: of three to one. Headings
  /// 0.884 when none were taken there, 0.901 with all of them, 0.903 with these; the text 0.947, 0.950, 0.950.
  private static let leastOfLonelyHeadings: Float = 1

  /// Odds of seven to one. From three to one up to that, text (0.963), headings (0.936) and half A's segments (0.951) are the
  /// same; with none taken, headings have 0.931.
  private static let leastOfBoxHeadings: Float = 2

  /// Headings of elements of which nothing else is taken: a menu's, a box's.
  private mutating func dropHeadingsOfBoxes(by scores: [Float]) {
    for (index, block) in page.blocks.enumerated()
    where rules[index] == nil && scores[index] < Self.leastOfBoxHeadings {
      let heading = page.tree.nodes[block.container]
      guard let level = heading.tag.headingLevel, level > 1, heading.parent >= 0 else { continue }
      let end = Int(page.tree.nodes[Int(heading.parent)].end)
      // As far as something is taken, so that each block is looked at for one heading only.
      // What is hidden, such as a label to be read out, parts no heading from its text.
      let below = (index + 1..<page.blocks.count).first { rules[$0] != .hidden }
      let next = (index + 1..<page.blocks.count).first {
        rules[$0] == nil || (rules[$0] != .hidden && page.blocks[$0].nodes.lowerBound >= end)
      }
      let isOutside = next.map { page.blocks[$0].nodes.lowerBound >= end } ?? true
      if isOutside, let below, next != below { rules[index] = .outside }
    }
  }

  /// Headings at the end, and those right before a heading of the same or a higher level.
  private mutating func dropLonelyHeadings(by scores: [Float]) {
    var following: Int? = 0
    for (index, block) in page.blocks.enumerated().reversed() where rules[index] == nil {
      guard let level = page.tree.nodes[block.container].tag.headingLevel else {
        following = nil
        continue
      }
      if let below = following, level >= below, level > 1, scores[index] < Self.leastOfLonelyHeadings {
        rules[index] = .outside
      } else {
        following = level
      }
    }
  }

  /// Takes the prose of the page's comments, and the short paragraphs of what is one comment; no forms to write one.
  private mutating func keepComments() {
    for (index, block) in page.blocks.enumerated() where rules[index] != nil && rules[index] != .hidden {
      let (hints, tags) = (facts.hints[block.container], facts.tags[block.container])
      guard hints.contains(.comments), !tags.contains(.form), !tags.contains(.noscript) else { continue }
      if block.isProse || (hints.contains(.comment) && tags.contains(.p)) { rules[index] = nil }
    }
  }

  /// Leaves out the rows of tables, and the captions of tables that have any.
  private mutating func dropTables() {
    /// The tables, and the figures that they stand in.
    var captioned: Set<Int> = []
    for (index, block) in page.blocks.enumerated() where page.places[block.container].row >= 0 {
      rules[index] = .table
      guard let table = page.ancestors(of: block.nodes.lowerBound).first(where: { page.tree.nodes[$0].tag == .table })
      else { continue }
      captioned.insert(table)
      if let figure = page.ancestors(of: table).first(where: { page.tree.nodes[$0].tag == .figure }) {
        captioned.insert(figure)
      }
    }
    guard !captioned.isEmpty else { return }
    for (index, block) in page.blocks.enumerated() where rules[index] == nil {
      let around = page.ancestors(of: block.nodes.lowerBound)
      guard let caption = around.first(where: { [.caption, .figcaption].contains(page.tree.nodes[$0].tag) }) else {
        continue
      }
      let holder = page.ancestors(of: caption).first { [.table, .figure].contains(page.tree.nodes[$0].tag) }
      if let holder, captioned.contains(holder) { rules[index] = .table }
    }
  }
}

extension CleanOptions.Extraction {
  /// The log-odds that a block needs to be taken: of about four to one, one to two, and one to four.
  ///
  /// By trees that do not know the page, the text of the marked pages has 0.963 at one to two and 0.962 at two to three,
  /// their headings 0.936 and 0.934, half A's segments F 0.951 and 0.949.
  fileprivate var leastScore: Float {
    switch self {
    case .precision: 1.4
    case .balanced: -0.7
    case .recall: -1.4
    }
  }
}
