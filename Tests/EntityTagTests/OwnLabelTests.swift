import DocumentModel
import JSON
import StageKit
import StageTesting
import Testing

@testable import EntityTagPlugin

/// Labels besides OntoNotes' eighteen.
@Suite struct OwnLabelTests {
  private func tag(_ text: String, _ gazetteer: String, labels: JSON?) throws -> Document {
    try withFiles([gazetteer], named: "tsv") { names, resources in
      var options: JSONObject = ["gazetteers": [.string(names[0])]]
      options["labels"] = labels
      return try run(EntityTagStage.self, with: options, resources: resources, on: text)
    }
  }

  static let gazetteer = "Velostat\tDRUG\tVelostat\tD1\nvelostatin\tDRUG\tVelostat\tD1\nKVL\tTICKER\n"

  @Test(
    arguments: [
      (nil, "[DRUG Velostat] of [GPE Berlin], [TICKER KVL]: [DRUG velostatin]."),
      (["GPE", "TICKER"], "Velostat of [GPE Berlin], [TICKER KVL]: velostatin."),
      (["DRUG"], "[DRUG Velostat] of Berlin, KVL: [DRUG velostatin]."),
    ] as [(JSON?, String)])
  func areGiven(labels: JSON?, marked: String) throws {
    let document = try tag(MarkedText(marked).text, Self.gazetteer, labels: labels)
    #expect(MarkedText.marking(document) == marked)
  }

  @Test func haveChains() throws {
    let document = try tag("Velostat, velostatin and KVL and KVL", Self.gazetteer, labels: nil)
    #expect(document.chains?.map(\.label.rawValue) == ["DRUG", "TICKER"])
    #expect(document.chains?.map(\.mentions) == [[0, 1], [2, 3]])
    #expect(document.chains?.map(\.id) == ["D1", nil])
  }

  @Test func aNearNameIsMeantWhereItIsAskedFor() throws {
    #expect(throws: FileErrors.self) { try tag("", "Kvell\tORGG\n", labels: nil) }
    let document = try tag("Kvell grew", "Kvell\tORGG\n", labels: ["ORGG"])
    #expect(document.entities?.map(\.label.rawValue) == ["ORGG"])
  }

  @Test func oneThatNothingGivesIsAnError() throws {
    let error = #expect(throws: OptionErrors.self) { try tag("", Self.gazetteer, labels: ["ORG", "TICKR"]) }
    #expect(error?.description == "'labels[1]': unknown value \"TICKR\"; did you mean \"TICKER\"?")
  }
}
