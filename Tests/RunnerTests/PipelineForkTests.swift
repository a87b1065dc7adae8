import DocumentModel
import JSON
import StageKit
import Testing

@testable import Runner

/// Two pipelines that begin alike, run as one.
@Suite struct PipelineForkTests {
  private func run(_ fork: PipelineFork, isolated: Bool = false, _ texts: [String]) throws -> [[String]] {
    try withTemporaryFolder { folder in
      for (number, text) in texts.enumerated() { try folder.write("in/\(number).txt", text) }
      var sides: [[String]] = []
      let delivery = ClosureDelivery { delivered, _ in
        sides.append(
          delivered.branches.map { branch in
            switch branch {
            case .document(let json):
              ((try? Document(json: JSON(parsing: json)))?.extensions["note"] ?? .null).text()
            case .failed(let failure): "\(failure)"
            case .filtered: "filtered"
            }
          })
      }
      let report = try Run(fork.pipeline, on: InputSelection(paths: ["\(folder.path)/in"]).list()).start(into: delivery)
      #expect(report.counts.delivered == texts.count)
      return sides
    }
  }

  private func stage(_ name: String, _ note: JSON) -> ClosureStage {
    ClosureStage(name) { $0.extensions["note"] = .array(($0.extensions["note"]?.array ?? []) + [note]) }
  }

  @Test func whatBothBeginWithIsRunOnce() throws {
    let (first, second) = (stage("x", 1), stage("y", 2))
    let fork = try PipelineFork(.of(first, second, stage("a", 3)), .of(first, second, stage("b", 4), stage("c", 5)))
    #expect(fork.common == 0..<2)
    #expect(fork.first == 2..<3)
    #expect(fork.second == 3..<5)
    #expect(fork.pipeline.steps.map(\.contract.name) == ["x", "y", "a", "b", "c"])
    #expect(try run(fork, ["one", "two"]) == [["[1,2,3]", "[1,2,4,5]"], ["[1,2,3]", "[1,2,4,5]"]])
  }

  @Test func equalPipelinesHaveNothingOfTheirOwn() throws {
    let pipeline = Pipeline.of(stage("x", 1), TextRenderer { "\($0.id).out" })
    let fork = try PipelineFork(pipeline, pipeline)
    #expect(fork.pipeline.steps.count == 1)
    #expect(fork.first.isEmpty && fork.second.isEmpty)
    #expect(try run(fork, ["one"]) == [["[1]", "[1]"]])
  }

  @Test func aFailureOnOneSideLeavesTheOther() throws {
    let failing = ClosureStage("fail") { _ in throw StageFailure("no") }
    let fork = try PipelineFork(.of(stage("x", 1), failing), .of(stage("x", 1), stage("b", 2)))
    #expect(try run(fork, ["one"]) == [["stage 'fail': no", "[1,2]"]])
    let turned = try PipelineFork(.of(stage("x", 1), stage("b", 2)), .of(stage("x", 1), failing))
    #expect(try run(turned, ["one"]) == [["[1,2]", "stage 'fail': no"]])
  }

  @Test(
    arguments: [
      Pipeline.of(ClosureStage("x") { _ in }, onError: .skipStage), Pipeline.of(ClosureStage("x") { _ in }, retries: 1),
      Pipeline.of(ClosureStage("x") { _ in }, condition: Condition(languages: ["en"])),
      Pipeline.of(ClosureStage("y") { _ in }),
    ])
  func stepsThatDifferInAnythingAreNotCommon(other: Pipeline) throws {
    #expect(try PipelineFork(.of(ClosureStage("x") { _ in }), other).common.isEmpty)
  }
}
