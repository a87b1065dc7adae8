import DocumentModel
import StageTesting
import Testing

@testable import SectionSplitPlugin

@Suite struct SectionSplitStageTests {
  @Test func keepsItsPromises() throws {
    #expect(try brokenPromises(of: SectionSplitStage.self) == [])
  }
}
