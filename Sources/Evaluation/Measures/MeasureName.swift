public import DocumentModel

/// Which measure, of what: `entities.PERSON.lenient`.
public struct MeasureName: Hashable, Sendable {
  /// What is looked at: a layer of documents, or a part of one.
  public let layer: Layer
  /// The label, kind or measure; `nil` for all of the layer.
  public let part: String?
  /// What counts as right, where it is not the strict sense.
  public let variant: Variant?

  /// What can be looked at, in the order of reports.
  public enum Layer: String, Hashable, Sendable, CaseIterable {
    case sections, headings, paragraphs, sentences, entities, chains, quotations, sources, speakers, summary
  }

  /// Another sense of "right" than "at the same place, with the same label".
  public enum Variant: String, Hashable, Sendable, CaseIterable {
    /// Overlapping is enough.
    case lenient
    /// Only where one ends and another begins.
    case boundaries
  }

  public init(_ layer: Layer, _ part: String? = nil, _ variant: Variant? = nil) {
    self.layer = layer
    self.part = part
    self.variant = variant
  }

  /// The name as threshold files have it.
  public var path: String { [layer.rawValue, part, variant?.rawValue].compactMap(\.self).joined(separator: ".") }
}

extension MeasureName.Layer {
  /// The layer of documents that this is looked for in.
  public var documentLayer: DocumentModel.Layer {
    switch self {
    case .sections, .headings: .sections
    case .paragraphs: .paragraphs
    case .sentences: .sentences
    case .entities: .entities
    case .chains: .chains
    case .quotations, .sources, .speakers: .quotations
    case .summary: .summary
    }
  }
}
