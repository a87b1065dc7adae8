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

  /// Whether every document that fulfils this fulfils `other` too, as far as the words of both tell.
  func implies(_ other: Condition) -> Bool {
    func isNarrower(_ own: [String], _ others: [String], _ fits: (String, String) -> Bool = { $0 == $1 }) -> Bool {
      others.isEmpty || (!own.isEmpty && own.allSatisfy { one in others.contains { fits(one, $0) } })
    }
    return isNarrower(mediaTypes, other.mediaTypes)
      && isNarrower(languages, other.languages) { own, other in
        LanguageTag(other).flatMap { other in LanguageTag(own).map(other.includes) } ?? false
      }
      && other.metadata.allSatisfy { key, values in isNarrower(metadata[key] ?? [], values) }
  }

  /// What a document fulfils that fulfils one of two conditions which differ in one list; `nil` where they differ in more.
  func union(_ other: Condition) -> Condition? {
    func joined(_ own: [String]?, _ others: [String]?) -> [String] {
      guard let own, let others, !own.isEmpty, !others.isEmpty else { return [] }
      return own + others
    }
    var union = self
    let keys = Set(metadata.keys).union(other.metadata.keys).filter { metadata[$0] != other.metadata[$0] }
    switch (mediaTypes == other.mediaTypes, languages == other.languages, keys.count) {
    case (_, true, 0): union.mediaTypes = joined(mediaTypes, other.mediaTypes)
    case (true, false, 0): union.languages = joined(languages, other.languages)
    case (true, true, 1): for key in keys { union.metadata[key] = joined(metadata[key], other.metadata[key]) }
    default: return nil
    }
    return union
  }

  /// Whether `document` fulfils every part.
  public func holds(for document: Document) -> Bool {
    (mediaTypes.isEmpty || mediaTypes.contains(document.source.mediaType ?? ""))
      && (languages.isEmpty || languages.contains(where: document.metadata.isWritten))
      && metadata.allSatisfy { key, values in document.metadata[key].map(values.contains) ?? false }
  }
}
