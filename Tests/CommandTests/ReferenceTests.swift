import StageKit
import Testing

/// Pages that are made from the code say what the code says.
@Suite struct ReferenceTests {
  @Test func theStagesPageIsThatOfThePlugins() throws {
    let page = "\(projectFolder)/Documentation/stages.md"
    let line = "'\(try programFolder())/galley' describe --markdown | diff '\(page)' -"
    #expect(try runShell(line) == 0, "run 'make reference'")
  }
}
