import Testing

/// The tests beside the pipelines, as a user runs them.
@Suite struct PipelineTestFileTests {
  @Test func everyPipelineHasTestsThatPass() throws {
    let files = try names(in: "\(projectFolder)/Pipelines").filter { $0.hasSuffix(".json") }
    let pipelines = files.filter { !$0.hasSuffix(".test.json") }
    #expect(files.filter { $0.hasSuffix(".test.json") } == pipelines.map { $0.replacing(".json", with: ".test.json") })
    let status = try runShell("cd '\(projectFolder)' && '\(try programFolder())/galley' test Pipelines >&2")
    #expect(status == 0, "run 'galley test Pipelines'")
  }
}
