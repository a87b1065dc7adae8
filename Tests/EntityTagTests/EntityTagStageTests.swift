import DocumentModel
import StageTesting
import Testing

@testable import EntityTagPlugin

@Suite struct EntityTagStageTests {
  @Test func keepsItsPromises() throws {
    #expect(try brokenPromises(of: EntityTagStage.self) == [])
  }
}
