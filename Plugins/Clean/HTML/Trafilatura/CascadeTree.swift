/// The part of a page that the cascade has not taken out.
struct CascadeTree {
  /// By node: whether it is taken out, by itself or with an element around it.
  private(set) var isRemoved: [Bool]

  private let page: Page
  /// By element: sums over what is inside and still there.
  private var sums: [Sums]
  private var isDirty = true

  private typealias Sums = SIMD8<Int32>

  private enum Count {
    static let letters = 0, linkLetters = 1, links = 2, filledLinks = 3, shortLinks = 4, children = 5, listed = 6
  }

  /// Elements that go whatever they hold (`MANUALLY_CLEANED`).
  private static let cleaned: TagSet = [
    .aside, .embed, .footer, .head, .iframe, .menu, .object, .script, .applet, .audio, .canvas, .map, .picture, .svg,
    .video, .area, .button, .datalist, .dialog, .frame, .frameset, .fieldset, .link, .input, .label, .legend, .marquee,
    .math, .nav, .noscript, .optgroup, .option, .output, .param, .progress, .select, .source, .style, .track, .textarea,
    .time, .template, .title,
  ]
  private static let lists: TagSet = [.ul, .ol, .dl]
  private static let commented: TagSet = [.div, .ul, .ol, .section, .details]
  /// Elements that a name takes out.
  private static let named: TagSet = [.div, .li, .dd, .dt, .ul, .ol, .dl, .p, .section, .span, .details]

  init(_ page: Page) {
    self.page = page
    let nodes = page.tree.nodes
    isRemoved = [Bool](repeating: false, count: nodes.count)
    sums = [Sums](repeating: .zero, count: nodes.count)
    // A figure stays where a table is in it.
    var nextTable = Int.max
    for index in nodes.indices.reversed() {
      if nodes[index].tag == .table { nextTable = index }
      isRemoved[index] = nodes[index].tag == .figure && nextTable >= Int(nodes[index].end)
    }
    var index = 0
    while index < nodes.count {
      let tag = nodes[index].tag
      let isCommentary =
        Self.commented.contains(tag) && !page.hints[index].isDisjoint(with: [.comments, .comment])
      if Self.cleaned.contains(tag) || isCommentary || isRemoved[index] {
        remove(index)
        index = Int(nodes[index].end)
      } else {
        index += 1
      }
    }
    removeForms()
  }

  /// A form around most of the page is its frame; others go.
  private mutating func removeForms() {
    let nodes = page.tree.nodes
    guard nodes.contains(where: { $0.tag == .form }) else { return }
    let all = letters(in: nodes.indices)
    var index = 0
    while index < nodes.count {
      if nodes[index].tag == .form, !isRemoved[index] {
        let range = index..<Int(nodes[index].end)
        if letters(in: range) <= all / 2 { remove(index) }
        index = range.upperBound
      } else {
        index += 1
      }
    }
  }

  private func letters(in range: Range<Int>) -> Int32 {
    range.reduce(0) { isRemoved[$1] ? $0 : $0 &+ page.lengths[$1] }
  }

  private mutating func remove(_ index: Int) {
    for inside in index..<Int(page.tree.nodes[index].end) { isRemoved[inside] = true }
    isDirty = true
  }

  /// Characters in paragraphs of the whole page.
  func paragraphLetters() -> Int32 {
    var letters: Int32 = 0
    var index = 0
    while index < page.tree.nodes.count {
      let node = page.tree.nodes[index]
      guard node.tag == .p, !isRemoved[index] else {
        index += 1
        continue
      }
      letters &+= self.letters(in: index..<Int(node.end))
      index = Int(node.end)
    }
    return letters
  }

  // MARK: By names

  /// Takes out of the element at `frame` what its names and links tell to be no part of an article.
  mutating func prune(inside frame: Int, keepsTeasers: Bool) {
    isDirty = true
    pruneNamed(inside: frame)
    removeAll(inside: frame, Self.named) { $0.contains(.captionFrame) || (!keepsTeasers && $0.contains(.teaser)) }
    for _ in 0..<2 {
      pruneLinked([.div], inside: frame, backtracks: true)
      pruneLinked(Self.lists, inside: frame, backtracks: false)
      pruneLinked([.p], inside: frame, backtracks: false)
    }
    pruneTables(inside: frame)
  }

  /// Takes out what has the name of something else, unless that is nearly all.
  private mutating func pruneNamed(inside frame: Int) {
    count(in: frame)
    var found: [Int] = []
    var lost: Int32 = 0
    var index = frame + 1
    while index < Int(page.tree.nodes[frame].end) {
      let hints = page.hints[index]
      let isNamed = Self.named.contains(page.tree.nodes[index].tag) && hints.contains(.discarded)
      if !isRemoved[index], isNamed || hints.contains(.discardedAnywhere) || hints.contains(.invisible) {
        found.append(index)
        lost &+= sums[index][Count.letters]
        index = Int(page.tree.nodes[index].end)
      } else {
        index += 1
      }
    }
    let all = sums[frame][Count.letters]
    if all - lost > all / 7 { for index in found { remove(index) } }
  }

