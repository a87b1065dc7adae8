public import DocumentModel
public import StageKit

/// Finds entities and chains.
public struct EntityTagStage: Stage {
  public static let contract = Contract(
    "entity-tag", version: "1.0.0", summary: "Finds entities and chains.",
    uses: [.sections, .paragraphs, .sentences], provides: [.entities, .chains])

  public init(options: NoOptions, resources: Resources) {}

  public func process(_ document: inout Document) {
    document.entities = []
    document.chains = []
  }
}
