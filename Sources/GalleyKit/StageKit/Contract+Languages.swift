public import DocumentModel
internal import JSON

extension Contract {
  /// Whether the stage serves the language that `document` has. One that is not known it does.
  public func serves(_ document: Document) -> Bool {
    guard !languages.isEmpty, let language = document.metadata.language, !language.isEmpty else { return true }
    return languages.contains { document.metadata.isWritten(in: $0) }
  }

  /// Why the stage leaves `document` alone, in words.
  public func reasonToPassBy(_ document: Document) -> String {
    "serves \(languages.sorted().joined(separator: ", ")), and the document is in '\(document.metadata.language ?? "")'"
  }

  /// Does to `document` what the stage owes it where it does not serve the language: the layers that the contract
  /// provides are there, so that later stages can do their part, but empty, and a warning says so.
  public func passBy(_ document: inout Document) {
    for layer in provides.sorted() where !document.has(layer) { document.leaveEmpty(layer, by: name) }
    document.diagnostics.append(
      Diagnostic(.warning, code: "language-not-served", reasonToPassBy(document), by: name))
  }
}

extension Document {
  fileprivate mutating func leaveEmpty(_ layer: Layer, by stage: String) {
    switch layer {
    case .sections: sections = []
    case .paragraphs: paragraphs = []
    case .links: links = []
    case .sentences: sentences = []
    case .entities: entities = []
    case .chains: chains = []
    case .quotations: quotations = []
    case .summary: summary = Summary(text: "", sentences: [], by: stage)
    case .keyphrases: keyphrases = []
    default: if let name = layer.extensionName { extensions[name] = .null }
    }
  }
}
