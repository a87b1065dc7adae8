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

  /// What Documentation/entities.md shows of patterns is the file that the test beside it is about.
  @Test func theExampleOfOwnNamesIsWhatItsPageSays() throws {
    let missing = "grep -v '^#' Examples/own-names/deals.jsonl | grep -vxFf Documentation/entities.md >&2"
    #expect(try runShell("cd '\(projectFolder)' && ! { \(missing); }") == 0, "the page lacks these lines")
    let test = "Examples/own-names/own-names.test.json"
    let status = try runShell("cd '\(projectFolder)' && '\(try programFolder())/galley' test \(test) >&2")
    #expect(status == 0, "run 'galley test \(test)'")
  }
}
