internal import JSON
internal import TextBytes

/// What the classifier sees of the blocks of a page: a row of numbers each, the same in learning and in use.
struct BlockFeatures {
  /// The row of the block that was read last.
  private(set) var values: [Float] = []

  private let page: Page
  private let measures: PageMeasures
  private let facts: ElementFacts
  private let body: ShingleSet?
  private let readability: Readability
  private let cascade: Cascade
  private let shared: SharedWords
  private let names: ElementNames
  private let anchors: PageAnchors
  /// By block.
  private let marks: [LineMarks]
  private let sections: PageSections
  private var words = BlockWords()
  private var shapeCounts: [UInt64: Shape] = [:]
  private var firstHeading: Int?
  /// The first and the last block inside the roots.
  private var rooted = 0..<0
  /// How often each short text stands on the page.
  private var texts: [UInt64: Int] = [:]
  private var textKeys: [UInt64] = []

  private struct Shape {
    var count: Int32 = 0
    var letters: Int32 = 0
    var linkLetters: Int32 = 0
    var prose: Int32 = 0
  }

  /// - Parameters:
  ///   - metadata: what the page says of itself, as `PageMetadata` has it.
  ///   - body: the article's words as the page's JSON-LD has them.
  init(
    _ page: Page, _ measures: PageMeasures, _ facts: ElementFacts, _ metadata: JSONObject, body: ShingleSet?,
    _ bytes: Span<UInt8>
  ) {
    self.page = page
    self.measures = measures
    self.body = body
    readability = Readability(page, bytes)
    cascade = Cascade(page, bytes)
    self.facts = facts
    shared = SharedWords(page, metadata, bytes)
    names = ElementNames(page, measures, .ofNames, bytes)
    anchors = PageAnchors(page, measures, shared)
    marks = page.blocks.map { LineMarks(of: $0, in: page, bytes) }
    sections = PageSections(page, measures, title: anchors.title, marks)
    survey(bytes)
  }

  /// A number that blocks of the same tags and classes have in common.
  func shape(of index: Int) -> UInt64 { facts.shapes[page.blocks[index].container] }

  /// Reads the block at `index` into `values`.
  mutating func read(_ index: Int, _ bytes: Span<UInt8>) {
    let block = page.blocks[index]
    values.removeAll(keepingCapacity: true)
    addWords(of: block, marks[index])
    addPosition(index)
    for offset in [-2, -1, 1, 2] { addNeighbour(index + offset) }
    addWindow(index)
    addSurroundings(of: block)
    addShape(of: block)
    add(isRooted(block))
    add(min(texts[textKeys[index]] ?? 1, 20))
    add(body.map { Float($0.share(of: block, in: page, bytes)) } ?? -1)
    addBits(facts.hints[block.container].rawValue, Hints.count)
    addBits(facts.smallHints[block.container].rawValue, Hints.count)
    addBits(page.hints[block.container].rawValue, Hints.count)
    for tag in Self.tags { add(facts.tags[block.container].contains(tag)) }
    for tag in Self.tags { add(facts.smallTags[block.container].contains(tag)) }
    add(page.share(of: block, in: readability.isKept))
    add(page.share(of: block, in: cascade.isKept))
    shared.add(index, to: &values)
    anchors.add(index, to: &values)
    sections.add(index, to: &values)
    words.read(block, of: page, bytes)
    values.append(HashedWeights.ofWords.score(words.buckets))
    values.append(names.score(of: block.container))
  }

  private mutating func survey(_ bytes: Span<UInt8>) {
    var first: Int?
    var last = 0
    for (index, block) in page.blocks.enumerated() {
      let own = measures.proseBefore[index + 1] &- measures.proseBefore[index]
      var shape = shapeCounts[facts.shapes[block.container]] ?? Shape()
      shape.count += 1
      shape.letters &+= Int32(clamping: block.letters)
      shape.linkLetters &+= Int32(clamping: block.linkLetters)
      shape.prose &+= own
      shapeCounts[facts.shapes[block.container]] = shape
      let key = page.textKey(of: block, bytes)
      textKeys.append(key)
      texts[key, default: 0] += 1
      if isRooted(block) {
        first = first ?? index
        last = index + 1
      }
      if firstHeading == nil, page.tree.nodes[block.container].tag == .h1 { firstHeading = index }
    }
    rooted = (first ?? 0)..<last
  }

  private mutating func add(_ value: Float) { values.append(value) }
  private mutating func add(_ value: Int) { values.append(Float(value)) }
  private mutating func add(_ value: Bool) { values.append(value ? 1 : 0) }

