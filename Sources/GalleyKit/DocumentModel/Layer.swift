internal import JSON

/// The name of a kind of finding that a document can carry.
public struct Layer: Hashable, Sendable, RawRepresentable {
  public var rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let metadata = Layer(rawValue: "metadata")
  public static let sections = Layer(rawValue: "sections")
  public static let paragraphs = Layer(rawValue: "paragraphs")
  public static let links = Layer(rawValue: "links")
  public static let sentences = Layer(rawValue: "sentences")
  public static let entities = Layer(rawValue: "entities")
  public static let chains = Layer(rawValue: "chains")
  public static let quotations = Layer(rawValue: "quotations")
  public static let summary = Layer(rawValue: "summary")
  public static let keyphrases = Layer(rawValue: "keyphrases")

  /// The layer of `Document.extensions[name]`.
  public static func `extension`(_ name: String) -> Layer { Layer(rawValue: "extensions.\(name)") }

  /// The layers that every document can carry, in the order of the JSON form.
  public static let all: [Layer] = [
    .metadata, .sections, .paragraphs, .links, .sentences, .entities, .chains, .quotations, .summary, .keyphrases,
  ]

  /// The layers whose ranges point into the text: once one is there, the text stays as it is.
  public static let ranged: [Layer] = [.sections, .paragraphs, .links, .sentences, .entities, .quotations, .summary]

  /// The name in `Document.extensions`, or `nil` for a layer of the model's own.
  public var extensionName: String? {
    rawValue.hasPrefix("extensions.") ? String(rawValue.dropFirst("extensions.".count)) : nil
  }
}

extension Layer: Comparable {
  public static func < (left: Layer, right: Layer) -> Bool { left.rawValue < right.rawValue }
}

extension Layer: CustomStringConvertible {
  public var description: String { rawValue }
}

extension Document {
  /// Whether `layer` has been looked for. Metadata is always there.
  public func has(_ layer: Layer) -> Bool {
    switch layer {
    case .metadata: true
    case .sections: sections != nil
    case .paragraphs: paragraphs != nil
    case .links: links != nil
    case .sentences: sentences != nil
    case .entities: entities != nil
    case .chains: chains != nil
    case .quotations: quotations != nil
    case .summary: summary != nil
    case .keyphrases: keyphrases != nil
    default: layer.extensionName.map { extensions[$0] != nil } ?? false
    }
  }

  /// The layers in which this document and `other` differ, extensions each by name.
  public func layers(differingFrom other: Document) -> Set<Layer> {
    var changed: Set<Layer> = []
    if metadata != other.metadata { changed.insert(.metadata) }
    if sections != other.sections { changed.insert(.sections) }
    if paragraphs != other.paragraphs { changed.insert(.paragraphs) }
    if links != other.links { changed.insert(.links) }
    if sentences != other.sentences { changed.insert(.sentences) }
    if entities != other.entities { changed.insert(.entities) }
    if chains != other.chains { changed.insert(.chains) }
    if quotations != other.quotations { changed.insert(.quotations) }
    if summary != other.summary { changed.insert(.summary) }
    if keyphrases != other.keyphrases { changed.insert(.keyphrases) }
    for name in Set(extensions.keys + other.extensions.keys) where extensions[name] != other.extensions[name] {
      changed.insert(.extension(name))
    }
    return changed
  }
}
