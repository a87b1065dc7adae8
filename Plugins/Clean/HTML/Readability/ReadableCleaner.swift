/// Takes out of the article's elements what Readability finds fishy (`_prepArticle`).
struct ReadableCleaner {
  let tree: ReadableTree
  /// By node of the tree: whether it is taken out, by itself or with an element around it.
  private(set) var isRemoved: [Bool]
  /// Characters that are left.
  private(set) var letters: Int32 = 0

  private let page: Page
  private let demands: Readability.Demands
  /// By node: sums over what is inside and still there.
  private var sums: [Sums]
  private var isInDataTable: [Bool]

  /// Counts of what is inside an element, in one vector so that adding them up is one instruction.
  private typealias Sums = SIMD16<Int32>

  private enum Count {
    static let letters = 0, commas = 1, linkLetters = 2, headingLetters = 3, listLetters = 4, textualLetters = 5
    static let paragraphs = 6, images = 7, items = 8, inputs = 9, dataTables = 10
  }

  init(_ page: Page, _ tree: ReadableTree, _ demands: Readability.Demands) {
    (self.page, self.tree, self.demands) = (page, tree, demands)
    isRemoved = [Bool](repeating: false, count: tree.nodes.count)
    isInDataTable = isRemoved
    sums = [Sums](repeating: .zero, count: tree.nodes.count)
  }

  private static let forms: TagSet = [.form, .fieldset]
  private static let unwanted: TagSet = [
    .object, .embed, .footer, .aside, .iframe, .input, .textarea, .select, .button, .link,
  ]
  private static let containers: TagSet = [.table, .ul, .div]
  private static let textual: TagSet = [
    .span, .font, .li, .td, .blockquote, .dl, .div, .img, .ol, .p, .pre, .table, .ul,
  ]

  mutating func clean(_ roots: [Int]) {
    for root in roots { markDataTables(in: root) }
    for root in roots { removeFishy(Self.forms, in: root) }
    for root in roots { removeUnwanted(in: root) }
    for root in roots { removeFishy(Self.containers, in: root) }
    for root in roots {
      for index in root..<Int(tree.nodes[root].end) where tree.nodes[index].tag == .text && !isRemoved[index] {
        letters &+= page.lengths[Int(tree.nodes[index].origin)]
      }
    }
  }

  // MARK: Tables

  private mutating func markDataTables(in root: Int) {
    var index = root
    while index < Int(tree.nodes[root].end) {
      if tree.nodes[index].tag == .table, isDataTable(index) {
        for inside in index..<Int(tree.nodes[index].end) { isInDataTable[inside] = true }
        index = Int(tree.nodes[index].end)
      } else {
        index += 1
      }
    }
  }

  private static let dataParts: TagSet = [.col, .colgroup, .tfoot, .thead, .th, .caption]

  /// Whether a table is no mere layout, by its parts and its size.
  private func isDataTable(_ table: Int) -> Bool {
    var (rows, columns, cells) = (0, 0, 0)
    for node in tree.nodes[(table + 1)..<Int(tree.nodes[table].end)] {
      if Self.dataParts.contains(node.tag) { return true }
      switch node.tag {
      case .table: return false
      case .tr: (rows, cells) = (rows + 1, 0)
      case .td:
        cells += 1
        columns = max(columns, cells)
      default: break
      }
    }
    return rows > 1 && columns > 1 && (rows >= 10 || columns > 4 || rows * columns > 10)
  }

  // MARK: Elements that go by what they are

  private mutating func removeUnwanted(in root: Int) {
    for index in root..<Int(tree.nodes[root].end) {
      let node = tree.nodes[index]
      if index > root, isRemoved[Int(node.parent)] { isRemoved[index] = true }
      guard !isRemoved[index], node.origin >= 0, node.tag != .text else { continue }
      let isShare = index > root && page.hints[Int(node.origin)].contains(.shareElement)
      let isLowHeading = (node.tag == .h1 || node.tag == .h2) && weight(index) < 0
      if Self.unwanted.contains(node.tag) || isLowHeading || (isShare && sums[index][Count.letters] < 500) {
        isRemoved[index] = true
      }
    }
  }

