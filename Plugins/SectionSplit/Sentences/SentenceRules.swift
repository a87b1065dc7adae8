/// What sentences are told by besides their stops.
struct SentenceRules {
  /// Whether the model says where one ends without a stop, or before a small letter. It has learned English alone.
  var weighsJoints: Bool
  /// Whether short quotations that are led up to stay whole.
  var keepsQuotations: Bool
}
