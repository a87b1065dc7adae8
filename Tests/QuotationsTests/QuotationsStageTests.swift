import DocumentModel
import JSON
import StageKit
import StageTesting
import Testing

@testable import QuotationsPlugin

@Suite struct QuotationsStageTests {
  @Test func keepsItsPromises() throws {
    #expect(try brokenPromises(of: QuotationsStage.self, prepare: { $0.splitCrudely() }) == [])
  }

  @Test func saysWhatItRequires() {
    #expect(QuotationsStage.contract.requires == [.sentences, .entities])
  }

  @Test(arguments: Case.all) func finds(_ example: Case) throws {
    let document = try run(QuotationsStage.self, on: example.document)
    #expect(document.lines == example.expected, "\(example.name)")
  }

  @Test func findsTheKindsAskedFor() throws {
    let document = Document(marked: "|\"We waited,\" said [Anna Berg].| |[Berg] said that it had rained.|")
    let direct = try run(QuotationsStage.self, with: ["kinds": ["direct"]], on: document)
    #expect(direct.quotations?.map(\.kind) == [.direct])
    let indirect = try run(QuotationsStage.self, with: ["kinds": ["indirect"]], on: document)
    #expect(indirect.quotations?.map(\.kind) == [.indirect])
  }

  @Test func findsAttitudesWhereAskedFor() throws {
    let document = Document(
      marked: "|[Anna Berg] hopes the line will stay.| |[Berg] criticized the plan for its price.|")
    #expect(
      try run(QuotationsStage.self, with: ["attitudes": true], on: document).lines == [
        "indirect “the line will stay” by Anna Berg source “Anna Berg” cue “hopes”",
        "indirect “the plan for its price” by Anna Berg source “Berg” cue “criticized”",
      ])
  }

  @Test(arguments: [
    ("announce", "announce announces announced", "announcing"), ("deny", "deny denies denied", "denying"),
    ("admit+", "admit admits admitted", "admitting"), ("write:wrote:written", "write writes wrote written", "writing"),
    ("stress", "stress stresses stressed", "stressing"), ("convey", "convey conveys conveyed", "conveying"),
  ])
  func conjugates(verb: String, finite: String, participle: String) {
    #expect(Conjugation.forms(of: verb) == (finite, participle))
  }

  @Test func worksWithoutChains() throws {
    var document = Document(marked: "|\"We waited,\" said [Anna Berg].|")
    document.chains = nil
    document.entities = []
    #expect(
      try run(QuotationsStage.self, on: document).lines == ["direct “\"We waited,\"” source “Anna Berg” cue “said”"])
  }
}

/// A text and the quotations that it has.
struct Case: CustomTestStringConvertible {
  var name: String
  var document: Document
  var expected: [String]
  var testDescription: String { name }

  init(_ name: String, _ marked: String, language: String? = nil, _ expected: [String]) {
    self.name = name
    document = Document(marked: marked, language: language)
    self.expected = expected
  }
}
