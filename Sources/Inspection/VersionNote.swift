internal import DocumentModel
internal import Pages

/// What a stage did to a document, in a line.
struct VersionNote {
  /// The stage, or how the document was read.
  let title: String
  let text: String

  /// - Parameter before: the document as the stage was given it; `nil` for the first version that there is.
  init(of document: Document, after before: Document?) {
    title = document.trace.last?.stage ?? "as it was read"
    guard let before else {
      text = document.trace.isEmpty ? "" : "The first version that was captured."
      return
    }
    if let reason = document.trace.last?.skipped {
      text = "Skipped: \(reason)."
      return
    }
    let layers = AnnotationDiff(from: before, to: document).layers.filter { !$0.isEmpty }
    let told = layers.map { layer -> String in
      guard !layer.changes.isEmpty else { return "\(layer.layer): none found" }
      if layer.layer == "text" { return "text: changed in \(layer.changes.count.grouped) places" }
      return "\(layer.layer): " + layer.counts.map { "\($0.count.grouped) \($0.kind.rawValue)" }.joined(separator: ", ")
    }
    text = told.isEmpty ? "Changed nothing." : told.joined(separator: " · ")
  }
}
