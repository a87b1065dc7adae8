internal import DocumentModel

/// What a finder proposes as an entity.
struct Candidate: Hashable, Sendable {
  /// Indices into the `TokenizedText`.
  var tokens: Range<Int>
  /// The bytes of those tokens.
  var range: TextRange
  var label: EntityLabel
  var why: Entity.Evidence
  /// How sure the finder is, from 0 to 1.
  var score: Double
}
