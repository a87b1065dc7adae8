import StageKit
import Testing

/// Pages that are made from the code say what the code says.
@Suite struct ReferenceTests {
  @Test(arguments: [
    ("stages.md", "describe --markdown"),
    ("galley-pipeline.schema.json", "schema"),
    ("galley-tests.schema.json", "schema --tests"),
  ])
  func thePageIsWhatTheProgramPrints(page: String, command: String) throws {
    let line = "'\(try programFolder())/galley' \(command) | diff '\(projectFolder)/Documentation/\(page)' -"
    #expect(try runShell(line) == 0, "run 'make reference'")
  }
}
