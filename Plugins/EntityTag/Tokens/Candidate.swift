internal import DocumentModel

/// What a finder proposes as an entity.
struct Candidate: Hashable, Sendable {
  /// What a candidate was found by, as one byte.
  enum Evidence: UInt8, Sendable {
    case gazetteer, rule, model, pattern

    /// The evidence as documents have it.
    var entityEvidence: Entity.Evidence {
      switch self {
      case .gazetteer: .gazetteer
      case .rule: .rule
      case .model: .model
      case .pattern: .pattern
      }
    }
  }

  /// Indices into the `TokenizedText`.
  var tokens: Range<Int>
  /// The bytes of those tokens, or of what a pattern found in them.
  var range: TextRange
  var label: Label
  var why: Evidence
  /// How sure the finder is, from 0 to 1.
  var score: Double
  /// The term or pattern of the user's that it is, where that says more of it.
  var term: Int?
}
