internal import StageKit

/// Writes a document's files as drafts, so that its turn takes no longer than their renaming.
struct DraftWriter: Preparation {
  let drafts: DraftFolder

  func settled(_ input: Input) -> SettledInput? { nil }

  func prepare(_ delivered: inout Delivered) throws(DeliveryError) {
    do throws(DeliveryError) {
      for index in delivered.outputs.indices where delivered.outputs[index].artifact.placement == .whole {
        _ = try OutputPath(delivered.outputs[index].artifact.name)
        delivered.outputs[index].draft = try drafts.write(delivered.outputs[index].artifact.bytes)
        delivered.outputs[index].artifact.bytes = []
      }
    } catch {
      delivered.discardDrafts(in: drafts)
      throw error
    }
  }
}

extension Delivered {
  /// Removes the drafts of outputs that will not be delivered.
  func discardDrafts(in drafts: DraftFolder) {
    for output in outputs { output.draft.map(drafts.discard) }
  }
}
