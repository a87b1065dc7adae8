import DocumentModel
import JSON
import StageTesting
import Testing

@testable import SummarizePlugin

@Suite struct KeyphraseTests {
  private func phrases(_ document: Document, _ options: JSONObject = [:]) throws -> [String] {
    (try run(SummarizeStage.self, with: options, on: document).keyphrases ?? []).map(\.text)
  }

  @Test func mergesByStemAndKeepsTheFirstSpelling() throws {
    let document = Document(
      marked: "|The missile⏎systems were tested.| |A missile system is costly.| |No one sold Missile Systems.|")
    #expect(try phrases(document).first == "missile systems")
    #expect(try phrases(document).count { $0.lowercased().hasPrefix("missile") } == 1)
  }

  @Test func boundsPhrasesByMarksAndFunctionWords() throws {
    let document = Document(
      marked:
        "|Sea walls, salt marshes and the tide gates held.| |Sea walls, salt marshes and the tide gates were old.|")
    #expect(Set(try phrases(document)) == ["Sea walls", "salt marshes", "tide gates"])
  }

  @Test func leavesOutNumbersAndDates() throws {
    let document = Document(
      marked: "|On Monday 12 May 2025 it rained 40 mm in May.| |In May 2025 and on Monday it was 12 or 40.|")
    #expect(try phrases(document).allSatisfy { !$0.contains("2025") && !$0.contains("May") && !$0.contains("Monday") })
  }

  @Test func takesNamesWholeFromTheChains() throws {
    var document = Document(
      marked: "|Talks of the Bank of Brask went on.| |The Bank of Brask lends.| |Its bank was closed.|")
    document.entities = [TextRange(13, 26), TextRange(40, 53)].map {
      Entity(range: $0, label: .org, chain: 0, by: "test")
    }
    document.chains = [Chain(canonical: "Bank of Brask", label: .org, mentions: [0, 1], by: "test")]
    let found = try phrases(document)
    #expect(found.first == "Bank of Brask")
    #expect(!found.contains("Brask") && !found.contains("Bank"))
  }

  @Test(arguments: 0..<20)
  func descendWithoutRepeats(seed: Int) throws {
    let keyphrases = try #require(
      try run(SummarizeStage.self, with: ["keyphrases": 25], on: .random(sentences: seed * 4, seed: UInt64(seed)))
        .keyphrases)
    #expect(keyphrases.count <= 25)
    #expect(zip(keyphrases, keyphrases.dropFirst()).allSatisfy { $0.score >= $1.score })
    #expect(Set(keyphrases.map(\.text)).count == keyphrases.count)
  }

  @Test func noneWereAskedFor() throws {
    #expect(try phrases(Document(marked: "|Sea walls and more sea walls.|"), ["keyphrases": 0]) == [])
  }
}
