public import DocumentModel

/// What a document must be for a stage to run on it: the `when` of a pipeline file. All parts have to hold.
public struct Condition: Hashable, Sendable {
  /// Media types, one of which the source must have; empty for any.
  public var mediaTypes: [String]
  /// Languages, one of which the metadata must name, region aside (`en` fits `en-GB`); empty for any.
  public var languages: [String]
  /// Values, one of which the metadata must have under each key.
  public var metadata: [String: [String]]

  /// The condition that every document fulfils.
  public static let always = Condition(mediaTypes: [], languages: [], metadata: [:])

  public init(mediaTypes: [String] = [], languages: [String] = [], metadata: [String: [String]] = [:]) {
    self.mediaTypes = mediaTypes
    self.languages = languages
    self.metadata = metadata
  }

  /// Whether `document` fulfils every part.
  public func holds(for document: Document) -> Bool {
    (mediaTypes.isEmpty || mediaTypes.contains(document.source.mediaType ?? ""))
      && (languages.isEmpty || languages.contains(where: document.metadata.isWritten))
      && metadata.allSatisfy { key, values in document.metadata[key].map(values.contains) ?? false }
  }
}
