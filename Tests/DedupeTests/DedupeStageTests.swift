import DocumentModel
import JSON
import StageKit
import StageTesting
import Testing

@testable import DedupePlugin

@Suite struct DedupeStageTests {
  @Test(arguments: [[:], ["duplicates": "filter"], ["scope": "folder", "threshold": 0.9]] as [JSONObject])
  func keepsItsPromises(_ options: JSONObject) throws {
    #expect(try brokenPromises(of: DedupeStage.self, with: options) == [])
  }

  /// What is decided about documents of these ids and texts, by id.
  private func decisions(
    _ documents: [(id: String, text: String, published: String?)], with options: JSONObject = [:]
  ) throws -> [String: String] {
    let stage = try DedupeStage(with: options, resources: Resources())
    var batch = GatheredBatch()
    for (id, text, published) in documents {
      var document = Document(id: id, text: text)
      document.metadata.published = published
      batch.append(id: id, stage.gather(document))
    }
    var originals: [String: String] = [:]
    for (index, decision) in stage.decide(batch) { originals[documents[index].id] = decision["original"]?.string }
    return originals
  }

  /// An article of made words, the same for the same seed.
  private func article(_ seed: UInt64, words count: Int = 300) -> [String] {
    var dice = SplitMix64(seed: seed)
    return (0..<count).map { _ in "word\(dice.next() % 3000)" }
  }

  /// `words` with every `step`th one another.
  private func edited(_ words: [String], every step: Int) -> String {
    words.enumerated().map { $0 % step == step - 1 ? "other\($0)" : $1 }.joined(separator: " ")
  }

  @Test func findsCopiesWithEdits() throws {
    let words = article(1)
    let found = try decisions([
      ("a", words.joined(separator: " "), nil), ("b", edited(words, every: 60), nil),
      ("c", article(2).joined(separator: " "), nil),
      ("d", "Vellmar (Norrsund Wire): \(words.joined(separator: " ").uppercased())!", nil),
    ])
    #expect(found == ["b": "a", "d": "a"])
  }

  @Test func leavesTextsThatShareAPart() throws {
    let (words, others) = (article(3), article(4))
    let half = words.prefix(150) + others.prefix(150)
    #expect(try decisions([("a", words.joined(separator: " "), nil), ("b", half.joined(separator: " "), nil)]) == [:])
  }

