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

  @Test func leavesOutWhatAPersonIsCalledBeforeTheName() throws {
    var document = Document(
      marked: "|Then Harbour Master Ida Rask closed the tide gates.| |Later Harbour Master Ida Rask left.|")
    document.entities = [TextRange(20, 28), TextRange(73, 81)].map {
      Entity(range: $0, label: .person, chain: 0, by: "test")
    }
    document.chains = [Chain(canonical: "Ida Rask", label: .person, mentions: [0, 1], by: "test")]
    for entity in document.entities ?? [] { #expect(document[entity.range] == "Ida Rask") }
    #expect(try phrases(document) == ["Ida Rask", "tide gates"])
  }

  @Test func takesANameInOneOrderOnly() throws {
    var document = Document(marked: "|Rask Ida wrote of the tide gates.| |The tide gates were drawn by Ida Rask.|")
    document.entities = [
      Entity(range: TextRange(0, 8), label: .person, chain: 0, by: "test"),
      Entity(range: TextRange(63, 71), label: .person, chain: 1, by: "test"),
    ]
    document.chains = [("Rask Ida", 0), ("Ida Rask", 1)].map {
      Chain(canonical: $0.0, label: .person, mentions: [$0.1], by: "test")
    }
    for entity in document.entities ?? [] { #expect(document[entity.range].contains("Ida")) }
    #expect(try phrases(document) == ["tide gates", "Rask Ida"])
  }

  @Test func leavesOutAGroupAloneThatTheTitleDoesNotName() throws {
    let text = "|The Danish ferry left.| |A Danish pilot waited.| |The Danish harbour was shut.|"
    for (marked, isThere) in [(text, false), ("# A Danish ferry\n" + text, true)] {
      var document = Document(marked: marked)
      var from = 0
      document.entities = []
      while let start = document.text.utf8.firstOffset(of: "Danish", from: from) {
        document.entities?.append(Entity(range: TextRange(start, start + 6), label: .norp, by: "test"))
        from = start + 6
      }
      #expect(try phrases(document).contains("Danish") == isThere)
    }
  }

  @Test func setsPhrasesBeforeSingleWordsThatComeOften() throws {
    let document = Document(
      marked: "|The salt marshes need growth.| |Growth of salt marshes is growth.| |The growth was slow growth.|")
    #expect(try phrases(document).first == "salt marshes")
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

extension String.UTF8View {
  /// The offset of the first `word` that begins at `from` or later.
  fileprivate func firstOffset(of word: String, from: Int) -> Int? {
    let bytes = Array(self)
    guard count >= word.utf8.count, from <= count - word.utf8.count else { return nil }
    return (from...count - word.utf8.count).first { bytes[$0..<$0 + word.utf8.count].elementsEqual(word.utf8) }
  }
}