  private func weight(_ index: Int) -> Int { demands.weighsNames ? page.nameWeight(of: tree.nodes[index].origin) : 0 }

  // MARK: Elements that go by what is inside

  /// Takes out the fishy ones of `tags`, the inner ones first.
  private mutating func removeFishy(_ tags: TagSet, in root: Int) {
    let end = Int(tree.nodes[root].end)
    for index in root..<end { sums[index] = start(index) }
    for index in (root..<end).reversed() where !isRemoved[index] {
      let tag = tree.nodes[index].tag
      if demands.cleans, tags.contains(tag), isFishy(index) {
        isRemoved[index] = true
        continue
      }
      guard index > root else { continue }
      sums[Int(tree.nodes[index].parent)] &+= handedOn(index, tag)
    }
    for index in root + 1..<end where isRemoved[Int(tree.nodes[index].parent)] { isRemoved[index] = true }
  }

  private func start(_ index: Int) -> Sums {
    var own = Sums.zero
    let node = tree.nodes[index]
    if node.tag == .text {
      own[Count.letters] = page.lengths[Int(node.origin)]
      own[Count.commas] = page.commas[Int(node.origin)]
    }
    own[Count.dataTables] = node.tag == .table && isInDataTable[index] ? 1 : 0
    return own
  }

  /// What an element adds to the one around it: what is inside, and what it is itself.
  private func handedOn(_ index: Int, _ tag: Tag) -> Sums {
    var sum = sums[index]
    let letters = sum[Count.letters]
    switch tag {
    case .a: sum[Count.linkLetters] = letters &* tree.facts.linkWeights[Int(tree.nodes[index].origin)]
    case .h1, .h2, .h3, .h4, .h5, .h6: sum[Count.headingLetters] &+= letters
    case .ul, .ol: sum[Count.listLetters] &+= letters
    case .p: sum[Count.paragraphs] &+= 1
    case .img: sum[Count.images] &+= 1
    case .li: sum[Count.items] &+= 1
    case .input: sum[Count.inputs] &+= 1
    default: break
    }
    if Self.textual.contains(tag) { sum[Count.textualLetters] |= letters }
    return sum
  }

  private func isFishy(_ index: Int) -> Bool {
    let sum = sums[index]
    if isInDataTable[index] || sum[Count.dataTables] > 0 || isInside(index, .code) { return false }
    let weight = weight(index)
    if weight < 0 { return true }
    guard sum[Count.commas] < 10 else { return false }
    let letters = Double(sum[Count.letters])
    let linkDensity = ReadableFacts.linkDensity(sum[Count.linkLetters], of: sum[Count.letters])
    let isList = tree.nodes[index].tag == .ul || Double(sum[Count.listLetters]) > 0.9 * letters
    let isInFigure = isInside(index, .figure)
    let (paragraphs, images) = (sum[Count.paragraphs], sum[Count.images])
    if !isInFigure, images > 1, paragraphs * 2 < images { return true }
    if !isList, sum[Count.items] - 100 > paragraphs { return true }
    if sum[Count.inputs] > paragraphs / 3 { return true }
    if !isList, !isInFigure, Double(sum[Count.headingLetters]) < 0.9 * letters, letters < 25,
      images == 0 || images > 2, linkDensity > 0
    {
      return true
    }
    if linkDensity > 0.5 && weight >= 25 || !isList && linkDensity > 0.2 && weight < 25 { return true }
    return images == 0 && sum[Count.textualLetters] == 0
  }

  /// Whether one of the four elements around `index` is a `tag`.
  private func isInside(_ index: Int, _ tag: Tag) -> Bool {
    var element = Int(tree.nodes[index].parent)
    for _ in 0..<4 where element >= 0 {
      if tree.nodes[element].tag == tag { return true }
      element = Int(tree.nodes[element].parent)
    }
    return false
  }
}
