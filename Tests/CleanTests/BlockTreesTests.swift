import JSON
import Testing

@testable import CleanPlugin

@Suite struct BlockTreesTests {
  /// Two questions, the second below "at most" of the first.
  @Test(arguments: [(Float(1), Float(3), Float(-1)), (1, 4, 2), (1.5, 0, 0.5)])
  func aForestIsAskedFromTheRoot(first: Float, second: Float, answer: Float) {
    let forest = BlockForest("0<1 1<3 -1 2 0.5\n0.25")
    let row: [Float] = [first, second]
    #expect(forest.score(row.span) == answer + 0.25)
  }

  /// A teaser that is as likely as a paragraph stands among unlikely ones of its kind.
  @Test func contextTellsTheCompanyOfABlock() {
    let html = """
      <article><p>One paragraph.</p><p>And another one.</p></article>
      <ul><li class=teaser>First teaser.</li><li class=teaser>Second teaser.</li><li class=teaser>A third one.</li></ul>
      """
    let bytes = html.utf8.span
    let page = Page(bytes)
    let facts = ElementFacts(page, PageMeasures(page), bytes)
    let odds: [Float] = [2, 2, 2, -3, -9]
    let context = BlockContext(page, shapes: page.blocks.map { facts.shapes[$0.container] }, odds: odds)
    let rows = odds.indices.map { index in
      var row: [Float] = []
      context.add(index, to: &row)
      return row
    }
    #expect(Set(rows.map(\.count)) == [37])
    #expect(rows.joined().allSatisfy { $0.isFinite })
    // Itself, within bounds; three before and three behind it, where there is none a number below all odds.
    #expect(rows[0][..<7] == [2, -7, -7, -7, 2, 2, -3])
    #expect(rows[4][..<7] == [-6, 2, 2, -3, -7, -7, -7])
    // Alike blocks, one as another.
    #expect(rows[1][12] == 2)
    #expect(rows[2][12] == Float(-7) / 3)
    // The heaviest run is the first three.
    #expect(rows.map { $0[25] } == [0, 0, 0, 1, 2])
    #expect(rows[0][27] == 3)
  }

  /// What stands under a heading is as likely as the heading and the rest of it.
  @Test func contextTellsTheSectionOfABlock() {
    let html = "<p>Lead.</p><h2>Why</h2><p>Rust.</p><p>Rust.</p><h2>More</h2><p>Teaser.</p>"
    let page = Page(html.utf8.span)
    let odds: [Float] = [2, 1, 5, 3, -4, -4]
    let context = BlockContext(page, shapes: [UInt64](repeating: 0, count: 6), odds: odds)
    let rows = odds.indices.map { index in
      var row: [Float] = []
      context.add(index, to: &row)
      return row
    }
    #expect(rows.map { $0[31] } == [2, 1, 1, 1, -4, -4])
    #expect(Set(rows[1...3].map { $0[32] }).count == 1)
    #expect(1...5 ~= rows[1][32])
    #expect(rows.map { $0[32] }[4...] == [-4, -4])
    // The section before and the one behind, a number below all odds where there is none.
    #expect(rows[0][34] == -7 && rows[1][34] == 2 && rows[4][34] == rows[1][32])
    #expect(rows[0][35] == rows[1][32] && rows[1][35] == -4 && rows[5][35] == -7)
    // Of the likely the part beyond doubt: one of four.
    #expect(Set(rows.map { $0[36] }).count == 1)
    #expect(0.2...0.3 ~= rows[0][36])
  }

  /// Behind the first blocks those of a kind have one score, and where each is of its own kind all behind as many again.
  @Test func blocksOfALongPageShareTheirScores() {
    let paragraphs = (0..<12).map { "<p class=\($0.isMultiple(of: 2) ? "even" : "name\($0)")>Paragraph \($0).</p>" }
    let html = "<article>\(paragraphs.joined())</article>"
    let bytes = html.utf8.span
    let page = Page(bytes)
    let measures = PageMeasures(page)
    var features = BlockFeatures(page, measures, ElementFacts(page, measures, bytes), [:], body: nil, bytes)
    let all = BlockTrees.learned.scores(page, &features, bytes)
    let shared = BlockTrees.learned.scores(page, &features, bytes, mostBlocks: 4)
    #expect(Set(all).count > 8)
    // The last that was asked about is the fourth of its own kind behind these.
    #expect([4, 6, 8, 10].map { shared[$0] } == [Float](repeating: shared[2], count: 4))
    #expect(Set([5, 7, 9, 11].map { shared[$0] }).count == 4)
    let fewer = BlockTrees.learned.scores(page, &features, bytes, mostBlocks: 2)
    #expect(fewer[7] == fewer[6] && fewer[11] == fewer[6])
  }

  /// Nothing of a page is read beyond its ends.
  @Test(arguments: ["<p>word", "", "<p>a<p>b", "word"]) func smallPagesAreScored(html: String) {
    let bytes = html.utf8.span
    let page = Page(bytes)
    let measures = PageMeasures(page)
    var features = BlockFeatures(page, measures, ElementFacts(page, measures, bytes), [:], body: nil, bytes)
    let scores = BlockTrees.learned.scores(page, &features, bytes)
    #expect(scores.count == page.blocks.count)
    #expect(scores.allSatisfy { $0.isFinite })
  }
}
