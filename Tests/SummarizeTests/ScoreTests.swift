import DocumentModel
import JSON
import StageTesting
import Testing

@testable import SummarizePlugin

@Suite struct ScoreTests {
  private let names = ["position", "opening", "centrality", "title", "entities", "quotation", "length", "standing"]

  @Test(arguments: 1..<12) func everyChoiceSaysItsScores(seed: Int) throws {
    let document = Document.random(sentences: 3 * seed, seed: UInt64(seed))
    for choice in try run(SummarizeStage.self, on: document).summary?.sentences ?? [] {
      let scores = try #require(choice.extra["scores"]?.object)
      #expect(scores.keys == names)
      for name in names { #expect((0...1).contains(scores[name]?.number ?? -1), "\(name)") }
    }
  }

  @Test func styleSaysWhatCounts() throws {
    let document = Document.random(sentences: 120, seed: 3)
    let styles = ["auto", "lead", "covering"]
    let texts = try styles.map { style in
      try run(SummarizeStage.self, with: ["style": .string(style)], on: document).summary?.sentences.map(\.score)
    }
    #expect(texts[0] == texts[2], "a long text is a report")
    #expect(texts[0] != texts[1])
  }

  @Test func namesAndQuotationsCount() throws {
    var document = Document(marked: "|Ferries sail from Brask in May.| |\"It is time,\" said Ilse Tamm.|")
    document.entities = [Entity(range: TextRange(54, 63), label: .person, chain: 0, by: "test")]
    document.chains = [Chain(canonical: "Ilse Tamm", label: .person, mentions: [0], by: "test")]
    document.quotations = [
      Quotation(range: TextRange(32, 45), source: TextRange(51, 60), kind: .direct, by: "test")
    ]
    let choices = try run(SummarizeStage.self, on: document).summary?.sentences ?? []
    let scores = choices.map { $0.extra["scores"]?.object }
    #expect(scores.first??["quotation"] == .real(0))
    #expect((scores.last??["quotation"]?.number ?? 0) > 0.3)
  }

  /// A sentence that goes on with somebody's words is not taken before the one that says whose they are.
  @Test func whatSomebodyElseSaysNeedsWhoSaysIt() throws {
    var document = Document(
      marked:
        "|\"The ferries will sail in May,\" said the port.| |\"Ferries sail from Brask to all the other islands.\"|")
    document.quotations = [
      Quotation(range: TextRange(0, 31), source: TextRange(37, 45), kind: .direct, by: "test"),
      Quotation(range: TextRange(47, 98), source: TextRange(37, 45), kind: .direct, by: "test"),
    ]
    let summary = try run(SummarizeStage.self, with: ["sentences": 1], on: document).summary
    #expect(summary?.text == "\"The ferries will sail in May,\" said the port.")
  }

  @Test(arguments: [
    ("the title", "# Night ferry returns\n|The night ferry to Brask sails again from May.|", "Night ferry returns"),
    (
      "the sentence", "|The night ferry to Brask sails again from May.|",
      "The night ferry to Brask sails again from May."
    ),
    (
      "a long sentence at its last clause in reach",
      "|The night ferry to Brask, which stopped four years ago, will sail again from May, the shipping line Norrsund said on Monday in Vellmar.|",
      "The night ferry to Brask, which stopped four years ago, will sail again from May…"
    ),
    (
      "one without clauses before a word of grammar",
      "|The night ferry between Vellmar and the island of Brask will sail again from the second of May until the end of the following winter.|",
      "The night ferry between Vellmar and the island of Brask will sail again from the second of May until the end…"
    ),
    (
      "not within a quotation",
      "|Norrsund wrote on Monday to all in Vellmar that \"the ferry will sail again, from the second of May, until the end of the winter\".|",
      "Norrsund wrote on Monday to all in Vellmar…"
    ),
  ])
  func digestIsOneLine(name: String, marked: String, line: String) throws {
    let summary = try run(SummarizeStage.self, on: Document(marked: marked)).summary
    #expect(summary?.extra["digest"] == .string(line), "\(name)")
  }

  @Test func nothingHasNoDigest() throws {
    #expect(try run(SummarizeStage.self, on: Document(marked: "")).summary?.extra["digest"] == nil)
  }
}