  /// The elements around a block that tell something.
  private static let tags: [Tag] = [
    .nav, .aside, .footer, .header, .form, .figure, .figcaption, .li, .ul, .ol, .table, .td, .article, .main, .section,
    .blockquote, .dl, .noscript, .details, .a, .pre, .p, .address,
  ]

  /// Whether Readability looks for the article there.
  private func isRooted(_ block: PageBlock) -> Bool {
    block.nodes.contains { page.lengths[$0] > 0 && readability.isInside[$0] }
  }

  private mutating func addWords(of block: PageBlock, _ marks: LineMarks) {
    let letters = max(1, Float(block.letters))
    let words = max(1, Float(block.words))
    add(min(block.letters, 3000))
    add(Float(block.linkDensity))
    add(min(block.commas, 40))
    add(block.endsSentence)
    add(min(block.letters - block.linkLetters, 3000))
    add(letters / words)
    add(Float(block.smallWords) / words)
    add(Float(block.digits) / letters)
    add(block.isProse)
    add(Self.kind(of: page.tree.nodes[block.container].tag))
    add(marks.contains(.related) ? 1 : marks.contains(.service) ? 2 : 0)
    add(marks.contains(.colonAtEnd))
    add(marks.contains(.bar))
    add(marks.contains(.digitAtStart))
    add(marks.contains(.copyright))
  }

  private static func kind(of tag: Tag) -> Int {
    switch tag {
    case .p: 1
    case .h1, .h2, .h3, .h4, .h5, .h6: 1 + (tag.headingLevel ?? 1)
    case .li: 8
    case .td, .th: 9
    case .blockquote: 10
    case .div: 11
    case .pre: 12
    case .figcaption, .figure: 13
    case .dt, .dd: 14
    case .section, .article, .main: 15
    default: 0
    }
  }

  private mutating func addPosition(_ index: Int) {
    let count = page.blocks.count
    let all = measures.proseBefore[count]
    add(Float(index) / Float(count))
    add(min(count, 1000))
    add(measures.proseBefore[index].share(of: all))
    add(Float(min(all, 30_000)))
    add(firstHeading.map { max(-50, min(200, index - $0)) } ?? -99)
    add(max(-100, min(100, index - rooted.lowerBound)))
    add(max(-100, min(100, rooted.upperBound - index)))
  }

  private mutating func addNeighbour(_ index: Int) {
    guard page.blocks.indices.contains(index) else {
      for _ in 0..<5 { add(-1) }
      return
    }
    let block = page.blocks[index]
    add(min(block.letters, 3000))
    add(Float(block.linkDensity))
    add(block.isProse)
    add(Self.kind(of: page.tree.nodes[block.container].tag))
    add(block.endsSentence)
  }

  private mutating func addWindow(_ index: Int) {
    for reach in [3, 8] {
      let before = max(0, index - reach)
      let after = min(page.blocks.count, index + reach + 1)
      add(Float(min(5000, measures.proseBefore[index] - measures.proseBefore[before])))
      add(Float(min(5000, measures.proseBefore[after] - measures.proseBefore[index + 1])))
    }
  }

  /// The elements around the block, each by its part of the page's prose, its links, its blocks.
  private mutating func addSurroundings(of block: PageBlock) {
    let nodes = page.tree.nodes
    add(Int(facts.depths[block.container]))
    var element = block.container
    for _ in 0..<5 {
      let parent = Int(nodes[element].parent)
      if parent >= 0 { element = parent }
      add(measures.prose[element].share(of: measures.prose[0]))
      add(Float(measures.linkDensity(element)))
      add(Float(min(500, measures.blocks[element])))
      add(Int(min(20, facts.images[element])))
      add(measures.prose[element].share(of: measures.letters[element]))
    }
    // The innermost element with most of the page's prose, and how far out it is.
    var steps = 0
    element = block.container
    while element > 0, steps < 20, measures.prose[element] &* 2 < measures.prose[0] {
      element = Int(nodes[element].parent)
      steps += 1
      if element < 0 { break }
    }
    add(min(steps, 20))
    add(element >= 0 ? Float(measures.linkDensity(element)) : 0)
    add(element >= 0 ? Int(facts.depths[element]) : 0)
  }

  private mutating func addShape(of block: PageBlock) {
    let shape = shapeCounts[facts.shapes[block.container]] ?? Shape()
    add(Float(min(shape.count, 500)))
    add(Float(shape.letters) / Float(max(1, shape.count)))
    add(shape.linkLetters.share(of: shape.letters))
    add(shape.prose.share(of: measures.prose[0]))
  }

  private mutating func addBits(_ bits: UInt64, _ count: Int) {
    for bit in 0..<count { add(bits >> UInt64(bit) & 1 == 1) }
  }
}
