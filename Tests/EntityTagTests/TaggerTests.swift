import JSON
import StageKit
import StageTesting
import Testing

@testable import EntityTagPlugin

@Suite struct TaggerTests {
  /// The best tags by trying all, against Viterbi's way.
  @Test func readsTheBestTags() {
    var random = SplitMix64(seed: 7)
    for length in 1...5 {
      for _ in 0..<40 {
        var transitions = InlineArray<8, SIMD8<Int32>>(repeating: .zero)
        for from in 0..<8 {
          for to in 0..<8 {
            let canFollow = to < NameTag.count && NameTag.canFollow(to, from)
            transitions[from][to] = canFollow ? Int32.random(in: -40...40, using: &random) : TaggerModel.never
          }
        }
        var run = NameRun()
        for _ in 0..<length {
          var scores = TagScores.zero
          for tag in 0..<NameTag.count { scores[tag] = Int16.random(in: -90...90, using: &random) }
          run.scores.append(scores)
        }
        run.read(transitions)
        let (best, second) = bestScores(of: run, transitions)
        let tags = run.tags[..<length].map(Int.init)
        #expect(score(of: tags, run, transitions) == best)
        #expect(run.margins[..<length].min() == best - second)
      }
    }
  }

  private func score(of tags: [Int], _ run: NameRun, _ transitions: InlineArray<8, SIMD8<Int32>>) -> Int32 {
    var score: Int32 = 0
    var previous = NameTag.outside
    for (index, tag) in tags.enumerated() {
      score += transitions[previous][tag] + Int32(run.scores[index][tag])
      previous = tag
    }
    return score + transitions[previous][NameTag.outside]
  }

  private func bestScores(
    of run: NameRun, _ transitions: InlineArray<8, SIMD8<Int32>>
  ) -> (best: Int32, second: Int32) {
    var scores: [Int32] = []
    var tags = [Int](repeating: 0, count: run.scores.count)
    while true {
      scores.append(score(of: tags, run, transitions))
      guard let place = tags.lastIndex(where: { $0 < NameTag.count - 1 }) else { break }
      tags[place] += 1
      for later in (place + 1)..<tags.count { tags[later] = 0 }
    }
    scores.sort(by: >)
    return (scores[0], scores[1])
  }

  // MARK: - Learning

  private static let sentences = (0..<40).map { index in
    let town = ["Ostrava", "Qurmala", "Velden", "Morrin"][index % 4]
    let person = ["Rulk", "Besto", "Ganwick"][index % 3]
    return "The\tO\nvillage\tO\nof\tO\n\(town)\tB-LOC\nwelcomed\tO\nminister\tO\n\(person)\tB-PER\n.\tO\n"
  }.joined(separator: "\n")

  private func model(seed: UInt64) throws -> [UInt8] {
    var training = TaggerTraining()
    training.training = [.init(path: "villages", content: Self.sentences, weight: 1)]
    training.development = training.training
    training.leastForms = 1
    training.leastContexts = 1
    training.dropout = 0.1
    training.rate = 0.1
    training.seed = seed
    return try training.model { _ in }
  }

  @Test func learnsWhatItIsShown() throws {
    let bytes = try model(seed: 3)
    #expect(try model(seed: 3) == bytes)
    let gazetteer = try #require(Gazetteer.embedded)
    let text = LookedUpText(
      TokenizedText("The village of Tarnock welcomed minister Wemble."), gazetteer: gazetteer)
    let names = bytes.withUnsafeBytes { bytes in
      TaggerModel(bytes).map { Tagger(model: $0).names(in: text, rules: []) }
    }
    #expect(names?.map(\.kind) == [.place, .person])
    #expect(names?.map(\.tokens) == [3..<4, 6..<7])
  }

  @Test(arguments: [
    ("Berlin B-LOC\n", 1), ("Berlin\tB-LOC\nis\tO\nbig\n", 3), ("Berlin\tplace\n", 1), ("{\"galley\": 1}\n", 1),
    ("Berlin\tB-TOWN\nis\tO\nbig\tO\n", 1),
  ])
  func refusesWhatIsNoCorpus(content: String, line: Int) {
    var training = TaggerTraining()
    training.training = [.init(path: "broken.iob2", content: content, weight: 1)]
    let error = #expect(throws: CorpusError.self) { try training.model { _ in } }
    #expect(error?.path == "broken.iob2" && error?.line == line)
  }

  // MARK: - Models

  @Test func embeddedModelIsValid() throws {
    let model = try #require(TaggerModel.embedded)
    #expect(model.note.utf8.contains(0x7B))
    #expect(model.confidence(margin: 0) <= model.confidence(margin: 200))
  }

  @Test(arguments: [0, 8, 12, 16, 20, 24]) func damagedModelsAreRefused(offset: Int) throws {
    var bytes = try model(seed: 1)
    bytes[offset] ^= 0x40
    bytes.withUnsafeBytes { #expect(TaggerModel($0) == nil) }
    #expect(bytes[..<63].withUnsafeBytes { TaggerModel($0) == nil })
  }

  @Test func namesTheModelFileThatIsNone() {
    let error = #expect(throws: ResourceError.self) {
      try EntityTagStage(with: ["model": "/dev/null"], resources: Resources())
    }
    #expect(error?.description.contains("/dev/null") == true)
  }
}