  @Test func theOneThatWasPublishedFirstIsTheOriginal() throws {
    let text = article(5).joined(separator: " ")
    #expect(
      try decisions([("a", text, nil), ("b", text, "2024-05-02"), ("c", text, "2024-05-01T08:00:00Z")])
        == ["a": "c", "b": "c"])
    #expect(try decisions([("b", text, nil), ("a", text, nil)]) == ["b": "a"])
  }

  @Test func theOrderOfTheBatchDoesNotMatter() throws {
    var documents: [(id: String, text: String, published: String?)] = []
    for seed: UInt64 in 0..<12 {
      let words = article(seed % 4)
      documents.append(
        ("doc\(seed)", edited(words, every: 20 + Int(seed) * 9), seed % 3 == 0 ? "2024-01-0\(seed % 9 + 1)" : nil))
    }
    let expected = try decisions(documents)
    #expect(expected.count >= 4)
    var dice = SplitMix64(seed: 9)
    for _ in 0..<8 {
      documents.shuffle(using: &dice)
      #expect(try decisions(documents) == expected)
    }
  }

  @Test func aCopyIsLikeItsOriginalItself() throws {
    // Each is like the one before it, and the last is not like the first.
    let words = article(6)
    var current = words
    var documents = [("0", words.joined(separator: " "), String?.none)]
    for step in 1...6 {
      for index in stride(from: step * 7, to: current.count, by: 45) { current[index] = "new\(step)-\(index)" }
      documents.append(("\(step)", current.joined(separator: " "), nil))
    }
    let found = try decisions(documents)
    #expect(found["1"] == "0")
    #expect(found["6"] != "0")
  }

  @Test func foldersAreComparedEachByThemselves() throws {
    let text = article(7).joined(separator: " ")
    let documents = [("x/a", text, String?.none), ("y/b", text, nil), ("y/c", text, nil)]
    #expect(try decisions(documents, with: ["scope": "folder"]) == ["y/c": "y/b"])
    #expect(try decisions(documents) == ["y/b": "x/a", "y/c": "x/a"])
  }

  @Test func shortTextsAreNotCompared() throws {
    #expect(try decisions([("a", "No article today.", nil), ("b", "No article today.", nil)]) == [:])
    #expect(
      try decisions([("a", "No article today.", nil), ("b", "No article today.", nil)], with: ["minimum-words": 3])
        == ["b": "a"])
  }

  /// Of equal texts of different times the one that was first anywhere on earth.
  @Test(arguments: [
    ("an hour after midnight in Tokyo", "2024-03-05T01:00+09:00", "2024-03-04T20:00Z"),
    ("an evening in New York", "2024-03-04T23:30:00Z", "2024-03-04T20:00:00-05:00"),
    ("the end of a leap February", "2024-03-01T05:00:00+0530", "2024-03-01"),
    ("the turn of the year", "2023-12-31T23:59:59.9Z", "2024-01-01T00:00:00.1Z"),
    ("a day and a time on it", "2024-03-05", "2024-03-05T00:01"),
    ("a month and a day of it", "2024-03", "2024-03-02"),
    ("without hyphens", "20240304T2000Z", "2024-03-05"),
    ("a time and no date with a year", "2024-03-05", "--03-04"),
    ("a time and words", "2024-03-05", "Monday"),
  ])
  func comparesMoments(name: String, earlier: String, later: String) throws {
    let text = article(10).joined(separator: " ")
    #expect(try decisions([("a", text, later), ("b", text, earlier)]) == ["a": "b"])
    #expect(try decisions([("a", text, earlier), ("b", text, later)]) == ["b": "a"])
  }

  /// What is said of the second of two texts of `words`, the second edited in one place.
  private func similarity(_ words: [String], to others: [String], threshold: Double) throws -> Double? {
    let stage = try DedupeStage(with: ["threshold": .real(threshold)], resources: Resources())
    var batch = GatheredBatch()
    batch.append(id: "a", stage.gather(Document(text: words.joined(separator: " "))))
    batch.append(id: "b", stage.gather(Document(text: others.joined(separator: " "))))
    return stage.decide(batch)[1]?["similarity"]?.number
  }

  /// One word of a thousand is in none of the runs that the signature is made of, more often than not.
  @Test(arguments: 0..<20) func onlyTheSameWordsAreEqual(seed: Int) throws {
    let words = article(UInt64(100 + seed), words: 1000)
    var edited = words
    edited[seed * 49] = "elsewhere"
    #expect(try similarity(words, to: words.map { $0.uppercased() }, threshold: 1) == 1)
    #expect(try similarity(words, to: edited, threshold: 1) == nil)
    let similarity = try #require(try similarity(words, to: edited, threshold: 0.7))
    #expect(0.9...0.99 ~= similarity)
  }

  @Test func theSameRunsInAnotherOrderAreNotEqual() throws {
    // Each run of three of a text that says the same thing again and again is there in both.
    let words = Array(repeating: ["one", "two", "three", "four", "five"], count: 9).flatMap(\.self)
    #expect(try similarity(words, to: Array(words.dropLast(5)), threshold: 0.9) == 0.99)
    #expect(try similarity(words, to: Array(words.dropLast(5)), threshold: 1) == nil)
  }

  /// A thousand equal texts, and some hundred that share a form, take no time to speak of.
  @Test func manyAlikeAreNoTrouble() throws {
    let stage = try DedupeStage(with: [:], resources: Resources())
    let signature = stage.gather(Document(text: article(8).joined(separator: " ")))
    var batch = GatheredBatch()
    for index in 0..<1_000 { batch.append(id: "\(index)", signature) }
    for index in 0..<300 {
      var other = signature
      for place in 0..<40 { other[place] = UInt8(truncatingIfNeeded: index &* (place + 3) >> (place % 7)) }
      batch.append(id: "x\(index)", other)
    }
    #expect(stage.decide(batch).count >= 999)
  }

  /// Of signatures with many bands in common, what comparing each with every original before it finds.
  @Test(arguments: 0..<8) func decidesAsComparingAllDoes(seed: Int) throws {
    // Lower thresholds have bands of three bytes.
    let (threshold, bandSize) = seed % 2 == 0 ? (0.7, 4) : (0.5, 3)
    var dice = SplitMix64(seed: UInt64(seed))
    var signatures: [[UInt8]] = []
    for _ in 0..<400 {
      // With nothing for the sequence of words, which few have in common.
      var signature = (0..<MinHash.minimaSize).map { _ in UInt8(truncatingIfNeeded: dice.next() % 251) }
      // A part of another one: none, a band, a half, all but some.
      if let other = signatures.randomElement(using: &dice) {
        for place in 0..<(([0, 4, 32, 50, 56, 64] as [Int]).randomElement(using: &dice) ?? 0) {
          signature[place] = other[place]
        }
      }
      signatures.append(signature + [0, 0, 0, 0, 0, 0, 0, UInt8(truncatingIfNeeded: dice.next())])
    }
    var batch = GatheredBatch()
    for (index, signature) in signatures.enumerated() { batch.append(id: String(1000 + index), signature) }
    var originals: [Int] = []
    var expected: [Int: String] = [:]
    for (index, signature) in signatures.enumerated() {
      var best: (original: Int, similarity: Double)?
      for original in originals {
        let other = signatures[original]
        let similarity = MinHash.similarity(signature[...], other[...])
        let bands = stride(from: 0, through: MinHash.minimaSize - bandSize, by: bandSize)
        let sharesBand = bands.contains { signature[$0..<$0 + bandSize] == other[$0..<$0 + bandSize] }
        if sharesBand, similarity >= threshold, similarity > best?.similarity ?? 0 { best = (original, similarity) }
      }
      if let best { expected[index] = String(1000 + best.original) } else { originals.append(index) }
    }
    let stage = try DedupeStage(with: ["threshold": .real(threshold)], resources: Resources())
    #expect(stage.decide(batch).mapValues { $0["original"]?.string ?? "" } == expected)
    #expect(expected.count > 50)
  }

  @Test func marksOrFilters() throws {
    var document = Document(text: "a")
    document.extensions["dedupe"] = ["original": "first", "similarity": 0.9]
    let marked = try run(DedupeStage.self, on: document)
    #expect(marked.metadata["duplicate"] == "yes")
    #expect(marked.metadata["duplicate-of"] == "first")
    #expect(throws: FilteredDocument.self) { try run(DedupeStage.self, with: ["duplicates": "filter"], on: document) }
    #expect(try run(DedupeStage.self, on: "a").metadata["duplicate"] == "no")
    document.extensions["dedupe"] = ["not-compared": true]
    #expect(try run(DedupeStage.self, on: document).diagnostics.map(\.code) == ["not-compared"])
  }
}
