public import DocumentModel

/// What pipeline files and checks know about a stage.
public struct Contract: Hashable, Sendable {
  /// The name in pipeline files, as one would say it: `section-split`.
  public var name: String
  /// The version of the stage's results: raised whenever equal input can give other output.
  public var version: String
  /// What the stage does, in one sentence.
  public var summary: String
  /// Layers that have to be there before the stage runs.
  public var requires: Set<Layer>
  /// Layers that the stage reads where they are there, and does without where not.
  public var uses: Set<Layer>
  /// Layers that the stage sets on every document. It may change no other but those of `mayProvide`.
  public var provides: Set<Layer>
  /// Layers that the stage sets on some documents only: those of a kind that has them. No later stage may count on it.
  public var mayProvide: Set<Layer>
  /// Whether the stage rewrites the text; then it has to come before every stage that provides ranges.
  public var rewritesText: Bool
  /// The languages that the stage's rules and models are made for, as primary subtags (`en`); empty for any.
  ///
  /// The runner passes a document by whose metadata names another language: see `passBy(_:)`.
  public var languages: Set<String>

  public init(
    _ name: String, version: String, summary: String, requires: Set<Layer> = [], uses: Set<Layer> = [],
    provides: Set<Layer> = [], mayProvide: Set<Layer> = [], rewritesText: Bool = false, languages: Set<String> = []
  ) {
    self.name = name
    self.version = version
    self.summary = summary
    self.requires = requires
    self.uses = uses
    self.provides = provides
    self.mayProvide = mayProvide
    self.rewritesText = rewritesText
    self.languages = languages
  }
}
