import DocumentModel
import StageTesting
import Testing

@testable import SummarizePlugin

@Suite struct SummarizeStageTests {
  @Test func keepsItsPromises() throws {
    #expect(try brokenPromises(of: SummarizeStage.self) == [])
  }
}
