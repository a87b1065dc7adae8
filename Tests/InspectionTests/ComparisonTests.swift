import DocumentModel
import JSON
import Testing

@testable import Inspection

/// A document of `text` whose `names` are entities: the words, the label, and the number of the chain.
private func document(
  _ text: String, _ names: [(String, EntityLabel, Int?)], id: String = "d", summary: String? = nil
) -> Document {
  var document = Document(id: id, text: text)
  let chains = (names.compactMap(\.2).max() ?? -1) + 1
  document.chains = (0..<chains).map { chain in
    let mentions = names.indices.filter { names[$0].2 == chain }
    return Chain(canonical: mentions.first.map { names[$0].0 } ?? "", label: .person, mentions: mentions, by: "test")
  }
  var position = 0
  document.entities = names.map { name, label, chain in
    let start =
      text.utf8.count
      - (text[text.utf8.index(text.startIndex, offsetBy: position)...].range(of: name).map {
        text.utf8.distance(from: $0.lowerBound, to: text.endIndex)
      } ?? 0)
    position = start + name.utf8.count
    return Entity(range: TextRange(start, position), label: label, chain: chain, by: "test")
  }
  document.summary = summary.map { Summary(text: $0, sentences: [], by: "test") }
  return document
}

extension Substring {
  fileprivate func range(of word: String) -> Range<Index>? { firstRange(of: word) }
}

private let before = document(
  "Ann Lee met Lee and Bo Hart. Hart left.",
  [("Ann Lee", .person, 0), ("Lee", .person, 0), ("Bo Hart", .person, 1), ("Hart", .person, 1)], summary: "Ann met Bo.")

@Suite struct ComparisonTests {
  @Test func theSameIsNoDifference() {
    var comparison = Comparison()
    for _ in 0..<3 { comparison.add(before, before) }
    #expect(comparison.compared == 3)
    #expect(comparison.differingCount == 0)
    #expect(comparison.differing.isEmpty && comparison.kept.isEmpty)
    #expect(comparison["entities"]?.same == 12)
    #expect(comparison["entities"]?.first == 12)
    #expect(comparison.chains == (0, 0))
    #expect(comparison.summaries.documents == 3)
    #expect(comparison.summaries.rougeL == 1)
    let report = ComparisonReport(comparison, names: ("a", "b"))
    #expect(report.verdict == "3 documents compared: no difference")
  }

  @Test func countsWhatDiffers() {
    let after = document(
      "Ann Lee met Lee and Bo Hart. Hart left.",
      [("Ann Lee", .org, 0), ("Lee", .person, 1), ("Bo", .person, 2)], summary: "Ann left.")
    var comparison = Comparison()
    comparison.add(before, after)
    let entities = comparison["entities"]
    #expect(entities?.first == 4)
    #expect(entities?.second == 3)
    #expect(entities?.same == 1)
    #expect(entities?[.relabelled] == 1)
    #expect(entities?[.moved] == 1)
    #expect(entities?[.gone] == 1)
    #expect(comparison.relabellings == [Relabelling(from: "PERSON", to: "ORG", count: 1)])
    #expect(comparison.labels.map(\.label) == ["ORG", "PERSON"])
    #expect(comparison.labels[1].removed == 1)
    // "Ann Lee" and "Lee" were one chain, and are two.
    #expect(comparison.chains == (0, 1))
    #expect(comparison.kept[0].chains.split == [.init(name: "Ann Lee", parts: ["Ann Lee", "Lee"])])
    // Two of three words, and two of two: F1 of ROUGE-1 is 2 × 1/3 × 1/2 / (1/3 + 1/2).
    #expect(abs(comparison.summaries.rouge1 - 0.4) < 1e-9)
  }

  @Test func chainsThatBecomeOneAreMerged() {
    let after = document(
      before.text, [("Ann Lee", .person, 0), ("Lee", .person, 0), ("Bo Hart", .person, 0), ("Hart", .person, 0)])
    var comparison = Comparison()
    comparison.add(before, after)
    #expect(comparison.chains == (1, 0))
    #expect(comparison.kept[0].chains.merged == [.init(name: "Ann Lee", parts: ["Ann Lee", "Bo Hart"])])
  }

  @Test func documentsThatDifferMostComeFirstAndAreBounded() {
    var comparison = Comparison(keeping: 2)
    for (number, count) in [1, 4, 2, 4].enumerated() {
      var old = document(before.text, [], id: "\(number)")
      var new = old
      old.entities = []
      new.entities = (0..<count).map { Entity(range: TextRange($0, $0 + 1), label: .person, by: "test") }
      comparison.add(old, new)
    }
    #expect(comparison.differing.map(\.id) == ["1", "3", "2", "0"])
    #expect(comparison.kept.map(\.new.id) == ["1", "3"])
  }

  @Test(
    arguments: [
      ("entities.removed>20%", true, "25.00%"), ("entities.removed > 25%", false, "25.00%"),
      ("entities.removed>=25%", true, "25.00%"), ("entities.gone>0", true, "1"), ("entities.added>0", false, "0"),
      ("summary.rouge-1<0.5", true, "0.4000"), ("summary.rouge-l<0.4", false, "0.4000"), ("chains.split>0", true, "1"),
      ("documents.differing>=100%", true, "100.00%"), ("documents.failed>0", false, "0"),
      ("text.differing>0", false, "0"),
      ("quotations.added>0%", false, "0.00%"),
    ])
  func limitsHoldOrNot(text: String, isPassed: Bool, measured: String) throws {
    let after = document(
      "Ann Lee met Lee and Bo Hart. Hart left.",
      [("Ann Lee", .org, 0), ("Lee", .person, 1), ("Bo", .person, 2)], summary: "Ann left.")
    var comparison = Comparison()
    comparison.add(before, after)
    let limit = try ComparisonLimit(text)
    #expect(limit.isPassed(by: comparison) == isPassed)
    #expect(limit.measured(in: comparison) == measured)
  }

  @Test(
    arguments: [
      ("entities", "should look like 'entities.removed>2%' or 'summary.rouge-1<0.8', not 'entities'"),
      ("entities.removed>", "should look like 'entities.removed>2%' or 'summary.rouge-1<0.8', not 'entities.removed>'"),
      (
        "entities.removed>many",
        "should look like 'entities.removed>2%' or 'summary.rouge-1<0.8', not 'entities.removed>many'"
      ),
      ("entites.removed>1", "'entites.removed>1': there is no 'entites'; did you mean 'entities'?"),
      ("entities.remove>1", "'entities.remove>1': there is no 'remove'; did you mean 'removed'?"),
      ("documents.moved>1", "'documents.moved>1': there is no 'moved'; there are differing, failed"),
    ])
  func limitsThatAreNoneAreRefused(text: String, message: String) {
    let error = #expect(throws: ComparisonLimitError.self) { try ComparisonLimit(text) }
    #expect(error?.description == message)
  }

  @Test func failuresAreTold() throws {
    var comparison = Comparison()
    comparison.addFailure(of: "a.txt", on: .second, reason: "stage 'x': no")
    let report = ComparisonReport(comparison, names: ("a", "b"))
    #expect(report.text().contains("1 failed only with B\n  a.txt: stage 'x': no\n"))
    #expect(report.json["documents"]?["failed"]?["b"] == 1)
  }
}