  private mutating func removeAll(inside frame: Int, _ tags: TagSet, where isUnwanted: (Hints) -> Bool) {
    for index in page.tree.inside(frame) where tags.contains(page.tree.nodes[index].tag) && !isRemoved[index] {
      if isUnwanted(page.hints[index]) { remove(index) }
    }
  }

  // MARK: By links

  /// Adds up what is inside the elements of `frame`, where something has changed.
  private mutating func count(in frame: Int) {
    guard isDirty else { return }
    isDirty = false
    let nodes = page.tree.nodes
    let range = frame..<Int(nodes[frame].end)
    for index in range { sums[index] = .zero }
    for index in range.reversed() where !isRemoved[index] {
      if nodes[index].tag == .text { sums[index][Count.letters] = page.lengths[index] }
      guard index > frame else { continue }
      sums[Int(nodes[index].parent)] &+= handedOn(index, nodes[index].tag)
    }
  }

  private func handedOn(_ index: Int, _ tag: Tag) -> Sums {
    var sum = sums[index]
    sum[Count.children] = tag == .text ? 0 : 1
    guard tag == .a else { return sum }
    let letters = sum[Count.letters]
    sum[Count.linkLetters] = letters
    sum[Count.links] &+= 1
    sum[Count.filledLinks] = letters > 0 ? 1 : 0
    sum[Count.shortLinks] = letters > 0 && letters < 10 ? 1 : 0
    let parent = Int(page.tree.nodes[index].parent)
    sum[Count.listed] = page.tree.nodes[parent].tag == .p ? 1 : 0
    return sum
  }

  private mutating func pruneLinked(_ tags: TagSet, inside frame: Int, backtracks: Bool) {
    count(in: frame)
    var found: [Int] = []
    let nodes = page.tree.nodes
    for index in page.tree.inside(frame) where tags.contains(nodes[index].tag) && !isRemoved[index] {
      let sum = sums[index]
      guard sum[Count.links] > 0 else { continue }
      let test = testLinks(index, sum)
      let isShort = backtracks && test.isShort && sum[Count.children] >= 3 && sum[Count.letters] < 100
      guard test.isUnwanted || isShort else { continue }
      let around = nodes[Int(nodes[index].parent)].tag
      if nodes[index].tag == .p, Self.cells.contains(around) { continue }
      found.append(index)
    }
    for index in found where !isRemoved[index] { remove(index) }
  }

  private static let cells: TagSet = [.li, .dd, .dt, .td, .th]

  /// Whether an element is made of links, and whether it is a short one that has some (`link_density_test`).
  private func testLinks(_ index: Int, _ sum: Sums) -> (isUnwanted: Bool, isShort: Bool) {
    let (letters, linkLetters) = (Int(sum[Count.letters]), Int(sum[Count.linkLetters]))
    if sum[Count.links] == 1, linkLetters > 100, linkLetters * 10 > letters * 9 { return (true, false) }
    let isLast = isLast(index)
    let limit = page.tree.nodes[index].tag == .p ? (isLast ? 60 : 30) : (isLast ? 300 : 100)
    let count = Int(sum[Count.filledLinks])
    if letters < limit {
      guard count > 0 else { return (true, false) }
      return (linkLetters * 5 > letters * 4 || (count > 1 && Int(sum[Count.shortLinks]) * 5 > count * 4), true)
    }
    let isFarm = sum[Count.links] > 4 && linkLetters * 10 > letters * 9 && linkLetters < 100 * count
    return (isFarm && sum[Count.listed] < sum[Count.links], false)
  }

  /// Whether no element follows in the one around it.
  private func isLast(_ index: Int) -> Bool {
    let nodes = page.tree.nodes
    guard nodes[index].parent >= 0 else { return true }
    let end = Int(nodes[Int(nodes[index].parent)].end)
    var next = Int(nodes[index].end)
    while next < end, nodes[next].tag == .text || isRemoved[next] { next = Int(nodes[next].end) }
    return next >= end
  }

  private mutating func pruneTables(inside frame: Int) {
    count(in: frame)
    for index in page.tree.inside(frame) where page.tree.nodes[index].tag == .table && !isRemoved[index] {
      let (letters, linkLetters) = (Int(sums[index][Count.letters]), Int(sums[index][Count.linkLetters]))
      guard letters >= 200 else { continue }
      if letters < 1000 ? linkLetters * 5 > letters * 4 : linkLetters * 2 > letters { remove(index) }
    }
  }
}
