import DocumentModel
import JSON
import StageKit
import StageTesting
import Testing

@testable import SummarizePlugin

@Suite struct SummarizeStageTests {
  @Test func keepsItsPromises() throws {
    #expect(try brokenPromises(of: SummarizeStage.self, prepare: { $0.splitCrudely() }) == [])
    #expect(try brokenPromises(of: SummarizeStage.self, with: ["share": 0.5], prepare: { $0.splitCrudely() }) == [])
  }

  @Test func summarizesAnArticle() throws {
    let result = try run(SummarizeStage.self, on: ferry)
    #expect(
      result.summary?.text == """
        The night ferry between Vellmar and the island of Brask will sail again from May, the shipping line Norrsund \
        said on Monday. It had stopped four years ago, when the harbour of Brask lost its only deep berth in a storm. \
        A new berth was finished in the autumn at a cost of 31 million crowns.
        """)
    #expect(
      (result.keyphrases ?? []).map { "\($0.text) \($0.score)" } == [
        "night ferry 1.0", "shipping line 0.5283", "Brask 0.5047", "Norrsund 0.2", "Ilse Tamm 0.1902",
        "deep berth 0.1421", "Vellmar 0.1346", "regional fund 0.1238", "island 0.1", "Marit 0.0886",
      ])
  }

  @Test func withoutSentencesIsEmptyNotMissing() throws {
    let result = try run(SummarizeStage.self, on: Document(marked: "No sentence was found here"))
    #expect(result.summary == Summary(text: "", sentences: [], by: "summarize"))
    #expect(result.keyphrases == [])
  }

  @Test func takesAllOfFewerThanAsked() throws {
    let document = Document(marked: "|The ferry⏎  to the island is back.| |Tickets cost four crowns this summer.|")
    let summary = try #require(try run(SummarizeStage.self, with: ["sentences": 5], on: document).summary)
    #expect(summary.text == "The ferry to the island is back. Tickets cost four crowns this summer.")
    #expect(summary.sentences.map(\.range) == document.sentences?.map(\.range))
  }

  @Test(arguments: [(0.0, 0), (0.1, 1), (0.5, 5), (1.0, 9)])
  func sharesRoundUp(share: Double, count: Int) throws {
    let document = Document.random(sentences: 9, seed: 3)
    let summary = try run(SummarizeStage.self, with: ["share": .real(share)], on: document).summary
    #expect(summary?.sentences.count == count)
  }

  @Test(
    arguments: [
      (
        ["sentences": 2, "share": 0.2],
        "'share': 'sentences' is given too; a summary has one length, so leave one of them out"
      ),
      (["sentences": 0], "'sentences' is 0, but should be an integer from 1 to 100"),
      (["share": 1.5], "'share' is 1.5, but should be a number from 0 to 1"),
      (["keyphrase": 3], "unknown option 'keyphrase'; did you mean 'keyphrases'?"),
    ] as [(JSONObject, String)])
  func refusesOptions(_ options: JSONObject, message: String) throws {
    let error = #expect(throws: OptionErrors.self) { try SummarizeStage.readOptions(options) }
    #expect(error?.description == message)
  }

  @Test func leavesOutARepeatedSentence() throws {
    let document = Document(
      marked: """
        |The tunnel under the harbour will open in May, the city said.| |Two bridges carry all traffic now.|
        |THE TUNNEL under the harbour will open in May, the city said.| |A ticket will cost two crowns from the start.|
        """)
    let summary = try #require(try run(SummarizeStage.self, with: ["sentences": 4], on: document).summary)
    #expect(summary.sentences.count == 3)
    #expect(!summary.text.contains("THE TUNNEL"))
  }

  /// What stands under a picture, and what leans on the words before, is left to others.
  @Test(arguments: [
    "Mayor Anna Berg (left) and pilot Tom Lund stand before the harbour tunnel in May of this year.",
    "The harbour tunnel was opened by Mayor Anna Berg in May of this year. Photo: Harbour Office",
    "The harbour tunnel and the end of the road at the time of opening in May.| |Image: Anna Berg.",
    "Previously the harbour tunnel was shut by Mayor Anna Berg for all of the month of May.",
    "[The harbour tunnel] was a thing that Mayor Anna Berg had wanted for all of the year.",
  ])
  func passesOver(opening: String) throws {
    let document = Document(
      marked: """
        |\(opening)|
        |The harbour tunnel opened in May after Mayor Anna Berg had asked for it for a year.|
        |The old bridge over the harbour stays free of charge for all who walk.|
        """)
    let summary = try #require(try run(SummarizeStage.self, with: ["sentences": 1], on: document).summary)
    #expect(summary.text.hasPrefix("The harbour tunnel opened"))
  }

  /// What a sentence points back to has to stand in it, or in a name that it has.
  @Test(arguments: [
    ("these", "Lorries and coaches are kept out by those tolls of the port.", true),
    ("these, named before", "Tolls are dear, and those tolls keep lorries out of the port.", false),
    ("this year", "Lorries and coaches will this year have to wait for the port.", false),
    ("such as", "Heavy traffic such as lorries will have to wait for the port.", false),
    ("neither side", "In the end neither side gave way over the tolls of the port.", true),
    ("pronoun of nobody", "Despite their protests the tolls of the port rose by half.", true),
    ("pronoun of somebody named", "Despite her protests Anna Berg has paid the tolls of the port.", false),
    ("object", "The port has replaced it with a bridge for lorries.", true),
    ("subject within", "The port said it is glad of a bridge for lorries.", false),
    ("quoted", "Lorries wait: \"We cannot pay those tolls,\" the drivers of the port said.", false),
  ])
  func tellsWhatPointsBack(name: String, sentence: String, pointsBack: Bool) throws {
    var document = Document(marked: "|\(sentence)|")
    document.entities = document.ranges(of: "Anna Berg").map { Entity(range: $0, label: .person, by: "test") }
    document.quotations = document.ranges(of: "\"We cannot pay those tolls,\"").map {
      Quotation(range: $0, kind: .direct, by: "test")
    }
    var lexicon = Lexicon(language: "en")
    let words = DocumentWords(document, &lexicon)
    #expect(OpenReferences(words, document).pointsBack[0] == pointsBack, "\(name)")
  }

  @Test func tellsWhatHasBeenIntroduced() throws {
    let document = Document(
      marked: "|Somebody had left one letter at the port.| |It was long.| |The letter asked for lower tolls.|")
    var lexicon = Lexicon(language: "en")
    #expect(OpenReferences(DocumentWords(document, &lexicon), document).pointsBack[2])
    let other = Document(marked: "|Somebody had left the port.| |It was long.| |The letter asked for lower tolls.|")
    #expect(!OpenReferences(DocumentWords(other, &lexicon), other).pointsBack[2])
  }

  /// In a report what stands in the first person and in no marks is somebody else's, whose marks got lost.
  @Test func tellsTheFirstPersonInAReport() throws {
    let others = String(repeating: "|The ferries of the port will wait until June.| ", count: 9)
    let report = Document(marked: others + "|I was told that my ferry would wait.|")
    let letter = Document(marked: "|I wait at the port.| |I was told that my ferry would wait.|")
    var lexicon = Lexicon(language: "en")
    #expect(OpenReferences(DocumentWords(report, &lexicon), report).isInFirstPerson[9])
    #expect(!OpenReferences(DocumentWords(letter, &lexicon), letter).isInFirstPerson[1])
  }

  @Test func prefersANewFactToAVariant() throws {
    let document = Document(
      marked: """
        |The harbour tunnel will open in May after nine years of work.| |After nine years of work the harbour tunnel opens in May.|
        |Drivers of lorries will pay a toll of eleven crowns at either end.| |The old bridge stays free of charge for them.|
        """)
    let summary = try #require(try run(SummarizeStage.self, with: ["sentences": 2], on: document).summary)
    #expect(!summary.text.contains("After nine years"))
  }

  @Test(arguments: [
    ("pronoun", "It will open to lorries and to coaches from the first of June."),
    ("conjunction", "But lorries and coaches will have to wait until the first of June."),
    ("phrase", "For example, lorries and coaches will have to wait until the first of June."),
    ("question", "Will lorries and coaches have to wait until the first of June?"),
    ("colon", "Lorries and coaches will wait until June, for these reasons:"),
    ("these", "Lorries and coaches will have to wait for those reasons until the first of June."),
    ("neither side", "Lorries and coaches will have to wait for either side until the first of June."),
    ("open quotation", "\"Lorries and coaches will have to wait until the first of June."),
    ("short", "Lorries will wait."),
  ])
  func avoidsWhatCannotStandAlone(name: String, sentence: String) throws {
    let plain = "Lorries and coaches will have to wait until the first of June."
    let frame = "|Harbour tolls rise by half in spring, said the port.| |"
    let alone = try run(SummarizeStage.self, on: Document(marked: frame + sentence + "|")).summary
    let other = try run(SummarizeStage.self, on: Document(marked: frame + plain + "|")).summary
    let stage = try SummarizeStage(with: ["sentences": 1], resources: Resources())
    var both = Document(marked: "|\(sentence)| |\(plain)|")
    try stage.process(&both)
    #expect(both.summary?.text == plain, "\(name)")
    #expect(alone?.sentences.count == other?.sentences.count)
  }

  @Test func headingsAreNoSentences() throws {
    var document = Document(marked: "|Tolls on the harbour tunnel|\n|The city will ask lorries for eleven crowns.|")
    let heading = document.sentences?[0].range
    document.sections = [
      Section(range: document.textRange, level: 1, heading: heading, body: document.textRange, by: "test")
    ]
    let summary = try run(SummarizeStage.self, on: document).summary
    #expect(summary?.text == "The city will ask lorries for eleven crowns.")
  }

  private let ferry = Document(
    marked: """
      # Night ferry to Brask returns after four years
      |The night ferry between Vellmar and the island of Brask will sail again from May, the shipping line Norrsund said on Monday.| |It had stopped four years ago, when the harbour of Brask lost its only deep berth in a storm.|
      |A new berth was finished in the autumn at a cost of 31 million crowns.| |Most of that came from the regional fund.|
      |"We have waited for the night ferry longer than for any bridge," said Ilse Tamm, the mayor of Brask.| |Hotels on the island expect a third more guests.|
      - |Crossings: five a week|
      |The shipping line will use the Marit, a ship built in 1998 that burns half as much fuel since its engines were replaced.| |Norrsund has promised to keep the night ferry for at least six winters.|
      """)
}
