import JSON
import Testing

@testable import CleanPlugin

/// What the classifier reads of a block's words and of the names around it.
@Suite struct BlockWordsTests {
  private func tokens(_ html: String) -> [TokenReader.Token] {
    let bytes = html.utf8.span
    let page = Page(bytes)
    var tokens: [TokenReader.Token] = []
    for block in page.blocks {
      page.readTokens(of: block, bytes) { token in
        tokens.append(token)
        return true
      }
    }
    return tokens
  }

  @Test(arguments: [
    ("a word in capitals", "Follow US", "follow us"),
    ("a word in two elements", "<b>F</b>ollow", "follow"),
    ("a break of line", "follow<br>us", "follow us"),
    ("a number by its length", "2026", "1999"),
    ("a reference to a letter", "&Uuml;ber 3 Br&#252;cken", "Über 3 Brücken"),
    ("a reference to a mark", "R&amp;D &mdash; more", "R&D — more"),
    ("a reference to a space", "follow&nbsp;us", "follow\u{A0}us"),
    ("a soft hyphen", "ferry\u{AD}man &shy;ferry&shy;man", "ferryman ferryman"),
    ("line ends", "follow\n\n  us", "follow us"),
  ])
  func alike(name: String, one: String, other: String) {
    #expect(tokens("<p>\(one)</p>").map(\.hash) == tokens("<p>\(other)</p>").map(\.hash))
  }

  @Test(arguments: [
    ("words and marks", "One, two.", [3, 0, 3, 0]),
    ("an ampersand", "R&D & more; less", [1, 0, 1, 0, 4, 0, 4]),
    ("quotation marks and a dash", "“One” – two", [0, 3, 0, 0, 3]),
    ("accents", "Über", [5]),
    ("East Asian characters, each by itself", "東京は", [3, 3, 3]),
    ("a number with its unit", "20km", [4]),
    ("nothing", " ", []),
  ])
  func lengths(name: String, text: String, lengths: [Int]) {
    #expect(tokens("<p>\(text)</p>").map(\.length) == lengths)
  }

  private func buckets(_ html: String) -> [[Int]] {
    let bytes = html.utf8.span
    let page = Page(bytes)
    var words = BlockWords()
    return page.blocks.map { block in
      words.read(block, of: page, bytes)
      return words.buckets
    }
  }

  @Test func wordsCountByThemselvesAndWithTheOneBefore() {
    let buckets = buckets("<p>Follow us</p><p>us follow</p><p>Follow us</p>")
    // The length, two words, these by the length, and the pair.
    #expect(buckets.map(\.count) == [6, 6, 6])
    #expect(buckets[0] == buckets[2])
    #expect(Set(buckets[0]).symmetricDifference(buckets[1]).count == 2)
    #expect(buckets.joined().allSatisfy { 0..<1 << BlockWords.bucketBits ~= $0 })
  }

  @Test func ofALongBlockTheBeginningIsRead() {
    let words = (0..<200).map { "word\($0)" }.joined(separator: " ")
    let buckets = buckets("<p>\(words)</p><p>\(words) and so on, to the end.</p>")
    #expect(buckets[0] == buckets[1])
    #expect(buckets[0].count == 1 + 32 + 31 + 8)
  }

  @Test func aBlockWithoutWordsHasItsLength() {
    #expect(buckets("<p>…</p>").map(\.count) == [3])
  }

  // Weights

  @Test func weightsAreReadAsTheyAreWritten() {
    let weights = HashedWeights(step: 0.5, "(Q\n[]{RPQ")
    let expected: [Float] = [-41, 0, 10, 11, 41, 1, -1, 0].map { $0 * 0.5 }
    #expect(expected.indices.map { weights.score([$0]) } == expected)
    #expect(weights.score([0, 0, 0, 0]) == -41)
    #expect(weights.score([]) == 0)
    #expect(weights.four(from: 4) == SIMD4(20.5, 0.5, -0.5, 0))
  }

  @Test func theWeightsThatShipFitTheBuckets() {
    #expect(HashedWeights.ofWords.count == 1 << BlockWords.bucketBits)
    #expect(HashedWeights.ofNames.count == 1 << ElementNames.bucketBits)
  }

  /// The sums that are kept by element are those over the names of all elements around a block.
  @Test func namesCountByHowFarOutTheyAre() {
    let html = """
      <body class="home single"><main id=main><div class="post-body postBody"><section><p class=lead>One.</p><ul><li>Two.</li>
      </ul></section></div><aside class="related-posts x2">Three.</aside></main>Four.
      """
    let bytes = html.utf8.span
    let page = Page(bytes)
    let names = ElementNames(page, PageMeasures(page), .ofNames, bytes)
    #expect(page.blocks.count == 4)
    for block in page.blocks {
      let buckets = ElementNames.buckets(of: block.container, page, bytes)
      #expect(abs(names.score(of: block.container) - HashedWeights.ofNames.score(buckets)) < 1e-4)
    }
  }

  @Test(arguments: [
    ("words in other writing", "postBody", "post-body", 2),
    ("capitals", "POST", "post", 2),
    ("numbers", "post-17", "post-4", 2),
    ("other words", "related", "article", 0),
  ])
  func namesHaveWordsInCommon(name: String, one: String, other: String, shared: Int) {
    func names(_ html: String) -> Set<Int> {
      let bytes = html.utf8.span
      let page = Page(bytes)
      return Set(page.blocks.flatMap { ElementNames.buckets(of: $0.container, page, bytes) })
    }
    let tags = names("<div>One.</div>")
    let common = names("<div class='\(one)'>One.</div>").intersection(names("<div class='\(other)'>One.</div>"))
    #expect(common.subtracting(tags).count == shared)
  }

  // Words in common

  private func shared(_ html: String, _ metadata: JSONObject = [:]) -> [[Float]] {
    let bytes = html.utf8.span
    let page = Page(bytes)
    let words = SharedWords(page, metadata, bytes)
    return page.blocks.indices.map { index in
      var row: [Float] = []
      words.add(index, to: &row)
      return row
    }
  }

  @Test func wordsOfTheMetadataAreFound() {
    let rows = shared(
      "<p>Bridge over the harbour</p><p>Ferries sail</p><p>By Anna Berg, Quay Times</p>",
      [
        "title": "Harbour bridge closed", "description": "Ferries replace buses", "byline": "Anna Berg",
        "site": "The Quay Times",
      ])
    // Of three words two (the article counts neither here nor there), of the title's three.
    #expect(rows[0][..<2] == [Float(2) / 3, Float(2) / 3])
    #expect(rows[1][..<4] == [0, 0, Float(1) / 2, Float(1) / 3])
    #expect(rows[2][2..<8] == [0, 0, Float(2) / 4, 1, Float(2) / 4, 1])
  }

  @Test func wordsThatComeBackInOtherParagraphsAreFound() {
    let long = """
      Ferries between northern islands carry passengers, vehicles, livestock, letters, parcels, timber, gravel, fuel.
      """
    let rows = shared("<p>\(long)</p><p>Ferries carry everything</p><p>Subscribe today</p>")
    #expect(rows[1][8] == Float(2) / 3)
    #expect(rows[2][8] == 0)
    // Its own words do not count.
    #expect(rows[0][8] == 0)
    // Those of no other block.
    #expect(rows[2][10] == 1)
    #expect(rows.map { $0[11] } == [13, 3, 2])
  }

  @Test(arguments: ["", "…", "word"]) func smallPages(text: String) {
    #expect(shared("<p>\(text)", ["title": .string(text)]).joined().allSatisfy { $0.isFinite })
  }
}
