import DocumentModel
import JSON
import StageKit
import StageTesting
import Testing

@testable import EntityTagPlugin

@Suite struct EntityTagStageTests {
  @Test func labelsAreThoseOfOntoNotes() {
    #expect(Label.ontoNotes.map { LabelNames().name(of: $0) } == EntityLabel.ontoNotes)
  }

  @Test func keepsItsPromises() throws {
    #expect(try brokenPromises(of: EntityTagStage.self) == [])
    #expect(try brokenPromises(of: EntityTagStage.self, with: ["chains": false, "labels": ["GPE"]]) == [])
  }

  @Test func givesOnlyTheLabelsAskedFor() throws {
    let text = "On Monday Anna Berg flew to Tokyo."
    let document = try run(EntityTagStage.self, with: ["labels": ["GPE"]], on: text)
    #expect(MarkedText.marking(document) == "On Monday Anna Berg flew to [GPE Tokyo].")
  }

  @Test func leavesGuessesOutWhereAsked() throws {
    let text = "She lives in Qurmala now."
    let guess = try #require(try run(EntityTagStage.self, on: text).entities?.first?.score)
    #expect(guess > 0 && guess < 0.99)
    let document = try run(EntityTagStage.self, with: ["minimum-score": .real(guess + 0.01)], on: text)
    #expect(document.entities == [])
  }

  @Test func refusesUnknownLabels() {
    #expect(throws: OptionErrors.self) { try run(EntityTagStage.self, with: ["labels": ["PLACE"]], on: "") }
  }

  /// Pieces that steer the rules, in any order and broken anywhere, with the sentences and headings of no sane stage.
  @Test func survivesAnything() throws {
    let pieces = [
      "Mr", ".", " ", "Anna", "Berg", "of", "the", "University", "(", "SCO", ")", "Treaty", "-", "'s", "\u{2019}s",
      "al", "van",
      "U.S.", "\n", "\n\n", "\"", "\u{201C}", "\u{201D}", "Inc", ",", "F", "16", "1997", "election", "Hong", "Kong",
      "and", "&", "for",
      "É", "東京", "🇳🇴", "e\u{301}", "in", "said", "novel", "II", "King", "J.", "St", "New", "York", "Bank", "\u{0}",
      "Lake", "President",
    ]
    var random = SplitMix64(seed: 2026)
    let stage = try EntityTagStage(with: [:], resources: Resources())
    for round in 0..<400 {
      var text = ""
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        text += pieces.randomElement(using: &random) ?? ""
        if Bool.random(using: &random) { text += " " }
      }
      var document = Document(id: "\(round)", text: text)
      let borders = text.unicodeScalars.indices.map { text.utf8.distance(from: text.startIndex, to: $0) }
      document.sentences = borders.indices.filter { _ in Int.random(in: 0..<9, using: &random) == 0 }.map {
        Sentence(range: TextRange(borders[$0], text.utf8.count), by: "test")
      }
      try stage.process(&document)
      #expect(document.defects == [], "\(text.debugDescription)")
      let ranges = document.entities?.map(\.range) ?? []
      #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.end <= $1.start }, "\(text.debugDescription)")
      #expect(ranges.allSatisfy { !$0.isEmpty }, "\(text.debugDescription)")
    }
  }

  /// What a rule could follow without end, if it had no limit: quadratic work or deep recursion would not come back.
  @Test(arguments: [
    "President ", "Mr. ", "University of Oslo and ", "Council of Council ", "\"", "(A", "A-", "Anna ", "van der ",
    "St. ",
    "New York ", "Treaty on the Treaty and ", "Berg's ", "Inc. ", "1997 ", "Kim Jong-il ",
  ])
  func oneLineWithoutEnd(piece: String) throws {
    let text = String(repeating: piece, count: 4_000)
    let document = try run(EntityTagStage.self, on: text)
    #expect(document.defects == [])
    let longest = document.entities?.map(\.range.count).max() ?? 0
    #expect(longest < 400 || piece.count < 5)
  }
}
