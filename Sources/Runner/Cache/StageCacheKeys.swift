internal import DocumentModel
internal import JSON
internal import StageKit

/// The names under which documents between stages are cached: all that such a document depends on.
struct StageCacheKeys: Sendable {
  /// A fingerprint of each step before which a document may be kept, and of all that is common to all.
  private let steps: [String]
  private let base: String
  /// The step before which each document is kept; `nil` where it is not worth it.
  let boundary: Int?

  init(of pipeline: Pipeline, _ fingerprint: PipelineFingerprint) {
    let stages = fingerprint.parts["stages"]?.array ?? []
    // Beyond a renderer the document is not all that the steps have made.
    let firstRenderer = pipeline.steps.firstIndex { $0.stage is any Renderer } ?? stages.count
    steps = stages.prefix(firstRenderer).map { $0.text() }
    var rest = fingerprint.parts.object ?? [:]
    rest["stages"] = .null
    base = JSON.object(rest).text()
    // Before the last stage that finds something out: that one is changed most often, and what follows it is rendering.
    // A document costs about as much to keep as a tenth of the work on it, so it is kept once.
    boundary = firstRenderer > 1 ? firstRenderer - 1 : nil
  }

  /// The keys of `document`, as it was read, before each step; the first is of no use, as nothing has been done then.
  ///
  /// - Parameter digest: what the bytes that were read are told by. A document's JSON names the source that the document
  ///   came from once, whatever has been changed since.
  func keys(of document: Document, digest: String) -> [[UInt8]] {
    var text = base
    let source = document.source
    for part in [document.id, source.uri ?? "", source.mediaType ?? "", source.sha256 ?? "", digest] {
      text += "\n\(part.utf8.count) \(part)"
    }
    var key = SHA256.digest(of: text.utf8.span)
    return [key]
      + steps.map { step in
        let bytes = key + step.utf8
        key = SHA256.digest(of: bytes.span)
        return key
      }
  }
}

/// What a worker knows of the cache: how its documents are called, and those that earlier runs have left.
struct StageCaching: Sendable {
  let keys: StageCacheKeys
  /// `nil` where there are none.
  let stored: StageCache?
}
