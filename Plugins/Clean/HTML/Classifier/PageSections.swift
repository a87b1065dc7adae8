/// What a reader of the page has passed before a block: headings, lines that announce other articles, dates.
struct PageSections {
  private let page: Page
  private let measures: PageMeasures
  private let title: Int?
  private var passed: [Passed] = []
  /// By node: how many `time` elements begin before it. Teasers have one each.
  private var times: [Int32] = [0]

  private struct Passed {
    /// Headings of the first level.
    var titles: Int32 = 0
    var heading: Int?
    /// Lines such as `More on this`.
    var announcements: Int32 = 0
    var announcement: Int?
  }

  /// An announcement has fewer characters.
  private static let longestAnnouncement = 60

  /// - Parameters:
  ///   - title: the block that is the title.
  ///   - marks: those of each block's line.
  init(_ page: Page, _ measures: PageMeasures, title: Int?, _ marks: [LineMarks]) {
    self.page = page
    self.measures = measures
    self.title = title
    for node in page.tree.nodes { times.append(times[times.count - 1] + (node.tag == .time ? 1 : 0)) }
    var passed = Passed()
    for (index, block) in page.blocks.enumerated() {
      self.passed.append(passed)
      if let level = page.tree.nodes[block.container].tag.headingLevel {
        passed.heading = index
        if level == 1 { passed.titles += 1 }
      }
      if block.letters < Self.longestAnnouncement, marks[index].contains(.related) {
        passed.announcements += 1
        passed.announcement = index
      }
    }
  }

  /// Adds the numbers of the block at `index` to `row`.
  func add(_ index: Int, to row: inout [Float]) {
    let before = passed[index]
    row.append(Float(min(20, before.titles)))
    row.append(Float(min(20, before.announcements - (title.map { passed[$0].announcements } ?? 0))))
    row.append(before.announcement.map { Float(min(50, index - $0)) } ?? -1)
    row.append(before.heading.map { Float(page.tree.nodes[page.blocks[$0].container].tag.headingLevel ?? 0) } ?? 0)
    row.append(before.heading.map { Float(min(50, index - $0)) } ?? -1)
    row.append(before.heading.map { Float(min(5000, measures.proseBefore[index] - measures.proseBefore[$0])) } ?? -1)
    var element = page.blocks[index].container
    row.append(title.map { Float(max(-20, min(20, times[element] - times[page.blocks[$0].container]))) } ?? -21)
    for _ in 0..<4 {
      row.append(Float(min(20, times[Int(page.tree.nodes[element].end)] - times[element])))
      let parent = Int(page.tree.nodes[element].parent)
      if parent >= 0 { element = parent }
    }
  }
}
