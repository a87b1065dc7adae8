import DocumentModel
import StageTesting
import Testing

@testable import CleanPlugin

@Suite struct CleanStageTests {
  @Test func keepsItsPromises() throws {
    #expect(try brokenPromises(of: CleanStage.self) == [])
  }
}
