import DocumentModel
import StageTesting
import Testing

@testable import ExportPlugin

@Suite struct ExportStageTests {
  @Test func keepsItsPromises() throws {
    #expect(try brokenPromises(of: ExportStage.self) == [])
  }
}
