import DocumentModel
import JSON
import StageTesting
import Testing

@testable import SectionSplitPlugin

@Suite struct HeadingTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String
    /// The headings with their levels; "1 (lead)" for the text before the first.
    var outline: [String]
    var title: String?

    init(_ name: String, _ text: String, _ outline: [String], title: String? = nil) {
      testDescription = name
      self.text = text
      self.outline = outline
      self.title = title
    }
  }

  /// A paragraph long enough to have a heading, for the cases below.
  static let prose = "The council met on Monday to hear what had become of the bridge, and heard little."

  static let found: [Case] = [
    Case("title case", "\(prose)\n\nWhat Comes Next\n\n\(prose)", ["1 (lead)", "1 What Comes Next"]),
    Case("sentence case", "\(prose)\n\nWhat comes next\n\n\(prose)", ["1 (lead)", "1 What comes next"]),
    Case("capitals", "\(prose)\n\nTHE PLAN\n\n\(prose)", ["1 (lead)", "1 THE PLAN"]),
    Case("one word", "\(prose)\n\nBackground\n\n\(prose)", ["1 (lead)", "1 Background"]),
    Case(
      "an acronym at the end", "\(prose)\n\nTalks With the U.S.\n\n\(prose)", ["1 (lead)", "1 Talks With the U.S."]),
    Case("a question in title case", "\(prose)\n\nWho Pays for It?\n\n\(prose)", ["1 (lead)", "1 Who Pays for It?"]),
    Case("above a list", "\(prose)\n\nDemands\n\n- bread\n- salt\n", ["1 (lead)", "1 Demands"]),
    Case("no blank lines at all", "\(prose)\nNext Steps\n\(prose)\n\(prose)", ["1 (lead)", "1 Next Steps"]),
    Case("underlined", "\(prose)\n\nFindings\n--------\n\n\(prose)", ["1 (lead)", "1 Findings"]),
    Case(
      "two underlines", "The Audit\n=========\n\n\(prose)\n\nFindings\n-----\n\(prose)\n\nMethod\n------\n\(prose)",
      ["1 The Audit", "2 Findings", "2 Method"]),
    Case(
      "Markdown", "# The Audit\n\n\(prose)\n\n## Findings ##\n\n\(prose)\n\n### Birds\n\(prose)\n## Method\n\(prose)",
      ["1 The Audit", "2 Findings", "3 Birds", "2 Method"]),
    Case(
      "Markdown levels that are skipped", "# The Audit\n\n#### Birds\n\n\(prose)\n\n## Method\n\n\(prose)",
      ["1 The Audit", "2 Birds", "2 Method"]),
    Case(
      "numbers", "1. Background\n\n\(prose)\n\n2. Findings\n\n2.1 Birds\n\n\(prose)\n\n2.2 Fish\n\n\(prose)",
      ["1 Background", "1 Findings", "2 Birds", "2 Fish"]),
    Case(
      "numbers without dots", "1 Background\n\n\(prose)\n\n2 Findings\n\n\(prose)", ["1 Background", "1 Findings"]),
    Case(
      "words that begin with a number", "\(prose)\n\n24 Hours in Rome\n\n\(prose)\n\n1 Dead in Storm\n\n\(prose)",
      ["1 (lead)", "1 24 Hours in Rome", "1 1 Dead in Storm"]),
    Case("Roman numbers", "I. Background\n\n\(prose)\n\nII. Findings\n\n\(prose)", ["1 Background", "1 Findings"]),
    Case(
      "numbers with a stop at the end", "\(prose)\n\n4. Discussion.\n\n\(prose)\n\n5. Conclusion.\n\n\(prose)",
      ["1 (lead)", "1 Discussion.", "1 Conclusion."]),
    Case("somebody's words", "\(prose)\n\n‘Never enough’\n\n\(prose)", ["1 (lead)", "1 ‘Never enough’"]),
    Case(
      "a time and what happened", "\(prose)\n\nUpdated at 8:00 p.m. -- Bridge Closed\n\n\(prose)",
      ["1 (lead)", "1 Updated at 8:00 p.m. -- Bridge Closed"]),
    Case(
      "long lines in capitals among short ones",
      "\(prose)\n\nPART ONE\n\n\(prose)\n\nTHE BRIDGE THAT WENT AND CAME BACK AGAIN\n\n\(prose)\n\nPART TWO\n\n\(prose)",
      ["1 (lead)", "1 PART ONE", "1 THE BRIDGE THAT WENT AND CAME BACK AGAIN", "1 PART TWO"]),
    Case("a year", "\(prose)\n\n2013\n\n\(prose)\n\n2014\n\n\(prose)", ["1 (lead)", "1 2013", "1 2014"]),
    Case(
      "numbers that count down", "\(prose)\n\n2) Salt Water\n\n\(prose)\n\n1) Bread\n\n\(prose)",
      ["1 (lead)", "1 Salt Water", "1 Bread"]),
    Case(
      "a byline and a day below it", "\(prose)\n\nA Bridge to Mars\n\nBy Dora Finch\n\nMay 5, 2026\n\n\(prose)",
      ["1 (lead)", "1 A Bridge to Mars"]),
    Case(
      "a remark below it", "\(prose)\n\nA Bridge to Mars\n\n(Photo: D. F.)\n\n\(prose)",
      ["1 (lead)", "1 A Bridge to Mars"]),
    Case(
      "a question between paragraphs", "\(prose)\n\nSo what comes next?\n\n\(prose)",
      ["1 (lead)", "1 So what comes next?"]),
    Case(
      "many words between paragraphs", "\(prose)\n\nFix the bridge before the winter, not after the flood\n\n\(prose)",
      ["1 (lead)", "1 Fix the bridge before the winter, not after the flood"]),
    Case(
      "a name below a longer heading", "\(prose)\n\nLearn more about the bridge\n\nThe Iron Gate\n\n\(prose)",
      ["1 (lead)", "1 Learn more about the bridge", "1 The Iron Gate"]),
    Case("a question in Spanish", "\(prose)\n\n¿Qué pasa ahora?\n\n\(prose)", ["1 (lead)", "1 ¿Qué pasa ahora?"]),
    Case(
      "numbered steps", "\(prose)\n\nStep 1: Preparation\n\n\(prose)\n\nStep 2: Fill the hole\n\n\(prose)",
      ["1 (lead)", "1 Step 1: Preparation", "1 Step 2: Fill the hole"]),
    Case(
      "a question among numbers", "\(prose)\n\n1. The Rust\n\n\(prose)\n\n2. Who pays?\n\n\(prose)",
      ["1 (lead)", "1 The Rust", "1 Who pays?"]),
    Case(
      "the first of its numbers above a subheading", "\(prose)\n\n1.1 The Rust\n\nWhat we know\n\n\(prose)",
      ["1 (lead)", "1 The Rust", "1 What we know"]),
    Case("a subheading", "\(prose)\n\nGet in\n\nBy plane\n\n\(prose)", ["1 (lead)", "1 Get in", "1 By plane"]),
    Case("a caption below it", "\(prose)\n\nHistory\n\nOld Town Hall at Noon\n\n\(prose)", ["1 (lead)", "1 History"]),
    Case(
      "a caption with a stop below it", "\(prose)\n\nHistory\n\nThe town hall.\n\n\(prose)", ["1 (lead)", "1 History"]),
    Case(
      "capitals above title case", "\(prose)\n\nPART ONE\n\n\(prose)\n\nThe Sea\n\n\(prose)\n\nPART TWO\n\n\(prose)",
      ["1 (lead)", "1 PART ONE", "2 The Sea", "1 PART TWO"]),
  ]

  static let titles: [Case] = [
    Case(
      "the title of the metadata", "Bridge closed, mayor says.\n\n\(prose)\n\nWhy Now\n\n\(prose)",
      ["1 Bridge closed, mayor says.", "2 Why Now"], title: "Bridge closed, mayor says."),
    Case(
      "with a mark before it", "# Bridge closed\n\n\(prose)\n\n# Why now\n\n\(prose)",
      ["1 Bridge closed", "2 Why now"],
      title: "Bridge closed"),
    Case(
      "with other spaces in it", "Bridge  closed\n\n\(prose)", ["1 Bridge  closed"], title: "Bridge closed "),
    Case(
      "numbers below the title", "Bridge closed\n\n\(prose)\n\n1. Why\n\n\(prose)\n\n1.1 Rust\n\n\(prose)",
      ["1 Bridge closed", "2 Why", "3 Rust"], title: "Bridge closed"),
    Case(
      "a title that is not in the text", "\(prose)\n\nWhy Now\n\n\(prose)", ["1 (lead)", "1 Why Now"],
      title: "Bridge closed"),
    Case(
      "a first line that looks it", "Town shuts its oldest bridge for good\n\n\(prose)\n\nWhy Now\n\n\(prose)",
      ["1 Town shuts its oldest bridge for good", "2 Why Now"]),
    Case(
      "a question", "Are There Bridges on Mars?\n\n\(prose)\n\nWhy Now\n\n\(prose)",
      ["1 Are There Bridges on Mars?", "2 Why Now"]),
    Case(
      "a number in the title", "12 senators leave the council\n\nDora Finch\n\n\(prose)",
      ["1 12 senators leave the council"], title: "12 senators leave the council"),
    Case(
      "a number in a first line that looks it", "60 Minutes on the Old Bridge\n\n\(prose)",
      ["1 60 Minutes on the Old Bridge"]),
    Case(
      "a title that is the first of the numbers", "1. Background\n\n\(prose)\n\n2. Findings\n\n\(prose)",
      ["1 Background", "1 Findings"], title: "1. Background"),
    Case("a title alone", "Bridge closed", ["1 Bridge closed"], title: "Bridge closed"),
  ]

  static let refused: [Case] = [
    Case("a sentence", "\(prose)\n\nNobody Came.\n\n\(prose)", ["1 (lead)"]),
    Case("the last line", "\(prose)\n\nThe End", ["1 (lead)"]),
    Case("a date", "\(prose)\n\nTuesday, 5 May 2026\n\n\(prose)", ["1 (lead)"]),
    Case("a byline", "By Maria Keller\n\n\(prose)", ["1 (lead)"]),
    Case("a quotation", "\(prose)\n\n“Never again, and not with me or with anybody else”\n\n\(prose)", ["1 (lead)"]),
    Case("a quotation among short lines", "Hello.\n\n“Never Again”\n\n\(prose)", ["1 (lead)"]),
    Case(
      "who is quoted", "“\(prose)”\n\nDora Finch, The Hale Times\n\n“\(prose)”\n\nPaul Kerr, Reuters\n\n\(prose)",
      ["1 (lead)"]),
    Case("a time", "\(prose)\n\nUpdated at 3:52 p.m. ET\n\n\(prose)", ["1 (lead)"]),
    Case(
      "another article's headline", "\(prose)\n\nMAYOR SAYS THE OLD BRIDGE WILL STAY SHUT\n\n\(prose)", ["1 (lead)"]),
    Case("a label", "\(prose)\n\nOpening Hours:\n\n\(prose)", ["1 (lead)"]),
    Case("a caption", "\(prose)\n\nFigure 3 The New Bridge\n\n\(prose)", ["1 (lead)"]),
    Case("a photo credit", "\(prose)\n\nPhoto: Maria Keller\n\n\(prose)", ["1 (lead)"]),
    Case("a label that points elsewhere", "\(prose)\n\nOpinion: The Bridge Is Ours\n\n\(prose)", ["1 (lead)"]),
    Case("two words that point elsewhere", "\(prose)\n\nFULL COVERAGE: THE BRIDGE\n\n\(prose)", ["1 (lead)"]),
    Case("who wrote it", "\(prose)\n\nBy: Dora Finch and Paul Kerr\n\n\(prose)", ["1 (lead)"]),
    Case("an address", "\(prose)\n\nNews@Example.org\n\n\(prose)", ["1 (lead)"]),
    Case("rows of a table", "\(prose)\n\nPoints\n\nHull 12\n\nLeeds 9\n\nYork 4\n\nBath 2", ["1 (lead)"]),
    Case("short answers", "\(prose)\n\nYes, Maybe --\n\nAnd Then?\n\nNo.\n\n\(prose)", ["1 (lead)"]),
    Case("a dateline", "\(prose)\n\nGENEVA —\n\n\(prose)", ["1 (lead)"]),
    Case("items of a list", "\(prose)\n\n1. Bread\n2. Salt\n3. Water\n\n\(prose)", ["1 (lead)"]),
    Case("items with lazy numbers", "\(prose)\n\n1. Bread\n1. Salt\n1. Water\n\n\(prose)", ["1 (lead)"]),
    Case("items that count down", "\(prose)\n\n3. Bread\n2. Salt\n1. Water\n\n\(prose)", ["1 (lead)"]),
    Case("items with gaps", "\(prose)\n\n1. Bread\n3. Salt\n5. Water\n\n\(prose)", ["1 (lead)"]),
    Case("items with notes", "\(prose)\n\n1. Bread\n(white)\n2. Salt\n(a pinch)\n\n\(prose)", ["1 (lead)"]),
    Case("items with items", "\(prose)\n\n1. Bread\n   - white\n2. Salt\n   - fine\n\n\(prose)", ["1 (lead)"]),
    Case("items of items", "\(prose)\n\n1. Bread\n1.1 White\n1.2 Rye\n2. Salt\n\n\(prose)", ["1 (lead)"]),
    Case("an item alone", "\(prose)\n\nThe plan has one point:\n\n1. Bread\n\n\(prose)", ["1 (lead)"]),
    Case("times of day", "\(prose)\n\n8.15 GMT\n\n\(prose)\n\n8.40 GMT\n\n\(prose)", ["1 (lead)"]),
    Case("an amount", "\(prose)\n\n1 1/2 cups stock\n\n\(prose)", ["1 (lead)"]),
    Case("a name and a year", "\(prose)\n\nThe Old Bridge\n\n1964\n\n\(prose)", ["1 (lead)"]),
    Case(
      "questions of an interview",
      Array(repeating: "\(prose)\n\nDid you wait?\n\n\(prose)\n\n", count: 4).joined(), ["1 (lead)"]),
    Case("items without marks", "It lists:\n\nBread\n\nSalt\n\nWater\n\n\(prose)", ["1 (lead)"]),
    Case("answers to choose from", "\(prose)\n\nA. Bread\n\nB. Salt\n\nC. Water\n\n\(prose)", ["1 (lead)"]),
    Case(
      "a caption that names who is beside it",
      "\(prose)\n\nDora Finch of Hale\n\nThe mayor, Dora Finch, said on Monday that the bridge would stay shut for a year.",
      ["1 (lead)"]),
    Case("a hashtag", "\(prose)\n\n#bridge\n\n\(prose)", ["1 (lead)"]),
    Case("a sentence with a line below it", "\(prose)\n\nNobody came to the bridge.\n-----\n\n\(prose)", ["1 (lead)"]),
    Case("columns with a line below them", "\(prose)\n\nName    Age\n-----------\nAnna    84", ["1 (lead)"]),
    Case("a rule with gaps", "\(prose)\n\nName Age\n----- ---\nAnna 84", ["1 (lead)"]),
    Case("a line across", "\(prose)\n\n-----\n\n\(prose)", ["1 (lead)"]),
    Case("more words than allowed", "\(prose)\n\nA B C D E F G H I J K L M\n\n\(prose)", ["1 (lead)"]),
    Case(
      "plain lines beside Markdown",
      "# A\n\n\(prose)\n\n## B\n\n\(prose)\n\nBread And Salt\n\n\(prose)\n\n## C\n\n\(prose)",
      ["1 A", "2 B", "2 C"]),
  ]

  /// Lines that may stand below the title of an article and head no section.
  static let belowTitle: [Case] =
    [
      "Dora Finch", "DORA FINCH", "Dora Finch, Senior Editor", "Dora Finch | Reuters", "The Associated Press",
      "Reuters",
      "Hale, England", "HALE", "Updated 3 hours ago", "Monday", "Opinion", "Von Maria Keller", "Par Marie Durand",
      "Our Foreign Staff",
    ].map { Case($0, "Bridge closed\n\n\($0)\n\n\(prose)\n\n\(prose)", ["1 Bridge closed"], title: "Bridge closed") }
    + [
      Case(
        "names below names", "Bridge closed\n\nDora Finch\n\nThe Hale Times\n\n\(prose)\n\nWhy Now\n\n\(prose)",
        ["1 Bridge closed", "2 Why Now"], title: "Bridge closed"),
      Case(
        "a section's name", "Bridge closed\n\nBackground\n\n\(prose)", ["1 Bridge closed", "2 Background"],
        title: "Bridge closed"),
      Case(
        "a phrase", "Bridge closed\n\nWhat we know\n\n\(prose)", ["1 Bridge closed", "2 What we know"],
        title: "Bridge closed"),
    ]

  static let labels: [Case] =
    [
      "Photo", "AD", "Image copyright Getty Images", "Photo by Dora Finch/", "Photo / by / Dora Finch |",
      "Dora Finch/Getty Images", "Dora Finch / AFP",
      "CLICK HERE TO GET THE APP",
      "Enlarge This toggle caption Dora Finch/NPR", "Sign up for our newsletter", "Reuters",
    ].map { Case($0, "\(prose)\n\n\($0)\n\n\(prose)", ["1 (lead)"]) } + [
      Case(
        "who speaks",
        Array(repeating: "DORA FINCH\n\n\(prose)\n\nPaul Kerr\n\n\(prose)", count: 3).joined(separator: "\n\n"),
        ["1 DORA FINCH"]),
      Case(
        "a subheading that stands twice",
        "\(prose)\n\nBy car\n\n\(prose)\n\nThe Old Town\n\n\(prose)\n\nBy car\n\n\(prose)",
        ["1 (lead)", "1 By car", "1 The Old Town", "1 By car"]),
    ]

  @Test(arguments: found + titles + refused + belowTitle + labels)
  func findsHeadings(_ item: Case) throws {
    let document = try run(
      SectionSplitStage.self, on: Document(text: item.text, metadata: Metadata(title: item.title)))
    #expect(outline(of: document) == item.outline)
  }

  @Test func hasNoSectionsWithoutText() throws {
    let document = try run(SectionSplitStage.self, on: " \n\n\t")
    #expect(document.sections == [])
    #expect(document.paragraphs == [])
    #expect(document.sentences == [])
  }

  @Test(arguments: [
    ("markdown", ["1 (lead)", "1 Marked"]), ("numbered", ["1 (lead)", "1 Numbered"]),
    ("capitals", ["1 (lead)", "1 CAPITALS"]), ("underlined", ["1 (lead)", "1 Underlined"]),
  ])
  func findsTheKindsThatAreAskedFor(kind: String, expected: [String]) throws {
    let text = """
      \(Self.prose)

      ## Marked

      \(Self.prose)

      1. Numbered

      \(Self.prose)

      CAPITALS

      \(Self.prose)

      Underlined
      ----------

      \(Self.prose)
      """
    let document = try run(SectionSplitStage.self, with: ["headings": [.string(kind)]], on: text)
    #expect(outline(of: document) == expected)
  }

  @Test func takesTheLongestHeadingAllowed() throws {
    let text = "\(Self.prose)\n\nThe Long Way Home\n\n\(Self.prose)"
    let three = try run(SectionSplitStage.self, with: ["maximum-heading-length": 3], on: text)
    let four = try run(SectionSplitStage.self, with: ["maximum-heading-length": 4], on: text)
    #expect(outline(of: three) == ["1 (lead)"])
    #expect(outline(of: four) == ["1 (lead)", "1 The Long Way Home"])
  }

  @Test func tellsRangesOfSections() throws {
    let text = "# A\n\nOne.\n\n## B\n\nTwo.\n\n# C\n"
    let sections = try #require(try run(SectionSplitStage.self, on: text).sections)
    #expect(sections.map(\.range) == [TextRange(0, 21), TextRange(11, 21), TextRange(23, 26)])
    #expect(sections.map(\.heading) == [TextRange(2, 3), TextRange(14, 15), TextRange(25, 26)])
    #expect(sections.map(\.body) == [TextRange(5, 9), TextRange(17, 21), TextRange(26, 26)])
    #expect(sections.map(\.parent) == [nil, 0, nil])
    #expect(sections.allSatisfy { $0.by == "section-split" })
  }

  private func outline(of document: Document) -> [String] {
    (document.sections ?? []).map { "\($0.level) \($0.heading.map { String(document[$0]) } ?? "(lead)")" }
  }
}

extension Metadata {
  fileprivate init(title: String?) {
    self.init()
    self.title = title
  }
}
