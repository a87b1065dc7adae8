internal import DocumentModel
internal import StageKit

extension Contract {
  /// - Throws: `BrokenContract` for what a stage did to `before` that it may not.
  func check(from before: Document, to after: Document) throws(BrokenContract) {
    let violations = violations(from: before, to: after)
    guard violations.isEmpty else { throw BrokenContract(violations: violations) }
  }
}

/// What a stage did that its contract does not allow.
struct BrokenContract: Error, CustomStringConvertible {
  let violations: [String]
  var description: String { "breaks its contract: \(violations.joined(separator: "; "))" }
}

/// A stage that reads text was handed a page with its tags.
struct UnreadMarkup: Error, CustomStringConvertible {
  let mediaType: String?
  var description: String {
    "the text is \(mediaType ?? "markup") as it was read, and no stage has taken the article out of it; "
      + "put 'clean' before this one"
  }
}

/// A layer that a stage requires is not there: the stage that provides it was skipped on this document, or is one of those
/// before the first that is run.
struct MissingLayer: Error, CustomStringConvertible {
  let layer: Layer
  let providerBefore: String?

  var description: String {
    guard let providerBefore else {
      return "requires \(layer), which this document does not have: the stage that provides it was skipped (give both "
        + "the same 'when') or is not run"
    }
    return
      "requires \(layer), which the document does not bring along, and '\(providerBefore)', which provides them, is "
      + "not run; begin with that stage, or give a document that was captured after it"
  }
}
