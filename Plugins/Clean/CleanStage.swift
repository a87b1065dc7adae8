public import DocumentModel
public import StageKit

/// Cleans the text.
public struct CleanStage: Stage {
  public static let contract = Contract(
    "clean", version: "1.0.0", summary: "Cleans the text.",
    provides: [.metadata], rewritesText: true)

  public init(options: NoOptions, resources: Resources) {}

  public func process(_ document: inout Document) {

  }
}
