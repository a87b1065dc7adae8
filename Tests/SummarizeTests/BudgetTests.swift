import DocumentModel
import JSON
import StageKit
import StageTesting
import Testing

@testable import SummarizePlugin

@Suite struct BudgetTests {
  @Test(arguments: 1..<30) func keepsWithinWords(seed: Int) throws {
    let document = Document.random(sentences: 40, seed: UInt64(seed))
    let summary = try #require(try run(SummarizeStage.self, with: ["words": .integer(10 * seed)], on: document).summary)
    #expect(summary.text.split(separator: " ").count <= 10 * seed)
    #expect(!summary.sentences.isEmpty || seed < 3)
  }

  @Test(arguments: 1..<30) func keepsWithinCharacters(seed: Int) throws {
    let document = Document.random(sentences: 40, seed: UInt64(seed))
    let options: JSONObject = ["characters": .integer(80 * seed)]
    let summary = try #require(try run(SummarizeStage.self, with: options, on: document).summary)
    #expect(summary.text.unicodeScalars.count <= 80 * seed)
    #expect(!summary.sentences.isEmpty || seed < 3)
  }

  @Test func fillsTheLastCharacter() throws {
    let document = Document(marked: "|Ferries sail from Brask in May.| |Ships come later, in the autumn.|")
    let length = "Ferries sail from Brask in May. Ships come later, in the autumn.".unicodeScalars.count
    let whole = try run(SummarizeStage.self, with: ["characters": .integer(length)], on: document).summary
    #expect(whole?.sentences.count == 2)
    let less = try run(SummarizeStage.self, with: ["characters": .integer(length - 1)], on: document).summary
    #expect(less?.sentences.count == 1)
  }

  @Test func isEmptyWhereNothingFits() throws {
    let document = Document(marked: "|Ferries sail from Brask in May.|")
    #expect(try run(SummarizeStage.self, with: ["words": 2], on: document).summary?.text == "")
  }

  @Test func refusesTwoLengths() {
    #expect(throws: OptionErrors.self) { try SummarizeStage.readOptions(["words": 20, "characters": 90]) }
    #expect(throws: OptionErrors.self) { try SummarizeStage.readOptions(["sentences": 2, "words": 20]) }
  }
}
