import StageTesting
import Testing

/// Any sequence of edits, runs and crashes leaves what a first run over the same inputs would have left, and what a run
/// does again is what it must.
@Suite(.serialized) struct ModelTests {
  @Test(arguments: ModelPipeline.all)
  func anyHistoryGivesWhatTheModelSays(_ pipeline: ModelPipeline) throws {
    let seeds = KillTests.isSoak ? 0..<150 : 0..<6
    for seed in seeds {
      let story = Story(seed: UInt64(seed), pipeline)
      guard let fault = try story.fault() else { continue }
      let shortest = try story.shrunk(for: .seconds(60))
      Issue.record(
        "seed \(seed): \(fault)\nshortest story found: \(try shortest.fault() ?? "no fault")\n\(shortest.description)")
      return
    }
  }
}
