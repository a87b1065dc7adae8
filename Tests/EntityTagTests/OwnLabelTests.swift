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

  // MARK: - Models

  /// Made sentences with four labels, the drugs in small letters.
  static let corpus: String = {
    let drugs = ["velostatin", "zantimab", "moriprazole", "kesparin"]
    let genes = ["KRT5", "BRX2", "TPN1"]
    let illnesses = ["gout", "asthma", "eczema"]
    let ships = ["Merganser", "Tern", "Heron"]
    var lines = ""
    for number in 0..<120 {
      let names = [
        drugs[number % 4] + "\tB-DRUG", genes[number % 3] + "\tB-GENE", illnesses[number / 3 % 3] + "\tB-ILLNESS",
        ships[number / 2 % 3] + "\tB-SHIP",
      ]
      lines += "They\tO\nlived\tO\nin\tO\n\(["Oslo", "Rome", "Lima"][number % 3])\tO\n.\tO\n\n"
      for (word, name) in zip(["took", "of", "against", "aboard"], names) {
        lines += "They\tO\n\(word)\tO\n\(name)\n.\tO\n\n"
      }
    }
    return lines
  }()

  private func model(_ labels: [String]) throws -> [UInt8] {
    var training = TaggerTraining()
    training.training = [.init(path: "made.iob2", content: Self.corpus, weight: 1)]
    training.labels = labels
    training.leastForms = 1
    training.leastContexts = 1
    training.rate = 0.1
    training.dropout = 0.1
    training.recasing = 0
    return try training.model { _ in }
  }

  /// More than three labels are models one after the other, beside the one for people, organizations and places.
  @Test func areLearned() throws {
    let model = try model(["DRUG", "GENE", "ILLNESS", "SHIP"])
    #expect(try self.model(["DRUG", "GENE", "ILLNESS", "SHIP"]) == model)
    let marked = "They took [DRUG velostatin]. They of [GENE KRT5] against [ILLNESS gout] lived in [GPE Berlin]."
    try withFiles([model], named: "model") { names, resources in
      let document = try run(
        EntityTagStage.self, with: ["model": .string(names[0])], resources: resources, on: MarkedText(marked).text)
      #expect(MarkedText.marking(document) == marked)
      #expect(document.entities?.first?.why == .model)
      let ships = try run(
        EntityTagStage.self, with: ["model": .string(names[0]), "labels": ["SHIP"]], resources: resources,
        on: "They took velostatin. They aboard Tern.")
      #expect(MarkedText.marking(ships) == "They took velostatin. They aboard [SHIP Tern].")
    }
  }

  @Test func aLabelThatNoTextHasIsAnError() {
    let error = #expect(throws: CorpusError.self) { try model(["DRUG", "GENES"]) }
    #expect(error?.description == "made.iob2:1: no name is marked in any text as GENES")
  }
}
