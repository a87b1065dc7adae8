internal import DocumentModel

extension Document {
  /// This document with those of its layers alone that are in `layers`, and no index into the others.
  func keeping(_ layers: Set<Layer>) -> Document {
    var document = self
    if !layers.contains(.sections) { document.sections = nil }
    if !layers.contains(.paragraphs) { document.paragraphs = nil }
    if !layers.contains(.links) { document.links = nil }
    if !layers.contains(.sentences) { document.sentences = nil }
    if !layers.contains(.entities) { document.dropEntities() }
    if !layers.contains(.chains) { document.dropChains() }
    if !layers.contains(.quotations) { document.quotations = nil }
    if !layers.contains(.summary) { document.summary = nil }
    if !layers.contains(.keyphrases) { document.keyphrases = nil }
    return document
  }

  private mutating func dropEntities() {
    entities = nil
    for index in chains?.indices ?? 0..<0 { chains?[index].mentions = [] }
  }

  private mutating func dropChains() {
    chains = nil
    for index in entities?.indices ?? 0..<0 { entities?[index].chain = nil }
    for index in quotations?.indices ?? 0..<0 { quotations?[index].speaker = nil }
  }
}
