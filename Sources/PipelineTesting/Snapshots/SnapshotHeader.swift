internal import DocumentModel
internal import JSON

/// What stands above the text: metadata, and which layers there are, by whom.
struct SnapshotHeader {
  let lines: [String]

  init(_ document: Document) {
    var lines = document.metadata.values.map {
      "metadata \(SnapshotWords.word($0.key)) \($0.value.text(.lines(depth: 0)))"
    }
    for layer in Layer.all where layer != .metadata && document.has(layer) {
      let makers = document.makers(of: layer)
      let by = makers.first.map { " by \(SnapshotWords.word($0))" } ?? ""
      lines.append("layer \(layer.rawValue) \(makers.count)\(by)")
    }
    lines += document.extensions.map { "extension \(SnapshotWords.word($0.key)) \($0.value.text(.lines(depth: 0)))" }
    self.lines = lines
  }
}

extension Document {
  /// The stage that made each annotation of `layer`.
  func makers(of layer: Layer) -> [String] {
    switch layer {
    case .sections: (sections ?? []).map(\.by)
    case .paragraphs: (paragraphs ?? []).map(\.by)
    case .links: (links ?? []).map(\.by)
    case .sentences: (sentences ?? []).map(\.by)
    case .entities: (entities ?? []).map(\.by)
    case .chains: (chains ?? []).map(\.by)
    case .quotations: (quotations ?? []).map(\.by)
    case .summary: summary.map { [String](repeating: $0.by, count: max(1, $0.sentences.count)) } ?? []
    case .keyphrases: (keyphrases ?? []).map(\.by)
    default: []
    }
  }
}
