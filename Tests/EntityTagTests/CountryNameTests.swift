import DocumentModel
import StageTesting
import Testing

@testable import EntityTagPlugin

@Suite struct CountryNameTests {
  @Test(arguments: [
    ("They sailed to New Zealand in spring.", "New Zealand", EntityLabel.gpe),
    ("Singapore signed the pact.", "Singapore", .gpe),
    ("He came back to Taiwan.", "Taiwan", .gpe),
    ("The Danish ferry was late.", "Danish", .norp),
    ("Many Canadians sailed home.", "Canadians", .norp),
  ])
  func isNoNationality(text: String, name: String, label: EntityLabel) throws {
    let document = try run(EntityTagStage.self, on: text)
    let labels = (document.entities ?? []).filter { document[$0.range] == name }.map(\.label)
    #expect(labels == [label])
  }
}
