import DocumentModel
import JSON
import StageKit
import Testing

@testable import Runner

/// Parts of a pipeline that are run by themselves.
@Suite struct PipelineSliceTests {
  private static let stages = """
    { "name": "p", "stages": [
      { "use": "shout" }, { "use": "one-sentence" }, { "use": "count", "id": "low" },
      { "use": "count", "id": "high", "with": { "least": 2 } } ] }
    """

  private func load(_ slice: PipelineSlice, in folder: TemporaryFolder) throws -> Pipeline {
    let path = try folder.write("p.json", Self.stages)
    return try PipelineLoader(registry: StageRegistry([ShoutStage.self, SentenceStage.self, CountStage.self]))
      .load(path, .init(slice: slice))
  }

  @Test(
    arguments: [
      (.whole, "p", ["shout", "one-sentence", "count", "count"], 0),
      (PipelineSlice(until: "one-sentence"), "p (until one-sentence)", ["shout", "one-sentence"], 0),
      (PipelineSlice(from: "low"), "p (from low)", ["count", "count"], 2),
      (PipelineSlice(only: "1"), "p (only one-sentence)", ["one-sentence"], 1),
      (PipelineSlice(from: "1", until: "2"), "p (one-sentence to low)", ["one-sentence", "count"], 1),
      (PipelineSlice(from: "shout", until: "3"), "p", ["shout", "one-sentence", "count", "count"], 0),
    ] as [(PipelineSlice, String, [String], Int)])
  func takesStages(slice: PipelineSlice, name: String, stages: [String], before: Int) throws {
    try withTemporaryFolder { folder in
      let pipeline = try load(slice, in: folder)
      #expect(pipeline.name == name)
      #expect(pipeline.steps.map(\.contract.name) == stages)
      #expect(pipeline.stepsBefore.count == before)
    }
  }

  @Test(
    arguments: [
      (
        PipelineSlice(from: "shouts"),
        ["--from shouts: the pipeline has no stage 'shouts'; did you mean 'shout'?"]
      ),
      (
        PipelineSlice(only: "9"),
        ["--only 9: the pipeline has no stage '9'; there are 'shout', 'one-sentence', 'low', 'high'"]
      ),
      (
        PipelineSlice(from: "high", until: "shout"),
        ["--until shout: no stage is left: 'high' comes after 'shout'; name the earlier one by --from"]
      ),
      (
        PipelineSlice(from: "x", until: "hihg"),
        [
          "--from x: the pipeline has no stage 'x'; there are 'shout', 'one-sentence', 'low', 'high'",
          "--until hihg: the pipeline has no stage 'hihg'; did you mean 'high'?",
        ]
      ),
    ] as [(PipelineSlice, [String])])
  func saysWhatIsWrong(slice: PipelineSlice, messages: [String]) throws {
    try withTemporaryFolder { folder in
      let problems = #expect(throws: PipelineProblems.self) { try load(slice, in: folder) }
      #expect(problems?.problems.map(\.description) == messages)
    }
  }

  /// A document that stopped somewhere and went on from its JSON is as one that went all the way.
  @Test(arguments: 0...2) func theTwoPartsAreTheWhole(last: Int) throws {
    try withTemporaryFolder { folder in
      let article = try folder.write("story.txt", "Quay 9 opens.")
      let whole = try run(load(.whole, in: folder), on: article)
      let half = try run(load(PipelineSlice(until: "\(last)"), in: folder), on: article)
      #expect(half != whole)
      try folder.write("half/story.json", half)
      let rest = try load(PipelineSlice(from: "\(last + 1)"), in: folder)
      #expect(try run(rest, on: "\(folder.path)/half/story.json") == whole)
    }
  }

  @Test func aLayerThatTheInputShouldBringIsNamed() throws {
    try withTemporaryFolder { folder in
      let article = try folder.write("story.txt", "Quay 9 opens.")
      let observer = RememberingObserver()
      let report = try Run(
        load(PipelineSlice(from: "low"), in: folder), on: InputSelection(paths: [article]).list()
      ).start(into: DigestDelivery(), observer: observer)
      #expect(report.exitStatus == 1)
      #expect(
        observer.lines == [
          "story.txt: failed: stage 'count': requires sentences, which the document does not bring along, and "
            + "'one-sentence', which provides them, is not run; begin with that stage, or give a document that was captured "
            + "after it"
        ])
    }
  }

  private func run(_ pipeline: Pipeline, on path: String) throws -> [UInt8] {
    var settings = RunSettings()
    settings.documentForm = .complete
    var json: [[UInt8]] = []
    let delivery = ClosureDelivery { delivered, _ in json.append(delivered.json ?? []) }
    let report = try Run(pipeline, on: InputSelection(paths: [path]).list(), settings: settings).start(into: delivery)
    #expect(report.counts.delivered == 1)
    return json.first ?? []
  }
}
