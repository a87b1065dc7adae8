public import DocumentModel
public import StageKit

/// Renders the document.
public struct ExportStage: Stage {
  public static let contract = Contract(
    "export", version: "1.0.0", summary: "Renders the document.",
  )

  public init(options: NoOptions, resources: Resources) {}

  public func process(_ document: inout Document) {

  }
}
