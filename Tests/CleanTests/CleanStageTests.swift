import DocumentModel
import JSON
import StageKit
import StageTesting
import Testing

@testable import CleanPlugin

@Suite struct CleanStageTests {
  @Test(arguments: CleanPropertyTests.options) func keepsItsPromises(_ options: JSONObject) throws {
    #expect(try brokenPromises(of: CleanStage.self, with: options) == [])
    let fuzzed = (0..<60).map { Document(id: "pieces \($0)", text: FuzzedTexts.pieces(seed: $0)) }
    #expect(try brokenPromises(of: CleanStage.self, with: options, on: fuzzed) == [])
  }

  @Test func leavesCleanTextAlone() throws {
    let text = "Ferry Line Opens\n\nThe ferry line opened on Monday.\n\n- bread\n- milk"
    let document = try run(CleanStage.self, on: text)
    #expect(document.text == text)
    #expect(document.alignment.isIdentity)
    #expect(document.diagnostics.isEmpty)
  }

  @Test func declaresItsOptions() {
    let keys = [
      "maximum-blank-lines", "normalize", "mojibake", "unwrap", "dehyphenate", "title", "bylines", "dates", "datelines",
      "extract",
      "tables", "links", "comments", "boilerplate", "boilerplate-files",
    ]
    #expect(CleanStage.options.map(\.key) == keys)
    #expect(CleanStage.options.allSatisfy { !$0.help.isEmpty && $0.defaultValue != nil })
    #expect(throws: OptionErrors.self) { try CleanStage(with: ["unwrap": true], resources: Resources()) }
  }

  @Test func tellsOfControlCharactersAndOfWrapping() throws {
    let notes = try run(CleanStage.self, on: "a\u{0}b\u{1}").diagnostics
    #expect(notes.map(\.code) == ["control-characters"])
    #expect(notes.first?.message == "took 2 control characters out of the text")
    let wrapped = try run(
      CleanStage.self, on: "The ferry line between the two towns was\nopened on Monday by the mayor and her son.")
    #expect(
      wrapped.diagnostics.map(\.message) == ["joined lines at 1 line break of a text wrapped at about 40 columns"])
  }
}
