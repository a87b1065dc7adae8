internal import DocumentModel
internal import JSON
internal import StageKit

/// The names under which documents between stages are cached: all that such a document depends on.
struct StageCacheKeys: Sendable {
  /// A fingerprint of each step.
  private let steps: [String]
  private let base: String
  /// The steps before which a document is worth keeping, ascending.
  let boundaries: [Int]

  init(of pipeline: Pipeline, _ fingerprint: PipelineFingerprint) {
    let stages = fingerprint.parts["stages"]?.array ?? []
    steps = stages.map { $0.text() }
    var rest = fingerprint.parts.object ?? [:]
    rest["stages"] = .null
    base = JSON.object(rest).text()
    // Before the last stage that finds something out: that one is changed most often, and what follows it is rendering.
    // A document costs about as much to keep as a tenth of the work on it, so it is kept once.
    let analyses = pipeline.steps.indices.filter { !(pipeline.steps[$0].stage is any Renderer) }
    boundaries = analyses.last.map { $0 > 0 ? [$0] : [] } ?? []
  }

  /// The key of `document`, as it was read, before the step at `boundary`.
  func key(of document: Document, before boundary: Int) -> [UInt8] {
    var text = base
    for part in [document.id, document.source.uri ?? "", document.source.mediaType ?? "", document.source.sha256 ?? ""]
    {
      text += "\n\(part.utf8.count) \(part)"
    }
    for step in steps.prefix(boundary) { text += "\n\(step)" }
    return SHA256.digest(of: text.utf8.span)
  }
}
