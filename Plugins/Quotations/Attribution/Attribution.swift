internal import DocumentModel

/// Who said something, and the words that say so, as tokens.
struct Attribution: Equatable {
  var source: Range<Int>?
  var cue: Range<Int>?
}

/// Something said, as tokens.
struct Finding {
  var tokens: Range<Int>
  var kind: Quotation.Kind
  var attribution: Attribution
  /// Whether the attribution stands with another quotation, not with this one.
  var isInherited = false
}
